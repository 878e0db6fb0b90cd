import type { VerifySentences } from '../topics/verify.ts'

export const verifyZh: VerifySentences = {
  words: {
    agrees: path => `一致：${path}`,
    differs: path => `不一致：${path}`,
    failed: path => `抽取不成：${path}`,
    committed: {
      announced: path => `已承诺，尚未抽取：${path}`,
      sealed: path => `已承诺并抽取，封存中：${path}`,
    },
    committedSizes: (targets, take, reserve) =>
      `  抽样框 ${targets} 户，拟抽取 ${take} 户，替补 ${reserve} 户`,
    committedSources: sources => `  随机源：${sources}`,
    selectKey: key =>
      `  抽取密钥 ${key}（某户的随机号 = printf '%s%s' 密钥 代码 | sha256sum；Windows 的写法见 核对说明.txt）`,
    verifiedSizes: (targets, drawn, reserves) =>
      `  抽样框 ${targets} 户，抽中 ${drawn} 户，替补 ${reserves} 户`,
    verifiedParts: parts => `  已核对：${parts}`,
    notShown: parts => `  未公开、未核对：${parts}`,
    selfAgrees: (version, files) => `一致：ssj ${version}，${files} 个程序文件与构建时相同`,
    selfDiffers: version => `不一致：ssj ${version} 的程序文件与构建时不同`,
    selfPage: digest => `  核对页 ${digest}（dist/page/verify.html）`,
    selfPackage: digest => `  程序包 ${digest}（dist/SHA256SUMS）`,
    selfCompare: '  请与发布说明中的两个摘要比对；程序不能为自己作证',
    checking: '复核',
    asAnnounced: path => `  与事先公布的 ${path} 逐字节相同`,
  },
  help: {
    verify: '核对一个结果文件夹，不需要数据库',
    certificate: '核对一份抽取结果证明',
    list: '上级抽取派发的名单（其抽取文件夹、zip，或取入的文件）：核对这次抽取是否照单',
    results: '公示的检查结果文件夹（publish results 所写）：核对证明所列的检查结果',
    self: '核对本程序的文件，显示核对页和程序包的摘要',
    commitment: 'commitment.json，或含有它的文件夹、压缩包：证明所属的抽取，或事先公布的承诺（逐字节比对）',
  },
}

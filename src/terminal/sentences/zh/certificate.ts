import type { CertificateSentences } from '../topics/certificate.ts'

export const certificateZh: CertificateSentences = {
  reasons: {
    'ambiguous-target': ({ name, ids }) => [
      `有 ${ids.length} 户名为“${name}”：${ids.slice(0, 10).join('、')}${ids.length > 10 ? '……' : ''}`,
      '请改用代码',
    ],
    'target-missing': () => ['没有写明给哪一户出具证明', '写代码、注册号或名称'],
    'nothing-to-verify': () => [
      '没有写明核对什么',
      '写一个导出的文件夹；核对证明用 --certificate 证明 --commitment commitment.json',
    ],
  },
  words: {
    written: path => `已写入 ${path}`,
    unknownNearest: (id, nearest) => `ssj: 名录库中没有“${id}”，最接近的是“${nearest}”`,
    unpublished: draw =>
      `ssj: 抽取 ${draw} 的名单不公示，而证明会写出本层抽中的最后一户；请只交给有权知道的人`,
    holds: path => `成立：${path}`,
    fails: path => `不成立：${path}`,
    folderFails: path => `不能用来核对证明：${path}`,
    proven: '已证明：',
    open: '本次核对不能证明，须另行核对：',
  },
  help: {
    certify: '出具一户的抽取结果证明：抽中、替补、未抽中、被排除或不在范围',
    to: '写成文件：.json 供核对，.html 供打印',
  },
}

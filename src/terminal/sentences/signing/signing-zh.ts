import { signedZh } from '../../../core/publication/words/signed-zh.ts'
import type { SigningSentences } from '../topics/signing.ts'
import { listed } from '../zh/phrases.ts'

const FOUND = {
  locked: '其中的密钥有密码，本程序不问密码',
  none: '其中没有 SM2 或 Ed25519 的密钥',
}
const ENDED = { exchanged: '已换用', lost: '已挂失' }
const NAMES = { sm2: 'SM2', ed25519: 'Ed25519' }

const ASKED = { export: '不能导出', certificate: '不能出具证明', results: '不能公示结果' }

export const signingZh: SigningSentences = {
  reasons: {
    'not-a-signing-key': ({ path, found }) => [
      `不能用“${path}”签名：${FOUND[found]}`,
      found === 'locked'
        ? '用 openssl pkey -in 文件 -out 新文件 去掉密码，新文件权限设为 0600'
        : 'ssj key new 生成一把，或 openssl genpkey -algorithm SM2 生成',
    ],
    'not-a-public-key': ({ path }) => [
      `“${path}”中没有 SM2 或 Ed25519 的公钥`,
      '应为 -----BEGIN PUBLIC KEY----- 的文件（PEM）',
    ],
    'not-signers': ({ path, at, found }) => [
      `“${path}”不是签名密钥的清单：${at || '全文'} 为 ${found || '空'}`,
      '清单由 ssj key list --to 文件 写出',
    ],
    'not-a-signer-name': ({ option, value }) => [
      `选项 ${option} 的“${value}”不能作签名人的名称`,
      '一行文字，最多 100 个字，如 示例区市场监督管理局',
    ],
    'signing-key-seen-by-others': ({ path }) => [
      `别人也能读密钥文件“${path}”，可能已被复制`,
      `先 chmod 600 ${path}；有人复制过的，用 ssj key lost 挂失`,
    ],
    'unknown-signing-key': ({ id, known }) => [
      `没有登记编号为“${id}”的签名密钥`,
      known.length === 0 ? '用 ssj key add 登记' : `已登记：${listed(known)}`,
    ],
    'signing-key-known': ({ id, entry }) => [`签名密钥 ${id} 已由条目 ${entry} 登记`, '每把密钥登记一次'],
    'signer-has-key': ({ name, id, entry }) => [
      `“${name}”已有在用的签名密钥 ${id}（条目 ${entry}）`,
      `换用的，加 --instead ${id}；另一个人的密钥，用另一个名称登记（如 ${name}（监督岗））：同一名称的两个签名不是两个人签的`,
    ],
    'signing-key-ended': ({ id, how, entry, at }) => [
      `签名密钥 ${id} ${ENDED[how]}（条目 ${entry}，${at}）`,
      '用 ssj key list 查看现用的密钥',
    ],
    'signing-key-unregistered': ({ path, id }) => [
      `“${path}”的密钥 ${id} 没有在本机关登记`,
      '先 ssj key add 公钥文件 --name 名称',
    ],
    'same-key-twice': ({ path, id }) => [`“${path}”是同一把密钥 ${id}`, '每把密钥只签一次'],
    'signature-asked': ({ what, least }) => [
      `${ASKED[what]}：规则 signers-minimum 要求 ${least} 把密钥签名，一把也没有写`,
      '加 --sign 密钥文件；其余的人可在写出后用 ssj key sign 补签',
    ],
    'signed-already': ({ path, id }) => [`“${path}”中已有密钥 ${id} 的签名`, '每把密钥只签一次'],
    'signatures-of-other-files': ({ path, file }) => [
      `“${path}”中的签名签的是别的内容：${file} 与之不同`,
      '内容改过的，须另存签名（--signatures 另一文件夹），或移走旧的签名',
    ],
    'nothing-to-sign': ({ path }) => [
      `“${path}”不能签名：不是证明，也没有 commitment.json、SHA256SUMS 或抽取编号`,
      '签名的对象是 ssj export、ssj draw announce、ssj certify --to、ssj publish results 写出的文件夹、zip 或证明',
    ],
    'more-than-signers': ({ option, least, signers }) => [
      `选项 ${option}：要求 ${least} 个签名，写明的密钥有 ${signers} 把`,
      `应为 1 至 ${signers}`,
    ],
  },
  words: {
    columns: { id: '编号', algorithm: '算法', name: '名称', registered: '登记', state: '状态' },
    none: '没有登记签名密钥',
    made: (id, algorithm, file, beside) =>
      `已生成 ${NAMES[algorithm]} 签名密钥 ${id}：私钥在 ${file}（只有本人能读），公钥在 ${beside}`,
    registered: (id, name) => `已登记签名密钥 ${id}：${name}`,
    exchanged: id => `签名密钥 ${id} 自此不再使用，之前的签名仍有效`,
    lost: id => `签名密钥 ${id} 已挂失：它的一切签名都不再可信，须用别的密钥重新签名`,
    stands: '在用',
    ended: ENDED,
    entryAt: (entry, at) => `条目 ${entry}，${at}`,
    asks: least => `规则要求 ${least} 把密钥签名`,
    listed: (path, keys) => `已写入 ${path}（${keys} 把密钥）：公布后，任何人可用 ssj verify --signer 核对`,
    signed: (draw, path, signatures) =>
      `${draw === null ? '' : `抽取 ${draw} `}已签名（${signatures} 个），在 ${path}`,
    open: file =>
      `${file}：用持有私钥的设备签它的全部字节（SM2 的签名人标识为 1234567812345678，杂凑用 SM3），DER 签名存为同名的 .sig`,
    stillAsked: (asked, there) =>
      `规则要求 ${asked} 个签名，现有 ${there} 个：补签之前不要公布（ssj key sign）`,
    papersAgree: (path, files) => `${path}：${files} 个文件与 SHA256SUMS 相符；其中没有抽取可算`,
    papersUnproven: '是谁写出的，没有核对：任何人都能另写一份和它的 SHA256SUMS（用 --signer 指明签名人）',
    verdict: signedZh,
  },
  help: {
    key: '签名密钥：生成、登记、换用、挂失，给导出的文件夹签名',
    new: '生成一把签名密钥：私钥写入文件（权限 0600），公钥写入 文件.pub；不需要数据库',
    algorithm: '算法：sm2（默认，GB/T 32918，标识 1234567812345678），或 ed25519',
    add: '登记一把公钥（PEM），记入台账',
    name: '密钥是谁的，将公布',
    instead: '换用：哪一把密钥自此不再使用（须有 --reason 和 --approver）',
    lost: '挂失一把密钥：此后它的一切签名都不可信',
    list: '列出签名密钥，不再使用的也在内',
    listTo: '写出供公布的清单，ssj verify --signer 据以核对',
    sign: '给写出的文件夹、zip 或证明签名，或补签；没有数据库的机器也可以',
    signKey: '密钥文件；私钥在设备里的写公钥文件，只写出要签的陈述；可写多次',
    signatures: '签名所在的文件夹（默认在旁边：名称.signatures）',
    exportSign: '用这个文件里的密钥签名，签名写在旁边的 名称.signatures；可写多次',
    signer: '须有谁的签名：公钥文件，或机关公布的密钥清单；可写多次',
    least: '其中至少几把密钥签了名（默认：写明的公钥全部，清单按其所写）',
  },
}

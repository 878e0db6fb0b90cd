import type { DifferenceCheck } from '../../draw/verify/difference.ts'
import { reasonLabel } from '../papers/substitutions.ts'

/**
 * What published documents say in Chinese: the page, certificates, and what a check found. The terminal says the same
 * words, so that a citizen and a clerk read one sentence (docs/decisions.md).
 */
export const wordsZh = {
  between: '：',
  checks: {
    line: '内容与重新计算的不同',
    digest: 'SHA-256 不符',
    rows: '行数不符',
    root: '默克尔树根不符',
    size: '层的户数不符',
    absent: '文件缺失',
    unlisted: '文件未列入 SHA256SUMS',
    'sum-form': '不是规范的校验行',
    'sum-name': '校验行的文件名不符',
    spec: '不认识的规范版本',
    commitment: '承诺的内容不符合规范',
    infeasible: '该部门不存在可行的匹配',
    announced: '与事先公布的不同',
    'not-standing': '被替换的对象或人员不在原结果中',
    'seed-source': '随机源不符',
    'seed-missing': '缺少随机源的值',
    'seed-doubled': '随机源重复',
    'seed-unknown': '随机源没有公布过',
    'seed-empty': '随机源的值是空的',
    'seed-illegible': '随机源的值含有不可见字符',
    'seed-malformed-source': '随机源名称无效',
    'seed-secret': '封存随机源的值不符',
    'seed-not-randomness': '随机源的值不是 64 位十六进制数字',
    'seed-signature-missing': '缺少签名',
    'seed-signature-wrong': '签名未通过核验',
    'seed-signature-other': '值不是签名的 SHA-256',
    columns: '列数不符',
    field: '字段的写法不符合规范',
    order: '没有按规范排序',
    once: '同一项出现两次',
    utf8: '不是 UTF-8 文本',
    heading: '表头不符',
    'line-end': '行尾不符',
    quotes: '引号的用法不符合规范',
    certificate: '不是抽取结果证明',
    'certificate-form': '证明的内容不符合格式',
    'certificate-digest': '证明自身的摘要不符，内容被改动过',
    'other-draw': '属于另一次抽取',
    key: '密钥与种子算出的不同',
    ticket: '随机号与密钥算出的不同',
    inclusion: '不在已承诺的抽样框中，包含证明不成立',
    finding: '结论与数字不符',
  } satisfies Readonly<Record<DifferenceCheck, string>>,
  parts: {
    frame: '抽样框',
    seed: '种子',
    selection: '抽取结果',
    exclusions: '排除名单',
    pool: '人员',
    recusals: '回避',
    assignment: '检查组',
    substitutions: '替换',
  },
  excluded: {
    deregistered: '已注销',
    revoked: '已吊销',
    cancelled: '已撤销',
    'moved-out': '已迁出',
    closed: '停业关闭',
    liquidating: '正在清算',
    ended: '已失效或结束',
    drawn: '已被抽取过',
    missing: '缺少分层所需的值',
    'no-rate': '所在层没有规定比例',
    'cap-total': '已达年度检查上限（各部门合计）',
    'cap-department': '已达同一部门年度检查上限',
    'drawn-department': '同一部门已抽取过',
    'drawn-item': '同一事项已抽取过',
    frequency: '已达一般事项频次上限',
    grace: '新设主体宽限期内',
    exempt: '免予主动检查',
  } as Readonly<Record<string, string>>,
  fellOutFor: reasonLabel,
  place: (file: string, line: number | null, column: string | null) =>
    `${file}${line === null ? '' : ` 第 ${line} 行`}${column === null ? '' : ` ${column}`}`,
  expectedFound: (expected: string, found: string) => `；应为“${expected}”，实为“${found}”`,
  certificate: {
    title: '双随机抽查抽取结果证明',
    data: '可核对的数据',
    seal: '出具机关（盖章）　　　　　　年　　月　　日',
    headings: {
      draw: '抽取',
      finding: '结果',
      check: '怎样核对',
      meaning: '证明什么，不证明什么',
      effect: '用途',
    },
    labels: {
      number: '抽取编号',
      task: '抽查任务',
      frozen: '名单冻结',
      drawn: '抽取时间',
      commitment: '承诺摘要（SHA-256）',
      seed: '种子',
      selectKey: '抽取密钥',
      target: '检查对象',
      stratum: '所在层',
      sizes: '层内数量',
      ticket: '随机号',
      rank: '位次',
      cutOff: '本层抽中的最大随机号',
      reserveCutOff: '本层替补的最大随机号',
      reason: '排除原因',
      list: '抽取结果 selection.csv（SHA-256）',
      program: '程序',
      digest: '本证明摘要（SHA-256）',
    },
    attempt: (number: string, attempt: number) => `${number}（第 ${attempt} 次抽取）`,
    sizes: (size: number, take: number, reserve: number) => `${size} 户，抽取 ${take} 户，替补 ${reserve} 户`,
    rank: (rank: number, size: number) => `按随机号由小到大，${size} 户中第 ${rank} 位`,
    holder: (ticket: string, target: string) => `${ticket}（${target}）`,
    named: (id: string, name: string) => (name === '' ? id : `${name}（${id}）`),
    verdict: {
      drawn: (target: string) => `${target}在本次抽取中被抽中。`,
      reserve: (target: string, place: number) =>
        `${target}在本次抽取中未被抽中，列为本层第 ${place} 位替补。`,
      'not-drawn': (target: string) => `${target}在本次抽取中未被抽中，也不是替补。`,
      excluded: (target: string) => `${target}不在本次抽取的抽样框中，已列入排除名单。`,
      outside: (target: string) =>
        `${target}不属于本次抽查任务的对象范围，既不在抽样框中，也不在排除名单中。`,
      unregistered: (target: string) =>
        `${target}不在冻结时的检查对象名录库中，也不在本次抽取的抽样框和排除名单中。`,
    },
    voided: (reason: string, approver: string) =>
      `本次抽取已经作废（原因：${reason}；批准人：${approver}），其结果不作为检查的依据。下列数字仍可核对。`,
    fellOut: (number: number, into: string, reason: string) =>
      `抽取之后有第 ${number} 号替换：该对象退出（原因：${reason}），${into === '' ? '本层已无替补' : `由 ${into} 替补`}。`,
    cameIn: (number: number, out: string, reason: string) =>
      `抽取之后有第 ${number} 号替换：${out} 退出（原因：${reason}），由该对象替补，因此该对象应当接受检查。`,
    committed: {
      'before-the-seed':
        '名单、排除、人员和数量先冻结并记入台账，之后才取得种子。摘要是否在种子产生之前对外公布，以当时的公告为证。',
      'with-the-draw':
        '名单冻结与抽取同时进行，承诺摘要没有在种子产生之前公布。因此本证明不能单独排除事先试算；抽取次数以台账为证。',
    },
    seedFrom: {
      'announced-sources': '种子来自名单冻结时已写明的随机源。',
      'this-machine': '种子由办理抽取的计算机产生，不是公众看得见的随机源；它的随机性以在场见证为证。',
    },
    byHand: '任何一台有 coreutils 的计算机都能重算随机号，应与上列随机号相同：',
    inclusion: (place: number, digests: number) =>
      `该对象是抽样框的第 ${place} 行（不计表头）。本证明的数据中有 ${digests} 个摘要，依 RFC 6962 由这一行算到承诺中的树根；不需要出示其他对象。`,
    byProgram:
      '程序核对：ssj verify --certificate 本证明 --commitment commitment.json；有抽取文件夹的，用 ssj verify 文件夹 --certificate 本证明。也可把本证明拖到 verify.html 上。',
    proves: '本证明连同已公布的 commitment.json，单独即可证明：',
    provesWithFolder: '连同抽取文件夹，已经证明：',
    needsFolder: '以下各项要用公布的抽取文件夹核对：',
    others: '以下各项是办理机关的记载，或要用别的材料核对：',
    claims: {
      commitment: '本证明属于摘要如上的那一次承诺，任务相同',
      keys: '密钥由承诺和所列种子按公开规则算出',
      'in-frame': '该对象在种子使用之前就在固定的抽样框中，属于所列的层；层的户数和名额如所列',
      ticket: '随机号由抽取密钥和该对象的代码算出，与其他任何因素无关',
      boundary: '所列抽中的最后一户也在抽样框的同一层中，其随机号确如所列，与该对象的先后确如所列',
      'cut-off': '所列抽中的最后一户恰是本层按随机号的最后一个名额，位次确如所列',
      exclusion: '该对象在排除名单中，原因如所列（名单的摘要写在承诺中）',
      absence: '该对象既不在抽样框中，也不在排除名单中（两份名单的摘要写在承诺中）',
      list: '公布的抽取结果就是摘要所列的那一份',
      occasion: '抽取编号、次数、时间、是否作废、有无替换（记入台账和 record.json）',
      name: '名称与代码的对应（以登记机关为准）',
      'public-seed': '种子与公开事件的结果相同（对照当时的公开结果）',
    },
    effect: {
      unchosen:
        '抽中与否由事先固定的名单和种子按公开的规则算出，不由任何工作人员选择；同样的名单和种子，任何人重算都得到同样的结果。',
      'not-drawn':
        '在本次抽取中，该对象没有被抽中，检查人员没有对其实施检查的任务。检查人员已按抽取名单履行职责的，可以凭本证明说明其未检查该对象不是失职（尽职照单免责）。',
      reserve:
        '该对象是替补，只有排在前面的名额空出时才转为检查对象。在此之前检查人员没有对其实施检查的任务，可以凭本证明说明（尽职照单免责）。',
      excluded:
        '该对象在抽取之前已按所列原因排除，不能被抽中。检查人员已按抽取名单履行职责的，可以凭本证明说明其未检查该对象不是失职（尽职照单免责）；排除是否正当，由作出排除的依据说明。',
      unknown:
        '该对象不能在本次抽取中被抽中，检查人员在本次任务中没有对其实施检查的任务，可以凭本证明说明（尽职照单免责）；该对象是否应当列入名录库或者任务范围，不由本证明说明。',
      limits:
        '本证明不说明该对象是否守法，不影响投诉举报、转办交办、专项检查等其他检查，也不免除已经知道违法线索而不处理的责任。',
      drawn: '该对象应当按本次任务接受检查。抽中是随机的结果，不表示该对象有违法嫌疑。',
    },
  },
}

export type Words = typeof wordsZh

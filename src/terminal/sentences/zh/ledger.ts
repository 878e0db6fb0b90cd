import { escapeControls } from '../../../core/escape-controls.ts'
import type { PolicyFlaw } from '../../../core/ledger/policy.ts'
import type { LedgerSentences } from '../topics/ledger.ts'
import { listed, momentText } from './phrases.ts'

const USE = { note: '台账', cosignature: '见证方' } as const

export const ledgerZh: LedgerSentences = {
  reasons: {
    'clock-unusable': ({ now }) => [`本机时钟为 ${now}，不能据以记账`, '请校准时钟后再试'],
    'clock-behind': ({ now, last, entry }) => [
      `本机时钟为 ${momentText(now)}，而台账最后一条（第 ${entry} 条）记于 ${momentText(last)}`,
      '请校准时钟；如果当时的时钟有误、现在正确，用 ssj log clock 登记',
    ],
    'clock-not-behind': ({ now, last }) => [
      `时钟为 ${momentText(now)}，不早于台账最后一条（${momentText(last)}），无须更正`,
    ],
    'frozen-later': ({ draw, frozenAt, now }) => [
      `抽取 ${draw} 冻结时的时钟有误（${momentText(frozenAt)}），而现在是 ${momentText(now)}：无法说明冻结在先`,
      '请重新冻结：--again --reason 理由 --approver 批准人',
    ],
    'key-seen-by-others': ({ path }) => [
      `不能使用密钥文件“${path}”：本机其他用户可以读取，可能已被复制`,
      `请改为只有本人可读：chmod 600 “${path}”`,
    ],
    'no-key': ({ path, command }) => [
      `没有密钥文件“${path}”`,
      command === 'log'
        ? '用 --key 指明，或新建：ssj log checkpoint --origin 名称'
        : '用 --key 指明，或新建：ssj witness init 名称 --log 公钥',
    ],
    'not-a-key': ({ path, use }) => [
      `“${path}”不是${USE[use]}的密钥文件`,
      '应为 ssj 写出的一行：PRIVATE+KEY+名称+编号+…',
    ],
    'not-a-key-line': ({ option, value, use }) => [
      `选项 ${option} 不能是“${value}”：应为${USE[use]}的公钥，名称+编号+…`,
      'ssj log checkpoint 会显示公钥',
    ],
    'not-a-key-name': ({ option, value }) => [
      `${option} 不能是“${value}”：名称不能有空格和加号`,
      '例如 lishi.gov.cn/ssj 或 离石区市场监管局/ssj',
    ],
    'key-of-other-name': ({ path, found, name }) => [
      `“${path}”是“${found}”的密钥，不是“${name}”的`,
      '请不要改名称，或用 --key 指明另一个文件',
    ],
    'other-key-on-record': ({ path, found, known }) => [
      `“${path}”中的密钥（${found}）不是台账中最近一次检查点的签名密钥（${known}）`,
      '请使用原来的密钥；原密钥确已遗失的，用 --reason 和 --approver 登记新密钥，并告知见证方',
    ],
    'signed-otherwise': ({ path, signed, entries }) => [
      `本台账（${entries} 条）的开头不是该密钥签过的那 ${signed} 条（${path}）：这是旧的副本，或另一个数据库`,
      '请使用签过的那一个数据库；确已遗失的，用 ssj log checkpoint 的 --reason 和 --approver 登记，并告知见证方',
    ],
    'not-a-checkpoint': ({ path }) => [
      `“${path}”不是检查点`,
      '应为 ssj log checkpoint --to 写出的文件：台账名称、条数、摘要、空行，和以 — 开头的签名行',
    ],
    'not-a-policy': ({ path, flaw }) => [
      `“${path}”不是核对策略：${flaw.line === 0 ? '' : `第 ${flaw.line} 行：`}${POLICY[flaw.problem]}`,
      '应有一行“log 公钥”、每个见证方一行“witness 名称 公钥”，和一行“quorum 名称”',
    ],
    'nothing-published': ({ path }) => [
      `“${path}”中没有可以与数据库比对的台账内容`,
      '请指明 record.json、抽取公告、检查点，或含有它们的文件夹、压缩包',
    ],
    'published-of-other-log': ({ path, found, log }) => [
      `“${path}”公布的是台账“${found}”，而本数据库是“${log}”`,
      '用 --db 指明那一份台账的数据库，或指明本台账公布过的文件',
    ],
    'no-cosignature': ({ path }) => [
      `“${path}”中没有见证方的签名行`,
      '应有 ssj witness sign 给出的、以 — 开头的一行',
    ],
    'no-checkpoint': () => ['本台账还没有检查点', '先生成：ssj log checkpoint'],
    'no-such-tree': ({ option, size, entries }) => [
      `选项 ${option} 不能是“${size}”：台账只有 ${entries} 条`,
      '应为见证方已签的条数',
    ],
    'cosigner-unknown': ({ path, name, policy }) => [
      `“${path}”中有“${name}”的签名行，而“${policy}”中没有它的公钥`,
      '请向见证方索取公钥，在策略中加一行“witness 名称 公钥”',
    ],
    'cosignature-of-other-checkpoint': ({ path, name }) => [
      `“${path}”中“${name}”的签名行不属于本台账的任何检查点，或已被改动`,
      '请见证方对 ssj log checkpoint --to 写出的文件重新签名',
    ],
    'not-a-time-stamp': ({ path }) => [
      `“${path}”不是对 SHA-256 的时间戳（RFC 3161）`,
      '应为时间戳机构对 ssj log stamp --query 所写文件的答复',
    ],
    'time-stamp-of-something-else': ({ path, digest }) => [
      `“${path}”中的时间戳所盖的是 ${digest}，不是本台账的检查点`,
      '请用 ssj log stamp --query 写出的文件申请',
    ],
    'time-stamp-fails': ({ path, authority }) => [
      `按“${authority}”中的证书，“${path}”中的时间戳不成立`,
      '应指明出具该时间戳的机构的证书（PEM）',
    ],
    'not-a-witness-state': ({ path }) => [
      `“${path}”不是见证方的状态文件`,
      '应有三行：台账公钥、最近一次所签的条数和摘要',
    ],
    'checkpoint-of-other-log': ({ path, found, log }) => [
      `“${path}”是“${found}”的检查点，本见证方所见证的是“${log}”`,
      '用 --state 指明该台账的状态文件，或新建：ssj witness init',
    ],
    'checkpoint-unsigned': ({ path, log, how }) => [
      how === 'absent'
        ? `“${path}”中的检查点没有“${log}”用本见证方所知密钥作的签名`
        : `“${path}”中“${log}”的签名不成立：文件已被改动`,
      '请该机关重新提供；如果换了密钥，问清理由再新建状态文件',
    ],
    'witness-elsewhere': ({ path, asked, signed }) => [
      `“${path}”中的证明从第 ${asked} 条之后开始，而本见证方已签到 ${signed} 条`,
      `请该机关提供：ssj log checkpoint --since ${signed} --to 文件`,
    ],
  },
  words: {
    newKey: path => `已新建本机关密钥 ${path}：请另存一份妥善保管，持有者即可代表本机关签名`,
    publicKey: line => `公钥：${line}`,
    checkpoint: entries => `检查点，台账 ${entries} 条：`,
    requestWritten: (path, since) =>
      since === 0
        ? `已写入 ${path}，供见证方首次签名`
        : `已写入 ${path}，供见证方签名；附第 ${since} 条以来的一致性证明`,
    cosigned: (witnesses, sizes) =>
      `已登记：${witnesses} 见证，台账 ${sizes.map(size => `${size} 条`).join('、')}`,
    cosignedBefore: '这些见证签名已经登记过',
    asPublished: (path, entries) => `与 ${path} 所公布的一致，至第 ${entries} 条`,
    otherThanPublished: {
      changed: (path, from, to) => `与 ${path} 所公布的不同：${firstOf(from, to)}已被改动`,
      missing: (path, from, to, shown) =>
        `与 ${path} 所公布的不同：缺少${firstOf(from, to)}（公布至第 ${shown} 条）`,
      new: (path, from, to) => `与 ${path} 所公布的不同：${firstOf(from, to)}是后来插入的`,
    },
    agreement: {
      agree: (path, entries) => `与 ${path} 出自同一台账，至第 ${entries} 条`,
      nothingCommon: path => `无从比对：文件夹与 ${path} 没有共同显示台账的任何部分`,
      contradict: (path, from, to) =>
        from === to
          ? `与 ${path} 矛盾：第 ${from} 条在那里是另外的内容`
          : `与 ${path} 矛盾：第 ${from} 至 ${to} 条中有一条在那里是另外的内容`,
    },
    queryWritten: (path, entries) =>
      `已写入 ${path}，对台账 ${entries} 条的检查点：请送时间戳机构（curl -H 'Content-Type: application/timestamp-query' --data-binary @${path} 网址 > answer.tsr）`,
    stamped: (entries, at) => `已登记：台账 ${entries} 条的检查点在 ${momentText(at)} 已经存在`,
    stampUnchecked: unnamed =>
      unnamed
        ? '未核对时间戳机构的签名：用 --authority 指明其证书'
        : '未核对时间戳机构的签名：本机没有 openssl',
    clockCorrected: at => `已登记：时钟有误，现为 ${momentText(at)}`,
    witnessReady: (log, key, state) =>
      `本见证方见证 ${log}；密钥在 ${key}，所签进度在 ${state}，请都妥善保管`,
    signed: (entries, before) =>
      before === 0
        ? `首次签名：台账 ${entries} 条`
        : before === entries
          ? `再次签名：台账 ${entries} 条`
          : `已签名：台账 ${entries} 条，前 ${before} 条与上次所签相同`,
    refuses: {
      behind: (entries, signed) =>
        `不予签名：该检查点只有 ${entries} 条，而已签到 ${signed} 条。文件是旧的，或台账被截短、被旧备份替换`,
      departs: (entries, signed) =>
        `不予签名：该检查点 ${entries} 条中的前 ${signed} 条，不是已签的那 ${signed} 条。台账被重写，或有两份台账`,
    },
    waiting: (draw, digest) => `抽取 ${draw} 正等待种子：承诺摘要 ${digest}`,
    witnessed: {
      holds: (log, entries) => `见证符合核对策略：台账 ${log}，${entries} 条`,
      by: (name, time) => `${name} ${time}`,
      cosigned: witnesses => `见证方：${witnesses}`,
      announced: witnesses => `以下见证方签名时，本次承诺已经公告：${witnesses}`,
      unannounced: '没有显示：本次承诺在抽取之前已有见证',
      stamp: (time, checked) =>
        `时间戳 ${time}：${checked === null ? '未核对出具机构（--authority，openssl）' : checked ? '出具机构的签名成立' : '不是该机构出具的'}`,
      not: why => `见证不符合核对策略：${why}`,
      why: {
        'no-checkpoint': () => '文件夹中没有台账的检查点',
        malformed: ({ path }) => `${path} 不是 ssj 写出的形式`,
        'not-included': ({ entry }) => `检查点中没有文件夹所示的第 ${entry} 条`,
        'too-early': ({ size, entry }) => `检查点只到第 ${size} 条，而抽取是第 ${entry} 条`,
        stamp: ({ size }) => `有一个时间戳不是对 ${size} 条的检查点所盖`,
        'unknown-log': ({ found }) => `策略中没有台账“${escapeControls(found)}”`,
        unsigned: ({ log, how }) =>
          how === 'absent'
            ? `没有用策略中“${escapeControls(log)}”的密钥作的签名`
            : `“${escapeControls(log)}”的签名不成立`,
        'cosignature-fails': ({ name }) => `“${escapeControls(name)}”的签名行不成立`,
        'too-few': ({ missing }) => `没有 ${listed(missing.map(escapeControls))} 的签名`,
      },
    },
    evidence: '请保存这个文件：与以前所签的对照，即可说明发生了什么',
  },
  help: {
    agreement: '把文件夹所示的台账与另一份公布过的记录、公告或检查点比对；可以重复',
    against: '与公布过的比对：record.json、抽取公告、检查点，或含有它们的文件夹、压缩包；可以重复',
    checkpoint: '对台账当前的条数和摘要签名，供外部持有',
    origin: '台账的名称；没有密钥文件时以此新建',
    key: '本机关密钥文件（默认：$SSJ_KEY，其次为数据库名加 .key）',
    to: '写出检查点和证明，供见证方签名',
    since: '见证方已签到第几条（默认：已知最近一次见证的条数）',
    keyReason: '为什么从此改用新密钥',
    cosigned: '登记见证方返回的签名行',
    policy: '核对策略文件：台账和见证方的公钥，及须有几家见证',
    stamp: '向时间戳机构（RFC 3161）申请，或登记其答复',
    query: '写出对最近一次检查点的申请',
    token: '时间戳机构的答复',
    authority: '时间戳机构的证书（PEM），用 openssl 核对其签名',
    clock: '登记：最后一条记入时，时钟有误',
    witness: '台账见证方的操作，不需要数据库',
    witnessInit: '新建见证方的密钥和状态文件',
    witnessLog: '台账的公钥，由 ssj log checkpoint 显示',
    witnessKey: '见证方密钥文件（默认：witness.key）',
    witnessState: '见证方所签进度的文件（默认：witness.state）',
    witnessSign: '检查点是以前所签的延续，才签名',
    witnessTo: '写出有见证签名的检查点',
  },
}

/** 一条，或在哪几条之间。 */
function firstOf(from: number, to: number): string {
  return from === to ? `第 ${from} 条` : `第 ${from} 至 ${to} 条中最早的一条`
}

const POLICY: Readonly<Record<PolicyFlaw['problem'], string>> = {
  characters: '有控制字符',
  line: '不是 log、witness、group、quorum 的正确写法',
  'log-key': '不是台账的公钥',
  'witness-key': '不是见证方的公钥',
  'key-twice': '该公钥已在另一行出现',
  'name-taken': '该名称已被使用',
  'name-unknown': '前面各行没有定义这个名称',
  'member-twice': '该成员已在某一组中',
  threshold: '应为 all、any 或不超过成员数的数字',
  'quorum-twice': '有第二个 quorum',
  'no-quorum': '缺少“quorum …”一行',
  'no-log': '缺少“log …”一行',
}

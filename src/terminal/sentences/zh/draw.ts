import type { DrawSentences } from '../topics/draw.ts'
import { blockingText } from './blocking.ts'
import { beside, listed, orLike, seatNamed } from './phrases.ts'
import { seedProblem } from './seed-problem.ts'

export const drawZh: DrawSentences = {
  reasons: {
    'no-such-draw': ({ draw, nearest }) => [
      `没有编号为“${draw}”的抽取${orLike(nearest)}`,
      '用 ssj draw list 查看',
    ],
    'draw-not-run': ({ draw }) => [`抽取 ${draw} 只冻结了抽样框，尚未抽取`, '用 ssj draw run 抽取'],
    'draw-failed': ({ draw, department }) => [
      `抽取 ${draw} 的种子已登记，按此种子部门${beside(department)}组不成检查组：承诺已用掉，没有抽取结果`,
      '补足人员后重新冻结：ssj draw freeze --again --reason 理由 --approver 批准人',
    ],
    'draw-lapsed': ({ draw, last }) => [
      `抽取 ${draw} 已失效：最迟应在 ${last} 抽取`,
      '另行冻结：ssj draw freeze --again --reason 理由 --approver 批准人',
    ],
    'draw-run': ({ draw }) => [`抽取 ${draw} 已经抽取，不再是公告`, '用 ssj export 导出结果'],
    'draw-void': ({ draw }) => [`抽取 ${draw} 已经作废`],
    'draw-altered': ({ draw, table, expected, found }) => [
      `抽取 ${draw} 被改动过：数据库的表 ${table} 中是“${found}”，抽取时留存的文件中是“${expected}”`,
      '有人绕过 ssj 改写了数据库，或数据库已损坏：用 ssj log --verify 核对，用备份恢复（ssj backup 的副本）',
    ],
    'kept-file-damaged': ({ file }) => [
      `数据库中留存的“${file}”与 ssj 写入时不同`,
      '有人绕过 ssj 改写了数据库，或数据库已损坏：用 ssj log --verify 核对，用备份恢复（ssj backup 的副本）',
    ],
    'invalid-seed': ({ problem, sources }) => [
      seedProblem(problem),
      `已公布的随机源依次为：${listed(sources)}；每个用一次 --seed '来源=值'`,
    ],
    'source-valued-otherwise': ({ source, draw, value, given }) => [
      `随机源“${source}”在抽取 ${draw} 中的值是“${value}”，这里却是“${given}”：同一事件只有一个值`,
      '核对公开的结果；抽取已用的值有误的，作废后重新冻结',
    ],
    'source-ahead': ({ source, due, now }) => [
      `随机源“${source}”在 ${due} 才产生，现在是 ${now}：它的值还不可能知道`,
      '产生之后再抽取；公告的时间有误的，作废后重新冻结',
    ],
    infeasible: ({ department, blocking }) => [
      `部门${beside(department)}无法匹配检查人员：${blockingText(blocking)}`,
    ],
    'draw-not-sealed': ({ draw }) => [
      `抽取 ${draw} 没有封存的随机源，无需开封`,
      '封存须在冻结时用 ssj draw freeze --sealed',
    ],
    'already-revealed': ({ draw, entry }) => [
      `抽取 ${draw} 的封存值已经公开（台账第 ${entry} 条）`,
      '用 ssj export 导出完整结果',
    ],
    'draw-sealed': ({ draw }) => [`抽取 ${draw} 仍在封存，不能出具证明`, '检查结束后先用 ssj draw reveal'],
    'task-not-sealed': ({ task, draw }) => [
      `任务“${task}”已冻结为 ${draw}，当时没有封存`,
      '重新冻结并封存须加 --again --reason 理由 --approver 批准人 --sealed',
    ],
  },
  words: {
    announced: (draw, folder, files) => `抽取 ${draw} 的公告已写入 ${folder}（${files} 个文件）`,
    frameWithheld: sealed =>
      `公告不含抽样框和排除名单：它们会泄露仍在封存的抽取 ${listed(sealed)}；开封后再次公告或导出`,
    digest: digest => `承诺摘要 ${digest}`,
    drawn: (draw, drawn, reserve) => `抽取 ${draw}：抽中 ${drawn} 户，替补 ${reserve} 户`,
    failed: {
      heading: draw => `抽取 ${draw}：种子已登记，按此种子组不成检查组；承诺已用掉，没有抽取结果`,
      because: (department, blocking) =>
        `部门${beside(department)}无法匹配检查人员：${blockingText(blocking)}`,
      next: draw =>
        `这一结果与抽取一样须公布：ssj export ${draw}；再抽取须另行冻结：ssj draw freeze 任务 --again --reason 理由 --approver 批准人`,
      shown: (department, entry) =>
        `种子已登记，部门${beside(department)}组不成检查组；承诺已用掉（台账第 ${entry} 条）`,
    },
    guided: {
      first: '录入骰子的第一人（姓名）',
      second: '录入骰子的第二人（姓名）',
      notTwo: '骰子须由两个人各自录入：请写两个不同的姓名',
      throwOf: (who, source) => `${who}：依次录入“${source}”的点数`,
      value: source => `“${source}”的公开结果`,
      signature: source => `“${source}”的签名（十六进制）`,
      notOne: (source, form, example) => `“${source}”应为${ofForm(form)}，例如 ${example}；请重新录入`,
      apart: places => `两人录入的第 ${listed(places.map(String))} 颗不同：都不采用，请对照骰子各自重新录入`,
      readBack: (source, spelt, signs) => `“${source}”（${signs} 位）：${spelt}`,
      isRight: '请逐位核对。都对，用它抽取？',
      witnesses: '在场见证人（几位用、隔开；没有就回车）',
      willDraw: ({ draw, size, take, reserve }) =>
        `${draw}：${size} 户中抽 ${take} 户${reserve === 0 ? '' : `，替补 ${reserve} 户`}；抽取后不能撤回，只能作废`,
      isMeant: '种子已封存在本机，现在抽取？',
    },
    enteredBy: names => `骰子由 ${names} 各自录入，相符`,
    lapsed: (last, entry) => `最迟应在 ${last} 抽取，逾期已失效（台账第 ${entry} 条）`,
    runBy: last => `最迟在 ${last} 抽取，逾期自行失效`,
    earlierEnded: (attempt, draw, how) =>
      `  第 ${attempt} 次抽取 ${draw} ${how === 'failed' ? '的种子组不成检查组，没有结果' : '逾期未抽取，已失效'}`,
    teamsMatched: (visits, people) => `匹配检查组 ${visits} 组次，涉及检查人员 ${people} 名`,
    seedWas: {
      committed: '抽样框和承诺先于种子冻结',
      atOnce: '抽样框冻结与抽取同时进行（承诺未事先公布）',
      machine: '种子由本机产生',
    },
    states: {
      frozen: '已冻结',
      drawn: '已抽取',
      void: '已作废',
      failed: '种子无法成组',
      lapsed: '已失效',
    },
    columns: {
      draw: '编号',
      task: '任务',
      attempt: '次',
      state: '状态',
      frame: '抽样框',
      drawn: '抽中',
      digest: '摘要',
    },
    visitColumns: {
      target: '检查对象',
      name: '名称',
      stratum: '层',
      status: '状态',
      team: '检查组',
    },
    attempt: (attempt, reason, approver) =>
      `本次为第 ${attempt} 次抽取${reason === '' ? '' : `，原因：${reason}（批准人 ${approver}）`}`,
    earlier: (attempt, draw, reason) =>
      `  第 ${attempt} 次抽取 ${draw} 已作废${reason === '' ? '' : `，原因：${reason}`}`,
    fixed: (frame, exclusions, recusals, from, to) =>
      `抽样框 ${frame} 户，排除 ${exclusions} 户，回避 ${recusals} 对；检查时间 ${from}~${to}`,
    poolOf: (department, people, seats) => `  ${department}：可用人员 ${people} 名；每户席位：${seats}`,
    seatNamed,
    places: {
      drawn: '抽中',
      called: '递补',
      fallen: '已退出',
      reserve: '替补',
    },
    voidBecause: (reason, approver) => `作废理由：${reason}（批准人 ${approver}）`,
    voided: draw => `抽取 ${draw} 已标记作废，记录保留`,
    registryUnchecked: engine =>
      `名录库在外部数据库“${engine}”中：抽样框和排除名单的每一行已重新分拣；不在两份名单中的对象快照不含，没有复核`,
    replayed: draw => `抽取 ${draw} 重新计算，结果一致`,
    replayDiffers: draw => `抽取 ${draw} 重新计算，结果不一致`,
    late: reason => `在检查时间之外冻结，理由：${reason}`,
    besideTwins: (draws, reason) => `与尚未抽取的 ${listed(draws)} 检查对象、随机源相同，理由：${reason}`,
    drawnLate: reason => `检查时间结束后抽取，理由：${reason}`,
    above: {
      heading: '照冻结的内容抽取，结果不变；现在超过上限的有：',
      due: '需要替换的，用：',
      person: (inspector, visits, most) =>
        `检查人员${beside(inspector)}本年 ${visits} 户次，年度上限 ${most}`,
      'cap-total': (target, _, visits, most) =>
        `对象${beside(target)}本年各部门合计 ${visits} 次，上限 ${most} 次`,
      'cap-department': (target, of, visits, most) =>
        `对象${beside(target)}本年由${beside(of)}检查 ${visits} 次，上限 ${most} 次`,
      drawn: (target, of) => `对象${beside(target)}在已抽排除的期限内又被 ${of} 抽中`,
      'drawn-department': (target, of) => `对象${beside(target)}在已抽排除的期限内又被同一部门抽中：${of}`,
      item: (item, name, limit, base, drawn, may) =>
        `一般事项 ${item}（${name}）的抽查比例上限为“${limit}”，${base} 户至多抽 ${may} 户，本年已抽 ${drawn} 户`,
      frequency: (target, of, visits, most) =>
        `对象${beside(target)}本年因一般事项${beside(of)}抽中 ${visits} 次，上限 ${most} 次`,
    },
    changed: {
      heading: '冻结之后有变化（抽取仍按已冻结的内容进行）：',
      drawn: (target, why) => `抽中的检查对象${beside(target).trimEnd()}：${why}`,
      reserve: (target, why) => `替补的检查对象${beside(target).trimEnd()}：${why}，递补到它时须再次替换`,
      seated: (inspector, why, targets) =>
        `检查人员${beside(inspector).trimEnd()}：${why}，被分到${beside(listed(targets)).trimEnd()}`,
      unseated: (inspector, why) =>
        `检查人员${beside(inspector).trimEnd()}：${why}，没有被分到，但替换时仍可能递补`,
      recused: (inspector, target) => `检查人员${beside(inspector)}与被分到的${beside(target)}已登记回避`,
      why: { retired: '已不在名录库', transferred: '已调到其他部门', unqualified: '不再具备所在席位的专业' },
      due: '应替换（写明批准人）：',
      approver: ['--approver', '批准人'],
      again: '替换也按冻结时的人员和回避进行：递补的若也在上列，再替换一次',
    },
    witnesses: names => `见证人：${names}`,
    sealed: {
      kept: draw => `封存的随机源已自动使用，其值不公开；检查结束后用 ssj draw reveal ${draw}`,
      exported: draw =>
        `抽取 ${draw} 仍在封存：只有摘要和公告，没有种子、名单和抽样框；检查结束后用 ssj draw reveal ${draw}`,
      revealed: draw => `抽取 ${draw} 的封存值已公开，此后导出完整结果`,
      still: source => `封存中：${source}`,
      openedByVoid: '封存的随机源随作废一并公开，此后可导出其完整结果',
      open: entry => `封存值已公开（台账第 ${entry} 条）`,
    },
  },
  help: {
    draw: '抽取',
    announce: '再次写出已冻结抽取的公告，附此后已有见证的检查点',
    announceTo: '写入的文件夹',
    run: '抽取已冻结的任务；未冻结则同时冻结并抽取',
    seed: '随机源的值，来源=值，每个来源一次；只写值则来源为 seed',
    seedMachine: '由本机产生种子（会记录在案）',
    signature: 'drand 来源的签名，来源=十六进制',
    witness: '见证人，可多次',
    list: '列出全部抽取',
    show: '显示一次抽取的对象和检查组',
    replay: '按当时的名录库和种子重新计算并比对',
    reveal: '检查结束后公开封存的值，此后任何人都能重新计算',
    void: '把一次抽取标记作废，不删除',
  },
}

/** What a value of this form looks like (`dice/25`). */
function ofForm(form: string): string {
  const [kind, length] = form.split('/')
  if (kind === 'dice') return ` ${length} 颗骰子的点数（每颗 1 到 6，共 ${length} 位）`
  return kind === 'digits' ? ` ${length} 位数字` : `规定的写法（${form}）`
}

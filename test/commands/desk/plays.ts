import type { JobName } from '../../../src/terminal/sentences/jobs/names.ts'
import type { AtTerminal, Turn } from '../../helpers/at-terminal.ts'
import type { Office } from '../../helpers/ssj.ts'

/** One job as it is played: what is asked and answered, the command line it must amount to, what else is shown. */
export interface Play {
  readonly job: JobName
  readonly turns?: (with_: AtTerminal) => readonly Turn[]
  readonly line: string
  readonly shows?: readonly string[]
  /** What the ledger then ends with. */
  readonly action?: string
  readonly makes?: readonly string[]
  /** What is laid ready before. */
  readonly before?: (here: Office) => void | Promise<void>
  /** What the database then tells, and what that is. */
  readonly left?: (here: Office) => Promise<unknown>
  readonly is?: unknown
}

/** The work of a year, in an order in which each job finds what it needs. */
export const PLAYS: readonly Play[] = [
  { job: 'plan', turns: ({ say: { desk } }) => [[desk.ask.year, '']], line: 'plan check --year 2026' },
  {
    job: 'simulate',
    turns: ({ say: { desk } }) => [[desk.ask.task, '2026/B']],
    line: 'draw simulate 2026/B',
  },
  {
    job: 'template',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.departments],
      [desk.ask.templateTo, '部门.csv'],
    ],
    line: 'template departments --to 部门.csv',
    makes: ['部门.csv'],
  },
  {
    job: 'correct',
    turns: ({ say: { desk, registry }, language }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, 'T05'],
      [desk.record.more, language === 'en' ? 'name' : '名称'],
      ['名称', '新名店'],
      [desk.record.more, ''],
      [desk.sure, 'y'],
    ],
    line: 'add targets --set 对象编号=T05 --set 名称=新名店',
    action: 'add targets',
  },
  {
    job: 'retire',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, '新名'],
      [desk.ask.reason, '', '停业'],
      [desk.sure, 'y'],
    ],
    line: 'retire targets T05 --reason 停业',
    shows: ['T05  新名店'],
    action: 'retire targets',
  },
  {
    job: 'look',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, 'T06'],
    ],
    line: 'show targets T06 --history',
  },
  {
    job: 'visit',
    turns: ({ say: { desk } }) => [
      [desk.ask.subject, 'T06'],
      [desk.ask.department, '甲局'],
      [desk.ask.date, '2026-02-31'],
      [desk.badDay, '{clear}', '2026-05-01'],
      [desk.ask.cause, '投诉'],
      [desk.ask.reference, '', '12345-1'],
      [desk.sure, 'y'],
    ],
    line: 'visit add --target T06 --department JIA --date 2026-05-01',
    action: 'visit add',
  },
  {
    job: 'visits',
    turns: ({ say: { desk } }) => [[desk.ask.year, '']],
    line: 'visit list --year 2026',
    shows: ['12345-1'],
  },
  {
    job: 'announce',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0003'],
      [desk.ask.formats, ''],
      [desk.ask.announceTo, 'w'],
    ],
    line: 'draw announce 2026-0003 --to w',
    makes: ['w/commitment.json'],
  },
  { job: 'verify', turns: ({ say: { desk } }) => [[desk.ask.checked, 'w']], line: 'verify w' },
  {
    job: 'reveal',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0002'],
      [desk.sure, 'y'],
    ],
    line: 'draw reveal 2026-0002',
    action: 'reveal',
  },
  {
    job: 'replay',
    turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']],
    line: 'draw replay 2026-0001',
  },
  { job: 'merge', line: 'draw merge' },
  { job: 'draws', line: 'draw list' },
  { job: 'show', turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']], line: 'draw show 2026-0001' },
  {
    job: 'substitute',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.fallen, desk.options.inspector],
      // Of 乙局, which has entered no result yet: who went is not replaced.
      [desk.ask.inspector, 'P5'],
      [desk.ask.seats, ''],
      [desk.ask.outcome, ''],
      [desk.ask.reason, '急病'],
      [desk.ask.approver, '王局长'],
      [desk.ask.evidence, ''],
      [desk.sure, 'y'],
    ],
    line: 'draw substitute 2026-0001 --inspector P',
    action: 'substitute',
  },
  {
    job: 'certifyYear',
    turns: ({ say: { desk } }) => [
      [desk.ask.subject, 'T06'],
      [desk.ask.year, ''],
      [desk.ask.certificateTo, '全年.html'],
    ],
    line: 'certify T06 --year 2026 --to 全年.html',
    makes: ['全年.html'],
  },
  {
    job: 'lists',
    turns: ({ say: { desk } }) => [
      [desk.ask.list, desk.options.items],
      [desk.ask.listTo, ''],
    ],
    line: 'publish items --to',
  },
  {
    job: 'sheet',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.sheetTo, '表'],
    ],
    line: 'results sheet 2026-0001 --to 表',
    makes: ['表'],
  },
  {
    job: 'open',
    turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']],
    line: 'results list 2026-0001',
  },
  { job: 'rules', line: 'rules list' },
  { job: 'log', line: 'log' },
  { job: 'check', line: 'log --verify' },
  {
    job: 'checkAgainst',
    turns: ({ say: { desk } }) => [[desk.ask.against, '公示/record.json']],
    line: 'log --verify --against 公示/record.json',
  },
  {
    job: 'report',
    turns: ({ say: { desk } }) => [
      [desk.ask.reportName, desk.reportsNamed.deadlines],
      [desk.ask.year, ''],
      [desk.ask.reportTo, ''],
    ],
    line: 'report deadlines --year 2026',
  },
  {
    job: 'report',
    turns: ({ say: { desk } }) => [
      [desk.ask.reportName, desk.reportsNamed.timeline],
      [desk.ask.draw, '2026-0001'],
      [desk.ask.reportTo, ''],
    ],
    line: 'report timeline --draw 2026-0001',
  },
  {
    job: 'return',
    turns: ({ say: { desk } }) => [
      [desk.ask.result, 'S1'],
      [desk.ask.reason, '缺照片'],
      [desk.sure, 'y'],
    ],
    line: 'results return',
    action: 'results return',
  },
  {
    job: 'review',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'results review 2026-0001 --approver 王局长',
    action: 'results review',
  },
  {
    job: 'publish',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.publishTo, '结果'],
      [desk.sure, 'y'],
    ],
    line: 'publish results --draw 2026-0001 --to 结果',
    action: 'results publish',
    makes: ['结果'],
  },
  // Nothing is over yet: it is told before there is anything to agree to, and no command is run.
  { job: 'takedown', line: '' },
  {
    job: 'void',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0003'],
      [desk.ask.reason, '有误'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'draw void 2026-0003 --reason 有误 --approver 王局长',
    action: 'void',
  },
  {
    job: 'publicResults',
    turns: ({ say: { desk } }) => [[desk.ask.publishTo, '全部结果']],
    line: 'publish results --to 全部结果',
    makes: ['全部结果'],
  },
  {
    job: 'correctResult',
    turns: ({ say: { desk }, language }) => [
      [desk.ask.result, 'T05'],
      [desk.record.more, language === 'en' ? 'method' : '核查方式'],
      ['核查方式', '书面检查'],
      [desk.record.more, ''],
      [desk.ask.reason, '录错'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'results correct 2026-0001/',
    action: 'results correct',
  },
  {
    job: 'risk',
    turns: ({ say: { desk } }) => [[desk.ask.proposeTo, '建议.csv']],
    line: 'propose risk --to 建议.csv',
  },
  {
    job: 'caseSheet',
    turns: ({ say: { desk } }) => [
      [desk.ask.year, ''],
      [desk.ask.sheetTo, '个案表'],
    ],
    line: 'results sheet --cases 2026 --to 个案表',
    makes: ['个案表'],
  },
  {
    job: 'verifyCertificate',
    turns: ({ say: { desk } }) => [
      [desk.ask.certificate, '证明.html'],
      [desk.ask.checked, '公示'],
    ],
    line: 'verify 公示 --certificate 证明.html',
  },
  {
    job: 'freezeSealed',
    turns: ({ say: { desk } }) => [
      [desk.ask.task, '2026/B'],
      [desk.ask.announceTo, 'b'],
      [desk.sure, 'y'],
    ],
    line: 'draw freeze 2026/B --sealed --to b',
    action: 'freeze',
    makes: ['b/commitment.json'],
  },
  {
    job: 'adhoc',
    turns: ({ say: { desk } }) => [
      ['任务名称', '', '专项'],
      ['发起部门', '甲局'],
      ['抽查事项', 'S1', ''],
      [desk.ask.size, '两户', '{clear}', '2'],
      [desk.ask.from, '2026-10-01'],
      [desk.ask.until, '2026-09-01', '{clear}', '2026-10-31'],
      [desk.ask.where, ''],
      [desk.ask.sources, '随便', '{clear}', '骰子 第4次/30'],
      [desk.ask.announceTo, ''],
      [desk.sure, 'y'],
    ],
    line: 'draw freeze --name 专项 --lead JIA',
    action: 'freeze',
  },
]

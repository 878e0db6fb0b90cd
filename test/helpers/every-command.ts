import { REPORT_KINDS } from '../../src/core/report/report-kinds.ts'
import { csvFrom, inspectors, miniature, targets } from './miniature.ts'
import { atTime } from './results.ts'
import type { Office } from './ssj.ts'

/** Every command that only reads. */
export const READING: readonly (readonly string[])[] = [
  ...['departments', 'items', 'targets', 'inspectors', 'experts', 'recusals', 'plan', 'results'].map(
    library => ['list', library] as const,
  ),
  ['list', 'targets', '--where', '名称=示例店T03'],
  ['list', 'targets', '--at', '3'],
  ['show', 'targets', 'T03', '--history'],
  ['show', 'inspectors', 'P1'],
  ['plan', 'check', '--year', '2026'],
  ...['1', '2', '3', '4'].map(draw => ['draw', 'show', draw] as const),
  ['draw', 'list'],
  ['draw', 'replay', '1'],
  ['draw', 'replay', '4'],
  ['draw', 'merge'],
  ['draw', 'simulate', '--lead', 'JIA', '--count', '2', '--runs', '3', '--seed', 'x'],
  ['certify', '1', 'T03'],
  ...REPORT_KINDS.filter(report => report !== 'timeline').map(
    report => ['report', report, '--year', '2026'] as const,
  ),
  ['report', 'timeline', '--draw', '1'],
  ['visit', 'list'],
  ['rules', 'list'],
  ['rules', 'show', 'grace-days'],
  ['log'],
  ['log', '2'],
]

/** Real processes know the real time only: the office began 60 days ago. */
const START = Date.now() - 60 * 86_400_000
const dayAfter = (days: number) => new Date(START + days * 86_400_000).toISOString().slice(0, 10)
const SPRING = ['--from', dayAfter(5), '--to', dayAfter(50)]

const TASK = [
  '--lead',
  'JIA',
  '--with',
  'YI',
  '--reserve',
  '5',
  '--from',
  '2099-05-01',
  '--to',
  '2099-06-30',
  '--reason',
  '提前冻结',
]

/**
 * An office in which every command has something to do: draw 1 drawn, 2 frozen, 3 drawn under seal, 4 meeting draw 1 at
 * its targets, 5 inspected (one result entered, one reviewed), a visit, a rule, a key, and files to import.
 */
export async function busyOffice(size: number): Promise<Office> {
  const library = {
    targets: targets(size, { 监管部门: 'JIA;YI' }),
    inspectors: [...inspectors(8), ...inspectors(8, { 所属部门: 'YI' }, 9)],
    items: [{ 事项编码: 'S1', 抽查事项: '食品安全' }],
  }
  const begun = atTime(await miniature(library), `${dayAfter(0)}T01:00:00Z`)
  const draw = (...line: string[]) => begun.done('draw', ...line)
  // What waits for its seed waits as long as these tests are run.
  await begun.done('rules', 'set', 'lapse-days', '366')
  await draw('run', ...TASK, '--count', '10', '--id', 'A', '--seed', 'x')
  await draw('freeze', ...TASK, '--count', '10', '--id', 'B', '--source', '双色球 3;福彩3D 3')
  await draw('freeze', ...TASK, '--count', '10', '--id', 'C', '--sealed', '--source', '双色球 1;福彩3D 1')
  await draw('run', 'C', '--seed', '双色球 1=1 2 3 4 5 6 7', '--seed', '福彩3D 1=407')
  await draw(
    'run',
    '--lead',
    'YI',
    '--rate',
    '100%',
    '--from',
    '2099-05-01',
    '--to',
    '2099-06-30',
    '--reason',
    '提前冻结',
    '--id',
    'D',
    '--seed',
    'y',
  )
  await draw('run', '--lead', 'JIA', '--items', 'S1', '--count', '4', ...SPRING, '--id', 'R', '--seed', 'z')
  const here = atTime(begun, `${dayAfter(55)}T02:00:00Z`)
  await results(here)
  await here.done('key', 'new', 'one.key')
  await here.done('rules', 'set', 'grace-days', '30')
  await here.done(
    'visit',
    'add',
    '--target',
    'T03',
    '--department',
    'JIA',
    '--date',
    '2026-01-20',
    '--cause',
    '投诉举报',
    '--reference',
    '字1',
  )
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `N${from + i},新店${from + i},JIA\n`).join('')
  here.file('new.csv', `对象编号,名称,监管部门\n${rows(1, 2 * size)}`)
  here.file('bad.csv', `对象编号,名称,监管部门\n${rows(1, size)}N0,坏店,没有这个部门\n`)
  here.file('drawn.csv', '对象编号\nT07\nT08\n')
  here.file('plan.csv', '任务编号,任务名称,发起部门,抽查数量\nE,示例,JIA,3\n')
  here.file('visits.csv', '对象编号,部门,日期,原因,线索\nT04,JIA,2026-01-21,投诉举报,字2\n')
  return here
}

/** Of the targets of draw 5 the result of one is entered, of one reviewed; those of two lie in `results.csv`. */
async function results(here: Office): Promise<void> {
  const { selection } = await here.done('draw', 'show', '5')
  const rows = selection
    .filter(({ standing }: { standing: string }) => standing === 'drawn')
    .map(({ target }: { target: string }) => ({
      任务编号: 'R',
      对象编号: target,
      检查部门: '甲局',
      抽查事项: 'S1',
      检查日期: dayAfter(20),
      检查结果代码: '1',
    }))
  here.file('first.csv', csvFrom(rows.slice(0, 1)))
  here.file('second.csv', csvFrom(rows.slice(1, 2)))
  here.file('results.csv', csvFrom(rows.slice(2)))
  await here.done('import', 'results', 'first.csv')
  await here.done('results', 'review', '5', '--approver', '科长')
  await here.done('import', 'results', 'second.csv')
}

/** A command that writes: its words, given where it may write; whether what it writes stands there. */
export type Writing = readonly [name: string, line: (out: string) => readonly string[], writes: boolean]

/** Every command that writes, for {@link busyOffice}. */
export function writingIn(drawn: string, seat: string, visit: string): readonly Writing[] {
  const why = ['--reason', '搬迁', '--approver', '乙']
  return [
    ['init', out => ['init', '--db', out], true],
    ['backup', out => ['backup', out], true],
    ['import targets', () => ['import', 'targets', 'new.csv'], false],
    ['import --replace', () => ['import', 'targets', 'new.csv', '--replace', '--yes'], false],
    ['import --rejects', out => ['import', 'targets', 'bad.csv', '--skip-bad', '--rejects', out], true],
    ['import plan', () => ['import', 'plan', 'plan.csv'], false],
    ['add', () => ['add', 'targets', '--set', '对象编号=Z1', '--set', '名称=示例'], false],
    ['retire', () => ['retire', 'targets', 'T05', '--reason', '注销'], false],
    ['rules set', () => ['rules', 'set', 'grace-days', '60'], false],
    [
      'visit add',
      () => [
        'visit',
        'add',
        '--target',
        'T06',
        '--department',
        'JIA',
        '--date',
        '2026-01-22',
        '--cause',
        '投诉举报',
        '--reference',
        '字1',
      ],
      false,
    ],
    ['visit import', () => ['visit', 'import', 'visits.csv'], false],
    ['visit strike', () => ['visit', 'strike', visit, '--reason', '误录'], false],
    [
      'draw freeze',
      () => ['draw', 'freeze', ...TASK, '--count', '10', '--id', 'F', '--source', '双色球 4;福彩3D 4'],
      false,
    ],
    [
      'draw freeze --to',
      out => [
        'draw',
        'freeze',
        ...TASK.filter(word => word !== '--to' && word !== '2099-06-30'),
        '--count',
        '10',
        '--id',
        'G',
        '--source',
        '骰子 G/30',
        '--to',
        out,
      ],
      true,
    ],
    [
      'draw freeze --sealed',
      () => [
        'draw',
        'freeze',
        ...TASK,
        '--count',
        '10',
        '--id',
        'H',
        '--sealed',
        '--source',
        '双色球 2;福彩3D 2',
      ],
      false,
    ],
    [
      'draw run',
      () => ['draw', 'run', 'B', '--seed', '双色球 3=1 2 3 4 5 6 7', '--seed', '福彩3D 3=407'],
      false,
    ],
    ['draw run at once', () => ['draw', 'run', ...TASK, '--count', '10', '--id', 'I', '--seed', 'x'], false],
    ['draw reveal', () => ['draw', 'reveal', '3'], false],
    ['draw void', () => ['draw', 'void', '1', ...why], false],
    ['draw substitute --target', () => ['draw', 'substitute', '1', '--target', drawn, ...why], false],
    [
      'draw substitute --inspector',
      () => ['draw', 'substitute', '1', '--inspector', seat, '--reason', '请假', '--approver', '乙'],
      false,
    ],
    ['draw merge', () => ['draw', 'merge', '1', '4', '--target', drawn, '--approver', '乙'], false],
    ['export', out => ['export', '1', '--to', out], true],
    ['export --profile archive', out => ['export', '1', '--profile', 'archive', '--to', out], true],
    ['export --zip', out => ['export', '1', '--profile', 'archive', '--zip', '--to', out], true],
    ['publish', out => ['publish', 'items', '--to', `${out}.csv`], true],
    ['results sheet', out => ['results', 'sheet', '5', '--to', `${out}.csv`], true],
    ['import results', () => ['import', 'results', 'results.csv'], false],
    ['results review', () => ['results', 'review', '5', '--approver', '科长'], false],
    ['results return', () => ['results', 'return', '5', '--reason', '漏填'], false],
    ['results publish', () => ['results', 'publish', '5'], false],
    ['key new', out => ['key', 'new', `${out}.key`], true],
    ['key add', () => ['key', 'add', 'one.key.pub', '--name', '示例局'], false],
    ['propose risk', out => ['propose', 'risk', '--to', `${out}.csv`], true],
    ['exchange copy', out => ['exchange', 'copy', 'gsxt-results', '--to', out], true],
    ['report --to', out => ['report', 'workload', '--year', '2026', '--to', `${out}.html`], true],
    ['certify --to', out => ['certify', '1', 'T03', '--to', `${out}.json`], true],
  ]
}

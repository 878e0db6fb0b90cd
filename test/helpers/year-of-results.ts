import { csvFrom } from './miniature.ts'
import type { Office } from './ssj.ts'
import { officeOf, spanOf, type YearTask, yearOf } from './year.ts'

/** A result as the test notes it down, beside the program. */
export interface NotedResult {
  readonly draw: string
  readonly target: string
  readonly department: string
  readonly item: string
  readonly task: string
  readonly inspected: string
  readonly outcomes: readonly string[]
  readonly settled: '已完结' | '未完结'
  readonly state: 'entered' | 'reviewed' | 'returned' | 'published'
  readonly published: string | null
  readonly corrected: boolean
  /** Its draw is void by now, or its target fell out. */
  readonly stray: boolean
}

/** What a draw asks for by the end of the year, noted from the draw as it was told. */
export interface NotedDraw {
  readonly draw: string
  readonly task: YearTask
  readonly void: boolean
  readonly due: readonly { readonly target: string; readonly department: string }[]
}

/** Every code of the platforms, each alone as it may stand, and some together. */
const OUTCOMES = [
  '1',
  '1',
  '1',
  '1',
  'B',
  'C',
  '6',
  'E',
  '8',
  'F',
  'A',
  '7',
  '9',
  '10',
  '11',
  '12',
  '2',
  'D',
  '3',
  '4',
  '5',
  'G',
  '6;A',
  'B;C',
]
const PROBLEMS = new Set(['B', 'C', '6', '8', 'A', '2', 'D', '3', '4', '5', 'G'])
const HEAD = { 录入员: { SSJ_ACTOR: '录入员' }, 科员: { SSJ_ACTOR: '科员' } }
const BY = ['--approver', '局领导']

/**
 * A district's year with all that follows a draw: results entered, some not; reviewed, returned, published, corrected; a
 * target that falls out after it was visited, a draw that is made void after it; cases with results. The same number gives
 * the same year. What is noted comes from what was put in, never from what the program counts.
 */
export async function yearOfResults(
  seed: number,
  targets: number,
): Promise<{
  readonly here: Office
  readonly draws: readonly NotedDraw[]
  readonly results: readonly NotedResult[]
}> {
  const year = yearOf(seed, targets)
  const here = await officeOf(year)
  const [draws, results]: [NotedDraw[], NotedResult[]] = [[], []]
  let turn = seed
  const ssj = async (day: number, who: keyof typeof HEAD, ...argv: string[]) => {
    const now = `${dayOf(month, day)}T02:00:00Z`
    const ran = await here.ssjIn({ now, env: HEAD[who] }, ...argv)
    if (ran.code !== 0) throw new Error(`ssj ${argv.join(' ')}: ${ran.err}${ran.out}`)
    return ran
  }
  let month = 1
  /** What is done on the days of a month, each day in the order in which it was thought of. */
  let agenda: (readonly [day: number, work: () => Promise<unknown>])[] = []
  const at = (day: number, who: keyof typeof HEAD, ...argv: string[]) => {
    agenda.push([day, () => ssj(day, who, ...argv)])
  }

  /** Enters a result for most of what is due, and takes it as far as it goes. */
  function found(draw: string, task: YearTask, due: NotedDraw['due']): NotedResult[] {
    const item = task.items[0]!
    const made = due.flatMap(({ target, department }): NotedResult[] => {
      turn++
      if (turn % 10 === 0) return []
      const outcomes = OUTCOMES[turn % OUTCOMES.length]!.split(';')
      const isOpen = outcomes.some(code => PROBLEMS.has(code))
      return [
        {
          ...{
            draw,
            target,
            department,
            item,
            task: task.id,
            inspected: dayOf(month, 2 + (turn % 17)),
            outcomes,
          },
          ...{
            settled: isOpen ? '未完结' : '已完结',
            state: 'entered',
            published: null,
            corrected: false,
            stray: false,
          },
        },
      ]
    })
    if (made.length === 0) return []
    const rows = made.map(one => ({
      ...{
        任务编号: draw,
        对象编号: one.target,
        检查部门: one.department,
        抽查事项: one.item,
        检查日期: one.inspected,
      },
      ...{ 检查结果代码: one.outcomes.join(';'), 发现问题: one.settled === '未完结' ? '示例问题' : '' },
      检查人员: draw.startsWith('C') ? `${one.department}1、${one.department}2` : '',
    }))
    at(20, '录入员', 'import', 'results', here.file(`r-${draw}.csv`, csvFrom(rows)))
    const [back, ...on] = made
    const key = (one: NotedResult) => `${one.draw}/${one.target}/${one.department}/${one.item}`
    if (turn % 3 === 0) {
      at(21, '科员', 'results', 'return', key(back!), '--reason', '没有写明')
      if (on.length === 0) return [{ ...back!, state: 'returned' }]
    }
    const returned = turn % 3 === 0 ? [{ ...back!, state: 'returned' as const }] : []
    const rest = turn % 3 === 0 ? on : made
    at(22, '科员', 'results', 'review', draw, '--approver', '科长')
    if (turn % 5 === 0) return [...returned, ...rest.map(one => ({ ...one, state: 'reviewed' as const }))]
    at(25, '科员', 'results', 'publish', draw)
    const published = rest.map(one => ({ ...one, state: 'published' as const, published: dayOf(month, 25) }))
    const wrong = published.find(({ outcomes }) => outcomes.join() === '1')
    if (wrong === undefined || turn % 2 === 0) return [...returned, ...published]
    const set = [
      '--set',
      '检查结果=E',
      '--set',
      '发现问题=当场改正',
      '--reason',
      '录错',
      '--approver',
      '科长',
    ]
    at(27, '科员', 'results', 'correct', key(wrong), ...set)
    const corrected = { ...wrong, outcomes: ['E'], corrected: true }
    return [...returned, ...published.map(one => (one === wrong ? corrected : one))]
  }

  const drawn = async (draw: string): Promise<NotedDraw['due']> => {
    const { selection } = await here.done('draw', 'show', draw)
    return (selection as { target: string; team: { department: string }[] }[]).flatMap(({ target, team }) =>
      [...new Set(team.map(({ department }) => department))].map(department => ({ target, department })),
    )
  }

  for (; month <= 12; month++) {
    agenda = []
    for (const task of year.tasks.filter(one => one.month === month)) {
      const run = ['draw', 'run', task.id, '--json']
      const draw = (await ssj(1, '科员', ...run, '--seed', `${task.id} ${seed}`)).json.draw as string
      const due = await drawn(draw)
      const made = found(draw, task, due)
      const number = draws.length
      if (task.id === 'P05') {
        for (const one of made) results.push({ ...one, stray: true })
        draws.push({ draw, task, void: true, due: [] })
        const again = ['--again', '--reason', '名单有误', ...BY, '--seed', '再抽', '--despite-results']
        agenda.push([
          28,
          async () => {
            const second = (await ssj(28, '科员', ...run, ...again)).json.draw as string
            draws.push({ draw: second, task, void: false, due: await drawn(second) })
          },
        ])
      } else if (number % 6 === 5) {
        const gone = due[0]!.target
        const out = ['--target', gone, '--reason', 'closed', ...BY, '--leave-empty', '--despite-results']
        for (const one of made) results.push({ ...one, stray: one.target === gone })
        agenda.push([
          28,
          async () => {
            await ssj(28, '科员', 'draw', 'substitute', draw, ...out)
            draws.push({ draw, task, void: false, due: await drawn(draw) })
          },
        ])
      } else {
        for (const one of made) results.push(one)
        draws.push({ draw, task, void: false, due })
      }
    }
    for (const one of year.cases.filter(({ month: of }) => of === month).slice(0, 2)) {
      const { target, department, cause } = one
      const said = [
        '--target',
        target,
        '--department',
        department,
        '--cause',
        cause,
        '--reference',
        `${month}-${target}`,
      ]
      const visit = (await ssj(5, '科员', 'visit', 'add', ...said, '--json')).json.id as string
      const inspected = dayOf(month, 5)
      const row = {
        任务编号: visit,
        对象编号: target,
        检查部门: department,
        抽查事项: 'I2',
        检查日期: inspected,
      }
      const rows = [
        { ...row, 检查结果代码: 'A', 发现问题: '示例问题', 检查人员: `${department}1、${department}2` },
      ]
      at(20, '录入员', 'import', 'results', here.file(`r-${visit}.csv`, csvFrom(rows)))
      results.push({
        ...{ draw: visit, target, department, item: 'I2', task: visit, inspected, outcomes: ['A'] },
        ...{ settled: '未完结', state: 'entered', published: null, corrected: false, stray: false },
      })
    }
    for (const [, work] of agenda.sort(([a], [b]) => a - b)) await work()
  }
  return { here, draws, results }
}

function dayOf(month: number, day: number): string {
  return `${spanOf(month)[0].slice(0, 8)}${String(day).padStart(2, '0')}`
}

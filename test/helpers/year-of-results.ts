import { csvFrom } from './miniature.ts'
import {
  keyOf,
  type NotedCase,
  type NotedDraw,
  type NotedResult,
  type NotedTarget,
  type NotedTask,
  type NotedYear,
} from './noted-year.ts'
import type { Office } from './ssj.ts'
import { officeOf, planLine, spanOf, type YearTask, yearOf } from './year.ts'

/** Every code of the platforms, each alone as it may stand, and some together. */
const OUTCOMES = '1 1 1 1 B C 6 E 8 F A 7 9 10 11 12 2 D 3 4 5 G 6;A B;C'.split(' ')
const PROBLEMS = new Set('B C 6 8 A 2 D 3 4 5 G'.split(' '))
const METHODS = ['实地检查', '书面检查', '书面检查;网络监测', '实地检查;书面检查', '']
const HEAD = { 录入员: { SSJ_ACTOR: '录入员' }, 科员: { SSJ_ACTOR: '科员' } }
const BY = ['--approver', '局领导']
/** Drawn by nobody to the end of the year; drawn and void for good. */
const [NEVER_DRAWN, VOID_FOR_GOOD, VOID_ONCE] = ['P40', 'P25', 'P05']
const FILED = '2025-12-01'

/** An office at some moment, with what is noted of it. */
export interface NotedOffice {
  readonly here: Office
  readonly noted: NotedYear
}

/**
 * A district's year with all that follows a draw: results entered, some not; reviewed, returned, entered anew, published in
 * time and late, corrected; targets and people that fall out before and after the visit, draws that become void; common
 * visits, ad-hoc tasks, a draw of the year before, a task filed late and one never drawn; cases, rechecks, follow-up, a
 * class of risk that changes, and natural persons. The same number gives the same year. `at` are the ends of months of
 * which copies are wanted; the last is of 28 January of the next year.
 */
export async function yearOfResults(
  seed: number,
  targets: number,
  at: readonly string[] = [],
): Promise<{ readonly last: NotedOffice; readonly at: readonly NotedOffice[] }> {
  const year = yearOf(seed, targets)
  const here = await officeOf(year, `${FILED}T00:00:00Z`)
  const registry = new Map<string, NotedTarget>(
    year.targets.map(({ id, departments, risk }) => [id, { departments, risk, isPerson: false }]),
  )
  const tasks: NotedTask[] = year.tasks.map(({ id, lead, month }) => ({
    ...{ id: `2026/${id}`, lead, filed: FILED, from: spanOf(month)[0] },
  }))
  const [draws, results] = [new Map<string, NotedDraw>(), new Map<string, NotedResult>()]
  const [cases, substitutions]: [NotedCase[], NotedYear['substitutions'][number][]] = [[], []]
  const copies: NotedOffice[] = []
  const planned = [...year.tasks]
  let turn = seed
  /** What is to be done on a day, those of one day in the order in which they were thought of. */
  let agenda: (readonly [day: string, work: () => Promise<unknown>])[] = []

  const ssj = async (day: string, who: keyof typeof HEAD, ...argv: string[]) => {
    const ran = await here.ssjIn({ now: `${day}T02:00:00Z`, env: HEAD[who] }, ...argv)
    if (ran.code !== 0) throw new Error(`${day} ssj ${argv.join(' ')}: ${ran.err}${ran.out}`)
    return ran
  }
  const on = (day: string, work: () => Promise<unknown>) => agenda.push([day, work])
  /** What is noted once the command is done, of results by their keys. */
  const step = (keys: readonly string[], made: (one: NotedResult) => Partial<NotedResult>) => {
    for (const key of keys) results.set(key, { ...results.get(key)!, ...made(results.get(key)!) })
  }
  const inState = (draw: string, state: NotedResult['state']) =>
    [...results].flatMap(([key, one]) => (one.draw === draw && one.state === state ? [key] : []))
  const changed = (draw: string, change: Partial<NotedDraw>) =>
    draws.set(draw, { ...draws.get(draw)!, ...change })

  /** Runs a draw and notes whom it told; a task of the plan, or one made for the occasion. */
  async function run(
    day: string,
    task: Pick<YearTask, 'id' | 'lead' | 'partners' | 'items'>,
    to: string,
    ...options: string[]
  ) {
    const argv = ['draw', 'run', ...options, '--json', '--seed', `${task.id} ${seed} ${draws.size}`]
    const draw = (await ssj(day, '科员', ...argv)).json.draw as string
    const shown = await here.done('draw', 'show', draw)
    const teams = new Map(
      (shown.selection as { target: string; team: { department: string; inspector: string }[] }[]).flatMap(
        ({ target, team }) => (team.length === 0 ? [] : [[target, teamOf(team)] as const]),
      ),
    )
    const risks = new Map([...registry].map(([id, { risk }]) => [id, risk || '未分类']))
    const pool = [task.lead, ...task.partners].flatMap(name => [1, 2, 3, 4, 5].map(i => `${name}${i}`))
    draws.set(draw, {
      ...{ draw, task: task.id, lead: task.lead, items: task.items, runOn: day, to, void: false },
      ...{ teams, risks, hosts: new Map(), pool },
    })
    return draw
  }

  /** Enters a result for most of what a draw asks for, and takes it as far as it goes; visited on the 2nd to the 18th. */
  function found(draw: string, month: string): void {
    const { teams, items } = draws.get(draw)!
    const made = [...teams].flatMap(([target, team]) =>
      [...team.keys()].flatMap(department =>
        items.flatMap((item): NotedResult[] => {
          turn++
          if (turn % 10 === 0) return []
          return [resultOf(turn, { draw, target, department, item }, `${month}-${two(2 + (turn % 17))}`)]
        }),
      ),
    )
    if (made.length === 0) return
    const [own, keys] = [turn, made.map(keyOf)]
    const rowsOf = (of: readonly string[]) => of.map(key => rowOf(results.get(key)!))
    const import_ = (day: string, of: readonly string[]) =>
      ssj(day, '录入员', 'import', 'results', here.file(`r-${draw}-${day}.csv`, csvFrom(rowsOf(of))))
    on(`${month}-20`, async () => {
      for (const one of made) {
        results.set(keyOf(one), { ...one, people: teamAt(one) })
        if (one.recheck !== '') recheck(one)
      }
      await import_(`${month}-20`, keys)
    })
    const [back, wrong] = [keys[0]!, keys.find((_, i) => i > 0 && made[i]!.outcomes.join() === '1')]
    if (own % 3 === 0) {
      on(`${month}-21`, async () => {
        await ssj(`${month}-21`, '科员', 'results', 'return', back, '--reason', '没有写明')
        step([back], () => ({ state: 'returned', stepped: `${month}-21` }))
      })
      // Some are entered anew, and wait.
      if (own % 6 === 0)
        on(`${month}-23`, async () => {
          step([back], ({ methods }) => ({ methods: [methods[0] === '书面检查' ? '实地检查' : '书面检查'] }))
          await import_(`${month}-23`, [back])
          step([back], () => ({ state: 'entered', stepped: `${month}-23` }))
        })
    }
    if (own % 7 === 0) return
    on(`${month}-22`, async () => {
      const keys = inState(draw, 'entered')
      if (keys.length === 0) return
      await ssj(`${month}-22`, '科员', 'results', 'review', draw, '--approver', '科长')
      step(keys, () => ({ state: 'reviewed', stepped: `${month}-22` }))
    })
    if (own % 5 === 0) return
    const publishedOn = own % 4 === 1 ? `${monthAfter(month)}-24` : `${month}-25`
    on(publishedOn, async () => {
      const keys = inState(draw, 'reviewed')
      if (keys.length === 0) return
      await ssj(publishedOn, '科员', 'results', 'publish', draw)
      step(keys, () => ({ state: 'published', stepped: publishedOn, published: publishedOn }))
    })
    if (wrong === undefined || own % 2 === 0) return
    const day = `${publishedOn.slice(0, 8)}27`
    on(day, async () => {
      if (results.get(wrong)!.state !== 'published') return
      const set = ['--set', '检查结果=E', '--set', '发现问题=当场改正', '--reason', '录错']
      await ssj(day, '科员', 'results', 'correct', wrong, ...set, '--approver', '科长')
      step([wrong], () => ({ outcomes: ['E'], corrected: true, stepped: day }))
    })
  }

  /** Who goes to a target now: at a common visit the people of the host, where it brings the department. */
  function teamAt({ draw, target, department }: NotedResult): readonly string[] {
    const { teams, hosts } = draws.get(draw)!
    const host = draws
      .get(hosts.get(target) ?? '')
      ?.teams.get(target)
      ?.get(department)
    return host ?? teams.get(target)?.get(department) ?? []
  }

  /** A 复查 is a visit too: one for each target, department and day. */
  function recheck({ target, department, recheck: day }: NotedResult): void {
    const isKnown = cases.some(
      one => one.id === '' && one.target === target && one.department === department && one.day === day,
    )
    if (!isKnown) cases.push({ id: '', target, department, day })
  }

  async function voidDraw(day: string, draw: string): Promise<void> {
    await ssj(day, '科员', 'draw', 'void', draw, '--reason', '名单有误', ...BY, '--despite-results')
    changed(draw, { void: true })
  }

  /** A target falls out, and another may come in for it. */
  async function fallsOut(day: string, draw: string, gone: string): Promise<void> {
    const said = ['--target', gone, '--reason', 'closed', ...BY, '--leave-empty', '--despite-results']
    const { changes } = (await ssj(day, '科员', 'draw', 'substitute', draw, ...said, '--json')).json
    const teams = new Map([...draws.get(draw)!.teams].filter(([target]) => target !== gone))
    for (const { kind, in: came, target, department } of changes as Change[])
      if (kind === 'inspector' && came !== '') seat(teams, target, department, came)
    changed(draw, { teams })
    substitutions.push({ draw, kind: 'target' })
  }

  /** Somebody falls out everywhere in a draw. */
  async function isIll(day: string, draw: string, who: string): Promise<void> {
    const said = ['--inspector', who, '--reason', '请假', ...BY]
    const { changes } = (await ssj(day, '科员', 'draw', 'substitute', draw, ...said, '--json')).json
    const teams = new Map(draws.get(draw)!.teams)
    for (const { in: came, target, department } of changes as Change[]) {
      const rest = teams.get(target)!.get(department)!
      const without = rest.filter(one => one !== who)
      const team = came === '' ? without : [...without, came]
      teams.set(target, new Map(teams.get(target)!).set(department, team))
    }
    changed(draw, { teams })
    substitutions.push({ draw, kind: 'inspector' })
  }

  /** A second draw of the same firm, visited together with the first: by another department, or by the same and others. */
  async function together(day: string, month: string, host: string, alike: boolean): Promise<void> {
    const { teams, lead } = draws.get(host)!
    const target = [...teams.keys()].find(id =>
      registry.get(id)!.departments.some(name => !teams.get(id)!.has(name)),
    )
    if (target === undefined) return
    const other = registry.get(target)!.departments.find(name => !teams.get(target)!.has(name))!
    const partners = alike ? [lead] : []
    const task = { id: `2026/H${month.slice(5)}`, lead: other, partners, items: ['I2', 'I3'] }
    const own = ['--lead', other, ...(alike ? ['--with', lead] : []), '--items', 'I2;I3', '--count', '1']
    const where = ['--where', `对象编号=${target}`, '--exclude-drawn', '否', '--id', task.id.slice(5)]
    const span = ['--from', day, '--to', `${month}-28`]
    const guest = await run(day, task, `${month}-28`, ...own, ...where, ...span)
    await ssj(day, '科员', 'draw', 'merge', host, guest, '--target', target, ...BY, '--reason', '合并')
    changed(guest, { hosts: new Map([[target, host]]) })
    found(guest, month)
  }

  async function month(of: string, planned: readonly YearTask[]): Promise<void> {
    const first = `${of}-01`
    for (const task of planned) {
      if (task.id === NEVER_DRAWN) continue
      const known = { ...task, id: `2026/${task.id}` }
      const draw = await run(first, known, `${of}-28`, task.id)
      const turnOf = draws.size
      if (turnOf % 6 === 4)
        await isIll(first, draw, [...draws.get(draw)!.teams.values()][0]!.values().next().value![0]!)
      if (turnOf % 5 === 2) await together(first, of, draw, turnOf % 2 === 0)
      found(draw, of)
      if (task.id === VOID_ONCE) {
        on(`${of}-28`, async () => {
          const why = ['--again', '--reason', '名单有误', ...BY, '--despite-results']
          await run(`${of}-28`, known, `${of}-28`, task.id, ...why)
          changed(draw, { void: true })
        })
      } else if (task.id === VOID_FOR_GOOD) on(`${of}-28`, () => voidDraw(`${of}-28`, draw))
      else if (turnOf % 6 === 5)
        on(`${of}-28`, () => fallsOut(`${of}-28`, draw, [...draws.get(draw)!.teams.keys()][0]!))
    }
    for (const { target, department, cause } of year.cases
      .filter(one => `2026-${two(one.month)}` === of)
      .slice(0, 2)) {
      const day = `${of}-05`
      const said = ['--target', target, '--department', department, '--cause', cause]
      const reference = ['--reference', `${of}-${target}`, '--json']
      const id = (await ssj(day, '科员', 'visit', 'add', ...said, ...reference)).json.id as string
      cases.push({ id, target, department, day })
      const one = resultOf(++turn, { draw: id, target, department, item: 'I2' }, day)
      on(`${of}-20`, async () => {
        results.set(keyOf(one), one)
        if (one.recheck !== '') recheck(one)
        const row = { ...rowOf(one), 检查人员: `${department}1、${department}2` }
        await ssj(`${of}-20`, '录入员', 'import', 'results', here.file(`r-${id}.csv`, csvFrom([row])))
      })
    }
  }

  /** Does what is due up to a day. */
  async function until(day: string): Promise<void> {
    while (true) {
      const next = agenda.filter(([of]) => of <= day).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))[0]
      if (next === undefined) return
      agenda = agenda.filter(one => one !== next)
      await next[1]()
    }
  }

  const copyNow = (): NotedOffice => {
    const noted: NotedYear = {
      ...{ registry: new Map(registry), tasks: [...tasks], draws: [...draws.values()] },
      ...{ cases: [...cases], results: [...results.values()], substitutions: [...substitutions] },
    }
    return { here: here.copy(), noted }
  }

  // A draw of the year before, visited in this one; persons, and a department's own tasks.
  const people = Array.from({ length: 12 }, (_, i) => `N${two(i + 1)}`)
  const cells = people.map(id => ({ 对象编号: id, 名称: `示例摊${id}`, 主体类型: '个人', 监管部门: 'SC' }))
  await ssj('2025-12-02', '科员', 'import', 'targets', here.file('people.csv', csvFrom(cells)))
  for (const id of people) registry.set(id, { departments: ['SC'], risk: '', isPerson: true })
  const adHoc = (id: string, count: number, ...more: string[]) => [
    ...['--id', id, '--lead', 'SC', '--items', 'I2', '--count', String(count), ...more],
  ]
  const taskOf = (id: string, ...partners: string[]) => ({ id, lead: 'SC', partners, items: ['I2'] })
  const before = [
    '--where',
    '分库=餐饮',
    '--from',
    '2025-12-10',
    '--to',
    '2026-01-31',
    '--exclude-drawn',
    '否',
  ]
  found(await run('2025-12-10', taskOf('2025/L1'), '2026-01-31', ...adHoc('L1', 4, ...before)), '2026-01')
  for (let of = 1; of <= 12; of++) {
    const month_ = `2026-${two(of)}`
    await until(`${month_}-00`)
    const span = ['--from', `${month_}-01`, '--to', `${month_}-28`, '--exclude-drawn', '否']
    if (of === 1) {
      const persons = ['--where', '主体类型=个人', ...span]
      const draw = await run(`${month_}-01`, taskOf('2026/N1'), `${month_}-28`, ...adHoc('N1', 5, ...persons))
      found(draw, month_)
      const void_ = await run(
        `${month_}-01`,
        taskOf('2026/V1'),
        `${month_}-28`,
        ...adHoc('V1', 2, ...persons),
      )
      found(void_, month_)
      on(`${month_}-28`, () => voidDraw(`${month_}-28`, void_))
    }
    if (of === 2) {
      const late = { ...year.tasks[39]!, id: 'P41', month: 11, count: 4 }
      const file = here.file('late.csv', csvFrom([planLine(late)]))
      on('2026-02-10', () => ssj('2026-02-10', '科员', 'import', 'plan', file))
      tasks.push({ id: '2026/P41', lead: late.lead, filed: '2026-02-10', from: '2026-11-01' })
      planned.push(late)
    }
    if (of === 4) {
      // Reserves come in for who falls out, before and after the visits.
      const said = ['--where', '分库=学校', '--reserve', '3', '--with', 'HB', ...span]
      const task = taskOf('2026/R1', 'HB')
      const draw = await run('2026-04-01', task, '2026-04-28', ...adHoc('R1', 5, ...said))
      await callsIn('2026-04-01', draw)
      found(draw, month_)
      on('2026-04-28', () => callsIn('2026-04-28', draw))
    }
    if (of === 6) {
      const [target] = [...[...draws.values()].find(one => one.task === '2026/P02')!.teams.keys()]
      const class_ = registry.get(target!)!.risk === 'D' ? 'A' : 'D'
      const said = ['--set', `对象编号=${target}`, '--set', `信用风险等级=${class_}`]
      await ssj(`${month_}-01`, '科员', 'add', 'targets', ...said)
      registry.set(target!, { ...registry.get(target!)!, risk: class_ })
    }
    await month(
      month_,
      planned.filter(one => one.month === of),
    )
    await until(`${month_}-31`)
    if (at.includes(month_)) copies.push(copyNow())
  }
  await until('2027-01-28')
  return { last: copyNow(), at: copies }

  /** The first target falls out, and the first in reserve comes in for it, with the people the program tells. */
  async function callsIn(day: string, draw: string): Promise<void> {
    const [gone] = [...draws.get(draw)!.teams.keys()]
    await fallsOut(day, draw, gone!)
  }
}

interface Change {
  readonly kind: 'target' | 'inspector'
  readonly out: string
  readonly in: string
  readonly target: string
  readonly department: string
}

function teamOf(team: readonly { department: string; inspector: string }[]): Map<string, string[]> {
  const by = new Map<string, string[]>()
  for (const { department, inspector } of team) by.set(department, [...(by.get(department) ?? []), inspector])
  return by
}

function seat(
  teams: Map<string, ReadonlyMap<string, readonly string[]>>,
  target: string,
  department: string,
  who: string,
): void {
  const team = new Map(teams.get(target) ?? [])
  teams.set(target, team.set(department, [...(team.get(department) ?? []), who]))
}

/** A result whose outcome, methods and follow-up go by its turn. */
function resultOf(
  turn: number,
  key: Pick<NotedResult, 'draw' | 'target' | 'department' | 'item'>,
  inspected: string,
): NotedResult {
  const outcomes = OUTCOMES[turn % OUTCOMES.length]!.split(';').sort()
  const isProblem = outcomes.some(code => PROBLEMS.has(code))
  const month = inspected.slice(0, 7)
  const isSettled = isProblem && turn % 3 === 0
  const recheck = isSettled && turn % 2 === 0 ? `${month}-19` : ''
  return {
    ...{ ...key, inspected, outcomes, recheck },
    methods: METHODS[turn % METHODS.length]!.split(';').filter(text => text !== ''),
    settled: isProblem && !isSettled ? '未完结' : '已完结',
    deadline: isProblem && turn % 4 === 0 ? `${monthAfter(month)}-10` : '',
    closed: isSettled && recheck === '' ? `${month}-19` : '',
    caseNumber: isProblem && turn % 5 === 0 ? `示例立案${turn}` : '',
    receiver: isProblem && turn % 11 === 0 ? 'GA' : '',
    penalty: isProblem && turn % 5 === 0 && turn % 2 === 0 ? '警告' : '',
    ...{ state: 'entered', stepped: '', published: null, corrected: false, people: [] },
  }
}

function rowOf(one: NotedResult): Readonly<Record<string, string>> {
  return {
    ...{ 任务编号: one.draw, 对象编号: one.target, 检查部门: one.department, 抽查事项: one.item },
    ...{ 检查日期: one.inspected, 检查结果代码: one.outcomes.join(';'), 核查方式: one.methods.join(';') },
    发现问题: one.outcomes.some(code => PROBLEMS.has(code)) ? '示例问题' : '',
    ...{ 完结状态: one.settled, 整改期限: one.deadline, 完结日期: one.closed, 复查日期: one.recheck },
    ...{ 复查结果: one.recheck === '' ? '' : '1', 处理结果: one.closed === '' ? '' : '已改正' },
    ...{ 立案号: one.caseNumber, 接收部门: one.receiver, 处罚结果: one.penalty },
  }
}

function monthAfter(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return of === 12 ? `${year + 1}-01` : `${year}-${two(of + 1)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

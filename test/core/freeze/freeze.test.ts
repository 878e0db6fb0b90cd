import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/core/dates.ts'
import type { SecondCommitment } from '../../../src/core/draw/commitment/commitment.ts'
import { frameColumns } from '../../../src/core/frame/frame.ts'
import type { PastDraw } from '../../../src/core/frame/visit-history.ts'
import { fixTask } from '../../../src/core/freeze/fix.ts'
import { type FreezeInput, freeze, type StandingAttempt } from '../../../src/core/freeze/freeze.ts'
import { type FrozenAttempt, freezeTerms } from '../../../src/core/freeze/freeze-terms.ts'
import { reasonOutside } from '../../../src/core/freeze/outside-period.ts'
import type { LibraryName } from '../../../src/core/registry/libraries/field.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, type RecordCells } from '../../../src/core/registry/libraries/record-cells.ts'
import { asRecord } from '../../../src/core/registry/record.ts'
import type { RuleStandings } from '../../../src/core/rules/reasons.ts'
import { RULE_BOOK, type RuleName, valuesWith } from '../../../src/core/rules/rule-book.ts'
import { digest, drawNumber, entryNumber } from '../../helpers/ids.ts'
import { refused } from '../../helpers/refused.ts'

/** A record of a library from some of its fields; the first is its id. */
function cells<N extends LibraryName>(name: N, id: string, fields: Record<string, string>): RecordCells {
  const row: RecordCells = Array(cellCount(library(name))).fill('')
  row[0] = id
  for (const [field, value] of Object.entries(fields)) row[columnOf(library(name), field as never)] = value
  return row
}

const TASK = cells('plan', '2026/R1', {
  code: 'R1',
  name: '餐饮抽查',
  kind: '不定向',
  lead: 'SJ',
  items: 'S1',
  count: '2',
  team: '2',
  period: '2026-03-01~2026-03-31',
})
const ITEM = cells('items', 'S1', {
  name: '食品安全',
  class: '重点检查事项',
  basis: '《食品安全法》',
  body: 'SJ',
})
const INSPECTORS = ['P1', 'P2', 'P3'].map(id =>
  asRecord('inspectors', cells('inspectors', id, { name: id, department: 'SJ', certificate: `1411${id}` })),
)
const TARGETS = ['T1', 'T2', 'T3', 'T4']

/** The registries of a small office, with what a test changes in them. */
function input(
  changes: {
    readonly rules?: Partial<Record<RuleName, string>>
    readonly attempts?: readonly StandingAttempt[]
    readonly again?: boolean
    readonly items?: FreezeInput['items']
    readonly targets?: readonly string[]
    readonly draws?: FreezeInput['draws']
    readonly today?: string
    readonly lateReason?: string
  } = {},
): FreezeInput {
  const values = valuesWith(new Map(Object.entries(changes.rules ?? {})))
  const terms = freezeTerms<StandingAttempt>({
    row: TASK,
    today: dayOf('2026-02-03'),
    now: '2026-02-03T04:05:06Z',
    number: drawNumber('2026-0001'),
    announced: false,
    values,
    attempts: changes.attempts ?? [],
    again: changes.again ?? false,
    lending: null,
    codes: new Map(),
    sealFrom: null,
  })
  const columns = frameColumns(terms.task, terms.rules)
  const standing = (rule: RuleName) => ({ rule, value: values[rule], set: null })
  return {
    ...terms,
    number: drawNumber('2026-0001'),
    today: dayOf(changes.today ?? '2026-02-03'),
    lateReason: changes.lateReason ?? null,
    announcing: null,
    published: {
      row: asRecord('plan', TASK),
      items: [],
      departments: [],
      named: { targets: [], staff: [] },
    },
    standings: Object.fromEntries(RULE_BOOK.map(({ name }) => [name, standing(name)])) as RuleStandings,
    items: changes.items ?? [{ code: 'S1', since: entryNumber(1), row: ITEM }],
    targets: (changes.targets ?? TARGETS).map(id => columns.map(name => (name === 'id' ? id : ''))),
    draws: changes.draws ?? [],
    awaited: [],
    awaitedVisits: new Map(),
    cases: [],
    firms: new Map(),
    inspectors: INSPECTORS,
    experts: [],
    visits: new Map(),
    recusals: [],
    avoided: new Map(),
    lastTeams: [],
  }
}

const PAST: PastDraw = {
  number: drawNumber('2025-0009'),
  starts: dayOf('2026-01-05'),
  kind: '不定向',
  cause: '',
  items: ['S1'],
  targets: TARGETS.map(target => ({ target, host: null })),
  visits: TARGETS.map(target => ({ target, department: 'SJ' })),
}

describe('freeze', () => {
  it('fixes a task from what was read, and the same input gives the same bytes', () => {
    const [one, two] = [freeze(input()), freeze(input())]
    expect(one).toMatchObject({ number: '2026-0001', attempt: 1, before: false, replaces: null })
    expect(one.what.fixed.frame.map(({ target }) => target)).toEqual(TARGETS)
    expect(one.what.strata).toEqual([{ stratum: 'all', size: 4, take: 2, reserve: 1 }])
    expect(one.what.frozen.digest).toBe(two.what.frozen.digest)
  })

  it.each([
    ['an item that the list does not have', { items: [] }, 'item-not-in-force'],
    ['no target', { targets: [] }, 'empty-frame'],
    ['fewer staff than the rule asks', { rules: { 'staff-minimum': '3' } }, 'too-few-staff'],
    ['caps that leave too few', { rules: { 'cap-total': '1' }, draws: [PAST] }, 'caps-leave-too-few'],
  ])('refuses %s', (_, changes, code) => {
    expect(refused(() => freeze(input(changes)))).toMatchObject({ code })
  })

  it.each([['a name with a lone surrogate', { name: '\ud800' }, 'commitment.json', 'task.name']])(
    'writes nothing that it would not read back: %s',
    (_, task, file, column) => {
      const asked = input()
      expect(refused(() => fixTask({ ...asked, task: { ...asked.task, ...task } }, true))).toMatchObject({
        code: 'frozen-unreadable',
        details: { file, column },
      })
    },
  )

  it('writes no table that it would not read back', () => {
    const asked = input()
    const targets = [...asked.targets].map((row, i) =>
      i === 0 ? [...row.slice(0, 3), '东所;西所', ...row.slice(4)] : row,
    )
    expect(refused(() => fixTask({ ...asked, targets: targets as never }, true))).toMatchObject({
      code: 'frozen-unreadable',
      details: { file: 'frame.csv', line: 2, column: 'area' },
    })
  })

  it('freezes a task whose period is over for a reason only, and keeps the reason', () => {
    expect(refused(() => freeze(input({ today: '2026-04-01' })))).toMatchObject({
      code: 'period-over',
      details: { task: 'R1', to: '2026-03-31', today: '2026-04-01' },
    })
    expect(freeze(input({ today: '2026-04-01', lateReason: '补抽' }))).toMatchObject({ late: '补抽' })
    expect(freeze(input({ today: '2026-03-31', lateReason: '补抽' }))).toMatchObject({ late: null })
  })

  it.each([
    ['freeze', '2025-12-31', 'period-ahead'],
    ['freeze', '2026-01-01', null],
    ['freeze', '2026-03-15', null],
    ['freeze', '2026-04-01', 'period-over'],
    ['run', '2025-12-31', null],
    ['run', '2026-03-31', null],
    ['run', '2026-04-01', 'period-over'],
  ] as const)('outside its period (%s, %s) a task needs a reason', (step, today, code) => {
    const period = { task: 'R1', from: dayOf('2026-03-01'), to: dayOf('2026-03-31') }
    const at = (why: string | null) => reasonOutside(step, period, dayOf(today), why)
    expect(at('补抽')).toBe(code === null ? null : '补抽')
    if (code === null) expect(at(null)).toBe(null)
    else expect(refused(() => at(null))).toMatchObject({ code })
  })

  it('names the rule behind a refusal', () => {
    expect(refused(() => freeze(input({ rules: { 'staff-minimum': '3' } })))).toMatchObject({
      details: { staff: 2, least: 3, rule: { rule: 'staff-minimum', value: '3' } },
    })
  })

  it('only compares what stands frozen, whatever is refused today', () => {
    const { frozen } = freeze(input()).what
    const { seedSources } = frozen.commitment as SecondCommitment
    const waiting = attempt({ run: null })
    const standing = {
      ...waiting,
      detail: { ...waiting.detail, sources: seedSources },
      digest: frozen.digest,
    }
    const again = freeze(input({ attempts: [standing], rules: { 'staff-minimum': '3' } }))
    expect(again).toMatchObject({ number: '2026-0007', before: true })
    expect(
      refused(() => freeze(input({ attempts: [{ ...standing, digest: digest('other') }] }))),
    ).toMatchObject({
      code: 'task-changed-since-freeze',
    })
  })

  it('draws a task once, and again only where that is asked for', () => {
    const drawn = attempt({ run: {} })
    expect(refused(() => input({ attempts: [drawn] }))).toMatchObject({
      code: 'task-already-drawn',
      details: { draw: '2026-0007' },
    })
    expect(freeze(input({ attempts: [drawn], again: true }))).toMatchObject({
      attempt: 2,
      after: '2026-0007',
      replaces: '2026-0007',
    })
  })

  function attempt(state: Pick<FrozenAttempt, 'run'>): StandingAttempt {
    const detail = { day: dayOf('2026-02-03'), again: null }
    return {
      number: drawNumber('2026-0007'),
      attempt: 1,
      void: null,
      ended: null,
      sealed: null,
      digest: digest(''),
      detail,
      ...state,
    }
  }
})

describe('fixTask', () => {
  it('reads the targets once', () => {
    let reads = 0
    const once = input()
    function* targets() {
      reads++
      yield* once.targets
    }
    fixTask({ ...once, targets: targets() }, true)
    expect(reads).toBe(1)
  })
})

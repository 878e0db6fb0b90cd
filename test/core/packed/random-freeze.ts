import fc from 'fast-check'
import { sortByBytes } from '../../../src/core/bytes.ts'
import { dayOf } from '../../../src/core/dates.ts'
import type { RecusalRow } from '../../../src/core/draw/folder/rows.ts'
import { frameColumns } from '../../../src/core/frame/frame.ts'
import type { FreezeInput, StandingAttempt } from '../../../src/core/freeze/freeze.ts'
import { freezeTerms } from '../../../src/core/freeze/freeze-terms.ts'
import type { TargetId } from '../../../src/core/ids.ts'
import type { PackedRegistry } from '../../../src/core/packed/packed-registry.ts'
import { writeExtras } from '../../../src/core/registry/columns/extra-fields.ts'
import type { LibraryName } from '../../../src/core/registry/libraries/field.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, type RecordCells } from '../../../src/core/registry/libraries/record-cells.ts'
import { asRecord } from '../../../src/core/registry/record.ts'
import type { RuleStandings } from '../../../src/core/rules/reasons.ts'
import { RULE_BOOK, type RuleName, valuesWith } from '../../../src/core/rules/rule-book.ts'
import { drawNumber, entryNumber } from '../../helpers/ids.ts'

/** Freezes of a few invented targets, whose rows are given as records and as the store gives them in bytes. */

const of = (...words: string[]) => fc.constantFrom(...words)

/** Codes of firms, own ones, names in other scripts; now and then one that no id may be, or that is somebody's number. */
export const ID = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 40 }).map(n => `9114110${n}MA0P63NK2C`) },
  { weight: 10, arbitrary: fc.integer({ min: 0, max: 40 }).map(n => `T${n}`) },
  { weight: 4, arbitrary: of('企业甲', '\u{2CB4A}店', '\uE000', '91141102MADE05G3Y0', '东风饭店1') },
  { weight: 0, arbitrary: of('x') },
)
const ODD_ID = of('11010519491231002X', '13800138000', 'a,b', ' x', 'e\u0301', '某"店', '6222021234567890128')

export const ROW = fc.record({
  status: of('', '存续', '存续', '注销', '吊销，未注销'),
  risk: of('', 'A', 'B', 'C'),
  departments: of('', 'D1', 'D2', 'D1;D2', 'D3'),
  station: of('', '城关所', '西“关", 所', 'a,b'),
  established: of('', '2019-05-01', '2026-01-15', '2026-02-28'),
  name: of('东风饭店', '西关店'),
  staff: of('', '9', '10'),
})

export const TASK = fc.record({
  condition: of('', '', '名称~饭店', '从业人数>=10', '管辖所=(空)'),
  strata: of('', '信用风险等级', '信用风险等级+从业人数', '管辖所'),
  joint: of('任一', '全部', '同往'),
  partners: of('', 'D2'),
  rate: of('10%', '10%', '50%'),
  count: of('', '', '3'),
  rates: of('', 'A=20%;B=5%'),
  kind: of('不定向', '定向'),
  window: of('否', '本年', '本年同部门'),
  publish: of('是', '否'),
  avoid: of('是', '否'),
  rotate: of('是', '否'),
  team: of('1', '2'),
})

export const RULES = fc.record({
  'grace-days': of('0', '30'),
  'exempt-where': of('', '信用风险等级=A'),
  'cap-total': of('无', '无', '1', '2'),
  'cap-department': of('无', '无', '1'),
  'staff-minimum': of('1'),
  'item-frequency': of('排除', '拒绝'),
  unstaffable: of('排除', '保留'),
  'responsible-firm': of('是', '否'),
})

const SOME = fc.array(fc.nat(59), { maxLength: 6 })
export const PAST = fc.record({
  drawn: SOME,
  visited: SOME,
  waiting: SOME,
  recused: SOME,
  last: SOME,
  firms: SOME,
  named: SOME,
})

function cells<N extends LibraryName>(name: N, id: string, fields: Record<string, string>): RecordCells {
  const row: RecordCells = Array(cellCount(library(name))).fill('')
  row[0] = id
  for (const [field, value] of Object.entries(fields)) row[columnOf(library(name), field as never)] = value
  return row
}

export interface Asked {
  readonly rows: readonly (Record<string, string> & { readonly id: string })[]
  readonly task: Record<string, string>
  readonly rules: Partial<Record<RuleName, string>>
  readonly past: Record<string, readonly number[]>
}

/** All that a freeze is decided from; the targets are made anew each time, for they are read once. */
export function input({ rows, task, rules, past }: Asked): FreezeInput {
  const { window, publish, avoid, rate, rotate, ...fields } = task
  const row = cells('plan', '2026/P', {
    ...{
      code: 'P',
      name: '抽查',
      lead: 'D1',
      items: 'S1',
      period: '2026-03-01~2026-03-31',
      sources: '骰子/40',
    },
    ...fields,
    ...(task.count === '' && rate !== '' ? { rate: rate! } : {}),
    ...{ drawn_before: window!, publish_list: publish!, avoid_station: avoid! },
  })
  row[row.length - 1] = writeExtras({ 人员轮换: rotate! })
  const values = valuesWith(new Map(Object.entries(rules)))
  const terms = freezeTerms<StandingAttempt>({
    ...{ row, today: dayOf('2026-02-03'), now: '2026-02-03T04:05:06Z', number: drawNumber('2026-0009') },
    ...{
      announced: true,
      values,
      attempts: [],
      again: false,
      lending: null,
      codes: new Map(),
      sealFrom: null,
    },
  })
  const columns = frameColumns(terms.task, terms.rules)
  const standing = (rule: RuleName) => ({ rule, value: values[rule], set: null })
  const ids = (places: readonly number[]) => places.flatMap(place => rows[place]?.id ?? [])
  const earlier = { starts: dayOf('2026-01-05'), kind: '不定向', cause: '', items: ['S1'] } as const
  const people = ['P1', 'P2', 'P3', 'P4'].map((id, i) =>
    asRecord(
      'inspectors',
      cells('inspectors', id, {
        ...{
          name: id,
          department: i < 3 ? 'D1' : 'D2',
          certificate: `1411${id}`,
          station: i < 2 ? '城关所' : '',
        },
      }),
    ),
  )
  const rotated = ids(past.last!).map(
    (target, i): RecusalRow => ({ inspector: `P${(i % 4) + 1}` as never, target }),
  )
  const recused = ids(past.recused!).flatMap(target =>
    ['P1', 'P2', 'P3'].map(person => [person, target] as const),
  )
  return {
    ...terms,
    number: drawNumber('2026-0009'),
    today: dayOf('2026-02-03'),
    lateReason: null,
    announcing: null,
    published: {
      row: asRecord('plan', row),
      items: [],
      departments: [],
      named: {
        targets: ids(past.named!).map(id => ({
          id,
          name: id.slice(0, 2),
          type: '个体工商户',
          representative: '',
        })),
        staff: [],
      },
    },
    standings: Object.fromEntries(RULE_BOOK.map(({ name }) => [name, standing(name)])) as RuleStandings,
    items: [
      {
        code: 'S1',
        since: entryNumber(1),
        row: cells('items', 'S1', {
          ...{
            name: '食品',
            class: '一般检查事项',
            basis: '法',
            body: 'D1',
            rate: '80%',
            frequency: '1次/年',
          },
        }),
      },
    ],
    targets: rows.map(one =>
      columns.map(name => (name === 'extra' ? writeExtras({ 从业人数: one.staff! }) : (one[name] ?? ''))),
    ),
    draws: [
      {
        ...{ ...earlier, number: drawNumber('2026-0001') },
        targets: ids(past.drawn!).map(target => ({ target, host: null })),
        visits: ids(past.drawn!).map(target => ({ target, department: 'D1' })),
      },
    ],
    cases: ids(past.visited!).map(target => ({
      target,
      department: 'D2',
      day: dayOf('2026-01-07'),
      cause: '投诉',
    })),
    awaited: [
      {
        ...{ ...earlier, number: drawNumber('2026-0002'), strata: [{ stratum: 'all', take: 2 }] },
        frame: ids(past.waiting!).map(target => ({ stratum: 'all', target, departments: ['D1'] })),
      },
    ],
    awaitedVisits: new Map(),
    firms: new Map(
      ids(past.firms!)
        .slice(1)
        .map(target => [target, ids(past.firms!)[0]!] as const),
    ),
    inspectors: people,
    experts: [],
    visits: new Map(),
    recusals: recused.map(([inspector, target], i) =>
      asRecord('recusals', cells('recusals', `${i}`, { inspector, target })),
    ),
    avoided: new Map(),
    lastTeams: rotated,
  }
}

/** The rows as the store gives them, in pieces of a few; between them stand numbers that no target has. */
export function registryOf({ targets }: FreezeInput, each: number): PackedRegistry {
  const rows = [...targets].flatMap((row, i) => (i % each === 1 ? [null, row] : [row]))
  const numbers = new Map(rows.flatMap((row, i) => (row === null ? [] : [[row[0] as TargetId, i + 1]])))
  const ids = new Map([...numbers].map(([id, number]) => [number, id]))
  return {
    most: rows.length,
    cells: packedIn(
      rows.map(row => row?.slice(1).join('\u001f') ?? ''),
      each,
    ),
    ids: () =>
      packedIn(
        sortByBytes([...numbers.keys()]).map(id => `${id}\u001f${numbers.get(id as TargetId)}`),
        each,
      ),
    numbersOf: wanted => [...wanted].flatMap(id => (numbers.has(id) ? [[id, numbers.get(id)!]] : [])),
    idsOf: wanted => wanted.map(number => [number, ids.get(number)!]),
  }
}

function* packedIn(rows: readonly string[], each: number): Generator<Uint8Array> {
  for (let from = 0; from < rows.length; from += each)
    yield new TextEncoder().encode(rows.slice(from, from + each).join('\u001e'))
}

export const RANDOM = fc
  .record({
    ids: fc.uniqueArray(ID, { minLength: 1, maxLength: 60 }),
    odd: fc.option(ODD_ID, { freq: 12, nil: null }),
    rows: fc.array(ROW, { minLength: 61, maxLength: 61 }),
    task: TASK,
    rules: RULES,
    past: PAST,
    each: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ ids, odd, rows, each, ...asked }) => {
    const all = odd === null ? ids : [...ids, odd]
    return { each, asked: { ...asked, rows: all.map((id, i) => ({ ...rows[i]!, id })) } as unknown as Asked }
  })

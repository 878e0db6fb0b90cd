import type { Layout } from '../../core/exchange/layout.ts'
import { keyOf, type OutFault, outgoing } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import {
  type GivenCode,
  givenCodes,
  idOfVisit,
  type OwnRow,
  type TakenCode,
  takenCodes,
  type Visit,
} from '../../core/exchange/visit-codes.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { drawNumbered } from '../../store/draws/draws.ts'
import { inEntry } from '../../store/entry.ts'
import { rowsOfVisits } from '../../store/exchange/fact-rows.ts'
import type { Store } from '../../store/open.ts'
import { type SortedRows, sortedRows } from '../../store/sorted-rows.ts'
import { codesByDraw, writeVisitCode } from '../../store/visit-codes.ts'
import type { Desk } from '../../terminal/desk.ts'
import { faultData, faultLine } from '../../terminal/exchange/out-fault.ts'
import { officeToday } from '../office-today.ts'
import { optionName } from '../option-name.ts'
import type { ImportOptions } from '../registry/import-options.ts'
import { occasionOf, withStore } from '../session.ts'
import type { NamedLayout } from './layout-named.ts'
import { theirRows } from './their-rows.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

/** What the way of `import` knows and this one has no use for. */
const NOT_HERE = ['department', 'onConflict', 'rejects', 'asRegistered', 'reason'] as const

/** How many values that are refused are told one by one. */
const TOLD = 1000

interface Taken {
  readonly draws: readonly string[]
  readonly visits: number
  readonly counts: Record<TakenCode['how'], number>
  readonly without: number
  readonly changed: readonly TakenCode[]
  readonly faults: readonly OutFault[]
  readonly faultCount: number
}

/**
 * The codes that the other side gave visits when it approved them (检查任务码), by a layout of assignments or notices: each row
 * finds its visit by the layout's key. All or none, unless bad rows are to be left out; a code that changed is told.
 */
export async function takeCodes(
  desk: Desk,
  { layout, tables }: NamedLayout,
  file: string,
  sha256: string,
  options: ImportOptions,
): Promise<number> {
  for (const option of NOT_HERE)
    if (options[option] !== undefined)
      throw refuse('option-not-applicable', { option: optionName(option), with: layout.layout })
  if (layout.key.length === 0) throw refuse('layout-without-key', { layout: layout.layout })
  const theirs = await theirRows(desk, layout, file, options)
  const [ours, given] = [sortedRows<OwnRow>(), sortedRows<GivenCode>()]
  try {
    if (theirs.draws.length === 0) throw refuse('layout-needs-draw', { layout: layout.layout })
    return await withStore(desk, async store => {
      const { entry, result } = await inEntry(store, occasionOf(desk), 'exchange in', writer => {
        putOurs(desk, store, layout, tables, theirs.draws, ours)
        const found = faultsAside(givenCodes(layout, ours.rows(), theirs.rows.rows()))
        for (const code of found.good) given.put(code.key, code)
        const codes = codesByDraw(store, 'all')
        const standing = ({ draw, target, department }: Visit) => codes(draw, target, department)
        const settled = faultsAside(takenCodes(layout, given.rows(), standing))
        const counts = { new: 0, changed: 0, same: 0 }
        const changed: TakenCode[] = []
        for (const code of settled.good) {
          counts[code.how]++
          if (code.how === 'changed') changed.push(code)
          if (code.how !== 'same') writeVisitCode(writer, code.visit, code.code)
        }
        const { visits, without } = visitsOf(ours, standing)
        const faults = [...found.faults(), ...settled.faults()].toSorted((a, b) => a.row - b.row)
        const faultCount = found.count() + settled.count()
        const isGood = faultCount === 0 || options.skipBad === true
        const left = isGood ? without - counts.new : without
        const taken: Taken = {
          ...{ draws: theirs.draws, visits, without: left, counts, changed, faults, faultCount },
        }
        return {
          subject: { file, draws: theirs.draws.join(' '), layout: layout.layout, sha256, ...counts },
          keep: isGood && options.dryRun !== true && counts.new + counts.changed > 0,
          result: taken,
        }
      })
      return tell(desk, file, layout, result, entry?.number ?? null, options)
    })
  } finally {
    for (const rows of [ours, given, theirs.rows]) rows.close()
  }
}

function putOurs(
  desk: Desk,
  store: Store,
  layout: Layout,
  tables: NamedLayout['tables'],
  draws: readonly string[],
  ours: SortedRows<OwnRow>,
): void {
  const sent = { today: officeToday(desk, store), batch: '' }
  for (const name of draws) {
    const draw = drawNumbered(store, name, desk.now.slice(0, 4))
    if (draw === null) continue
    let visit: Visit | null = null
    const facts = function* () {
      for (const row of rowsOfVisits(layout.of, store, draw, sent)) {
        const [target, department] = [row.get('target')[0]!, row.get('department')[0]!]
        visit = { draw: draw.number, target, department }
        yield row
      }
    }
    for (const { id, cells } of outgoing(layout, tables, facts())) {
      const key = keyOf(layout, cells) ?? ''
      ours.put(key, { key, at: id, cells, visit: visit! })
    }
  }
}

/** How many visits the draws have, and how many of them are without a code. */
function visitsOf(ours: SortedRows<OwnRow>, standing: (visit: Visit) => string) {
  const seen = new Set<string>()
  let without = 0
  for (const { visit } of ours.rows()) {
    const id = idOfVisit(visit)
    if (seen.has(id)) continue
    seen.add(id)
    if (standing(visit) === '') without++
  }
  return { visits: seen.size, without }
}

/** Parts what holds from what does not; the faults are known once all were taken. */
function faultsAside<Good extends object>(found: Iterable<Good | OutFault>) {
  const faults: OutFault[] = []
  let count = 0
  function* good(): Generator<Good> {
    for (const one of found) {
      if (!('problem' in one)) yield one
      else if (++count <= TOLD) faults.push(one)
    }
  }
  return { good: good(), faults: () => faults, count: () => count }
}

function tell(
  desk: Desk,
  file: string,
  layout: Layout,
  taken: Taken,
  entry: number | null,
  { dryRun = false, skipBad = false }: ImportOptions,
): number {
  const { draws, visits, counts, without, changed, faults, faultCount } = taken
  const say = desk.say.exchange
  const isRefused = faultCount > 0 && !skipBad
  const data = { layout: layout.layout, file, draws, visits, ...counts, without, faultCount, dryRun, entry }
  const lines = [
    ...(isRefused
      ? [say.codesRefused(file, faultCount)]
      : [say.codesTaken(file, counts, { visits, without, dryRun })]),
    ...changed.map(({ visit, before, code }) => `  ${say.codeChanged(idOfVisit(visit), before, code)}`),
    ...(isRefused || faultCount === 0 ? [] : [say.codesSkipped(faultCount)]),
    ...faults.map(fault => `  ${faultLine(desk, fault)}`),
    ...(faultCount > faults.length ? [`  ${desk.say.import.more(faultCount - faults.length)}`] : []),
  ]
  desk.result({ ...data, faults: faults.map(fault => faultData(desk.say, fault)) }, () => lines)
  return isRefused ? 1 : 0
}

import type { SelectionRow } from '../../core/draw/folder/rows.ts'
import { POOL } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { seedText } from '../../core/draw/seed/seed.ts'
import { SEED_FILE } from '../../core/draw/seed/seed-file.ts'
import type { AboveLimits } from '../../core/frame/above-limits.ts'
import { NOTHING_CHANGED, type SinceFreeze, sinceFreeze } from '../../core/freeze/since-freeze.ts'
import type { TargetId } from '../../core/ids.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { FrequentTarget } from '../../core/visits/frequency.ts'
import { fileOf, writeFiles } from '../../store/draws/draw-files.ts'
import type { RunDetail } from '../../store/draws/draw-record.ts'
import { drawNumbered } from '../../store/draws/draws.ts'
import { openSeal } from '../../store/draws/sealed.ts'
import { writeFailed, writeRun } from '../../store/draws/write-draw.ts'
import type { EntryWriter, Work } from '../../store/entry.ts'
import { aboveLimitsNow } from '../../store/inputs/above-limits-now.ts'
import { frequentNow } from '../../store/inputs/frequent-now.ts'
import { sinceFreezeInput } from '../../store/inputs/since-freeze-input.ts'
import type { Store } from '../../store/open.ts'
import { foundElsewhere } from '../../store/results/found-elsewhere.ts'
import { rowsOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf, underWay } from '../../terminal/progress.ts'
import { type FailedReport, failedData, failedLines } from '../../terminal/reports/failed-report.ts'
import { type RunReport, runData, runLines } from '../../terminal/reports/run-report.ts'
import { inEntryAfterEngine } from '../engine/ahead-of-entry.ts'
import type { DrawnAhead } from '../engine/drawn-on-engine.ts'
import { detailsTold, naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { withStore } from '../session.ts'
import { sparingMemory } from '../sparing.ts'
import { drawnAhead } from './drawn-ahead.ts'
import { type Entered, enterDraw, frozenFor, type RunOptions } from './enter-draw.ts'
import { askedAhead } from './freeze-task.ts'
import { guidedSeed } from './guided-seed.ts'
import { taskRow } from './task-row.ts'

const refuse = refusal<DrawReasons & OptionReasons>()

/**
 * run — seed lines and commitment give tickets, selection, teams; enter the draw in the ledger. A seed that finds no teams
 * is entered too: the commitment that was published before it has no other. Exit code 1 then.
 */
export async function runDraw(desk: Desk, name: string | undefined, options: RunOptions): Promise<number> {
  sparingMemory()
  const witnesses = witnessesIn(options)
  const guided = await guidedSeed(desk, name, options)
  const given =
    guided === null
      ? options
      : { ...options, seed: guided.given, signature: [...(options.signature ?? []), ...guided.signatures] }
  const occasion: SeedOccasion = {
    witnesses: witnessesOf([...witnesses, ...(guided?.witnesses ?? [])]),
    enteredBy: guided?.enteredBy ?? null,
  }
  return withStore(desk, async store => {
    let drawnThere: DrawnAhead | null = null
    const ask = async () => {
      drawnThere = await drawnAhead(desk, store, name, given)
      const isFrozen = drawnThere !== null || frozenFor(store, desk, name, given) !== null
      return isFrozen ? null : askedAhead(desk, store, () => taskRow(desk, store, name, given), given, false)
    }
    const { entry, result } = await inEntryAfterEngine(
      desk,
      store,
      'run',
      ask,
      async (writer, onEngine): Promise<Work<RunReport | FailedReport>> => {
        const entered = await enterDraw(desk, store, writer, name, given, { onEngine, drawnThere })
        return entered.drawn.kind === 'infeasible'
          ? entersFailed(desk, store, writer, { ...entered, drawn: entered.drawn }, occasion)
          : entersDrawn(desk, store, writer, { ...entered, drawn: entered.drawn }, occasion)
      },
    )
    if ('without' in result) {
      desk.result(failedData(result, entry!), () =>
        failedLines(desk, { ...result, without: detailsTold(desk, store, result.without) }, entry!),
      )
      return 1
    }
    desk.result(runData(result, entry!), () => runLines(naming(desk, store, entry!.number), result, entry!))
    return 0
  })
}

/** Who looked on, and who read the dice. */
interface SeedOccasion {
  readonly witnesses: readonly string[]
  readonly enteredBy: readonly [string, string] | null
}

type EnteredAs<Kind extends Entered['drawn']['kind']> = Entered & {
  readonly drawn: Extract<Entered['drawn'], { kind: Kind }>
}

/** A draw with its teams goes into the ledger. */
function entersDrawn(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  entered: EnteredAs<'drawn'>,
  occasion: SeedOccasion,
): Work<RunReport> {
  const { number, drawn } = entered
  const written = underWay(desk, desk.say.common.writing)
  writeFiles(writer, number, drawn.files)
  const detail = runDetail(desk, writer, entered, occasion)
  writeRun(writer, number, detail, drawn)
  const report: RunReport = {
    ...entered,
    changed: changedIn(desk, store, writer, entered),
    above: aboveIn(store, entered),
    frequent: frequentIn(desk, store, entered),
    elsewhere: foundElsewhere(store, number, drawNumbered(store, number, '')!.starts),
  }
  written()
  const { digest, committed, machine, frozen } = report
  const lent = frozen?.what.lent ?? []
  const late = report.late ?? frozen?.late ?? null
  const subject = {
    ...{ draw: number, digest, committed, machine },
    ...(lent.length === 0 ? {} : { lent }),
    ...(late === null ? {} : { late }),
  }
  return { subject, result: report }
}

/**
 * A seed that finds no teams goes into the ledger, and what is under seal is opened: nobody will be visited (draw-2.md,
 * section 4). Of what was frozen at once, and under version 1 of the law, nothing stays: no commitment stood before.
 */
function entersFailed(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  entered: EnteredAs<'infeasible'>,
  occasion: SeedOccasion,
): Work<FailedReport> {
  const { number, digest, committed, machine, late, drawn, seed } = entered
  const { department, blocking } = drawn
  if (committed === 'at-once' || entered.spec === 'ssj-draw/1')
    throw refuse('infeasible', { department, blocking })
  writeFiles(writer, number, new Map([[SEED_FILE, new TextEncoder().encode(seedText(seed))]]))
  writeFailed(writer, number, { ...runDetail(desk, writer, entered, occasion), department })
  const opened = openSeal(store, writer, number)
  const subject = {
    ...{ draw: number, digest, outcome: 'no-teams', department, machine },
    ...(late === null ? {} : { late }),
    ...(opened === null ? {} : { opened }),
  }
  return { subject, result: { ...entered, without: { department, blocking } } }
}

/** What changed between freeze and run; what was frozen just now has not. */
function changedIn(desk: Desk, store: Store, writer: EntryWriter, entered: EnteredAs<'drawn'>): SinceFreeze {
  const { number, committed, drawn } = entered
  if (committed === 'at-once') return NOTHING_CHANGED
  const pool = rowsOf(POOL, fileOf(store, number, POOL.file))
  const record = drawNumbered(store, number, '')!
  const progress = progressOf(desk, desk.say.verify.checking, drawn.counts.drawn + drawn.counts.reserves)
  let asked = 0
  const input = sinceFreezeInput(store, record, { ...drawn, pool }, writer.entry)
  const changed = sinceFreeze({
    ...input,
    statusOf(target) {
      progress.at(++asked)
      return input.statusOf(target)
    },
  })
  progress.end()
  return changed
}

/** What of the result is above a limit by now. */
function aboveIn(store: Store, entered: EnteredAs<'drawn'>): AboveLimits {
  const { selection, inspectors } = entered.drawn
  const record = drawNumbered(store, entered.number, '')!
  return aboveLimitsNow(store, record, { [Symbol.iterator]: () => drawnIn(selection) }, inspectors)
}

/** Who of the result was visited so often lately that a visit today would be one too many. */
function frequentIn(desk: Desk, store: Store, { number, drawn }: EnteredAs<'drawn'>): FrequentTarget[] {
  const { starts: from, ends: to } = drawNumbered(store, number, '')!
  return frequentNow(store, officeToday(desk, store), { from, to }, full => {
    const asked = new Set(full)
    const found = new Set<TargetId>()
    for (const target of drawnIn(drawn.selection)) if (asked.has(target)) found.add(target)
    return target => found.has(target)
  })
}

function* drawnIn(selection: Iterable<SelectionRow>): Generator<TargetId> {
  for (const { target, status } of selection) if (status === 'drawn') yield target
}

/** Who looked on, each once, in the order given. */
function witnessesIn({ witness = [] }: RunOptions): string[] {
  const names = witness.map(name => name.trim())
  if (names.includes('')) throw refuse('missing-option', { option: '--witness' })
  return witnessesOf(names)
}

function witnessesOf(names: readonly string[]): string[] {
  return [...new Set(names)]
}

/** The keys come in the order in which the ledger has had them since version 0.1.0. */
function runDetail(
  desk: Desk,
  writer: EntryWriter,
  { committed, machine, signatures, late }: Entered,
  { witnesses, enteredBy }: SeedOccasion,
): RunDetail {
  return {
    ...{ drawnAt: writer.at, actor: desk.actor, committed, machine, signatures, witnesses },
    ...(late === null ? {} : { late }),
    ...(enteredBy === null ? {} : { enteredBy }),
  }
}

import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import type { Stratum } from '../../core/draw/folder/rows.ts'
import { nameOfSource } from '../../core/draw/seed/announced-source.ts'
import { toldChance } from '../../core/draw/verify/basis.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { parseFraction, percent } from '../../core/fraction.ts'
import type { Attendance } from '../../core/frame/attendance.ts'
import type { FaultyItem, ItemFaults } from '../../core/frame/item-faults.ts'
import { quotaOf } from '../../core/frame/quota.ts'
import type { Waterfall } from '../../core/frame/waterfall.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { Lent } from '../../core/pool/lending.ts'
import type { PoolResult } from '../../core/pool/pool.ts'
import { rateOf, type Task } from '../../core/registry/task.ts'
import { groupBy, sumOf } from '../../core/tally.ts'
import type { Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'
import { attendanceData, attendanceLines } from './attendance.ts'
import { noughtLines } from './nought-lines.ts'
import { type UnstaffableTold, unstaffableData, unstaffableLines } from './unstaffable.ts'
import { waterfallLines } from './waterfall.ts'

/** What a clerk is shown of a frozen draw. */
export interface FreezeReport {
  readonly number: string
  readonly attempt: number
  readonly before: boolean
  /** Why it was frozen outside its period. */
  readonly late: string | null
  /** Why its seed may be one that can be steered, and who approved. */
  /** The draws that wait with the same targets and sources, and why this one does besides. */
  readonly twins: { readonly draws: readonly string[]; readonly reason: string } | null
  readonly weak: { readonly reason: string; readonly approver: string } | null
  readonly what: UnstaffableTold & {
    readonly task: Task
    readonly frozen: { readonly digest: string; readonly commitment: Commitment }
    readonly strata: readonly Stratum[]
    readonly waterfall: Waterfall
    readonly attendance: Attendance
    readonly pooled: PoolResult
    readonly lent: readonly Lent[]
    readonly rotated: number
    readonly itemFaults: ItemFaults
    readonly unlimited: readonly {
      readonly item: string
      readonly name: string
      readonly lacks: readonly ('rate' | 'frequency')[]
    }[]
  }
}

/** From the size of the registry to that of the frame; then the strata, the pool and the digest. */
export function freezeLines(
  desk: NamingDesk,
  told: FreezeReport,
  entry: LedgerEntry | null,
  folder: string | null,
): string[] {
  const { say, window, named } = desk
  const { number, attempt, before, late, what } = told
  const { task, strata, waterfall, pooled, frozen } = what
  return [
    before ? say.freeze.frozenBefore(number) : say.freeze.frozen(number, attempt),
    ...(late === null ? [] : [say.draw.late(escapeControls(late))]),
    ...(told.twins === null
      ? []
      : [say.draw.besideTwins(told.twins.draws, escapeControls(told.twins.reason))]),
    '',
    ...waterfallLines(say.freeze.waterfall, say.published.excluded, waterfall, window),
    ...(waterfall.unassigned > 0
      ? [say.freeze.waterfall.unassigned(waterfall.unassigned, named('departments', task.lead))]
      : []),
    ...Object.entries(waterfall.withdrawn).map(([reason, count]) =>
      say.freeze.withdrawn(say.published.excluded[reason] ?? reason, count),
    ),
    ...unstaffableLines(desk, what),
    ...what.unlimited.map(({ item, name, lacks }) => say.freeze.unlimited(item, escapeControls(name), lacks)),
    ...itemLines(desk, what.itemFaults),
    ...(task.kind === '专项' && task.cause === '' ? [say.freeze.causeless] : []),
    ...(task.isUndated ? [say.freeze.undated(task.from)] : []),
    ...(task.scopeAlone === undefined ? [] : [say.freeze.scopeAlone(escapeControls(task.scopeAlone))]),
    '',
    ...strataLines(desk, task, strata),
    ...(task.count !== null && task.count > waterfall.frame
      ? [say.freeze.countCut(task.count, waterfall.frame)]
      : []),
    ...noughtLines(say, task, strata),
    ...(task.departments.length > 1 ? ['', ...attendanceLines(desk, what.attendance)] : []),
    '',
    say.freeze.poolHeading,
    ...task.teams.map(({ department }) => poolLine(desk, department, pooled)),
    ...(pooled.uncertified > 0 ? [`  ${say.freeze.uncertified(pooled.uncertified)}`] : []),
    ...(pooled.withoutExpiry > 0 ? [`  ${say.freeze.withoutExpiry(pooled.withoutExpiry)}`] : []),
    ...what.lent.map(row =>
      say.freeze.lent(
        named('inspectors', row.inspector),
        named('departments', row.department),
        escapeControls(row.reason),
        escapeControls(row.approver),
      ),
    ),
    ...(task.rotate ? [say.freeze.rotated(what.rotated)] : []),
    '',
    say.freeze.sourcesAre(say.common.listed(frozen.commitment.seedSources.map(nameOfSource))),
    ...chanceLines(say, frozen.commitment),
    ...(told.weak === null
      ? []
      : [say.freeze.weakApproved(escapeControls(told.weak.reason), escapeControls(told.weak.approver))]),
    say.draw.digest(frozen.digest),
    ...(entry === null ? [] : [say.log.entry(entry.number, entry.digest)]),
    ...(folder === null ? [] : [say.freeze.publishedTo(folder)]),
  ]
}

/** What the rules let pass of the task's items. */
function itemLines(
  { say: { freeze: words }, named }: NamingDesk,
  { none, other, unowned, unbased, idle }: ItemFaults,
): string[] {
  const shown = (items: readonly FaultyItem[]) =>
    items.map(({ departments, ...item }) => ({
      ...item,
      name: escapeControls(item.name),
      departments: departments.map(code => named('departments', code)),
    }))
  return [
    ...(none ? [words.itemless] : []),
    ...(other.length > 0 ? [words.otherItems(shown(other))] : []),
    ...(unowned.length > 0 ? [words.unownedItems(shown(unowned))] : []),
    ...(unbased.length > 0 ? [words.unbasedItems(shown(unbased))] : []),
    ...(idle.length > 0 ? [words.idle(idle.map(code => named('departments', code)))] : []),
  ]
}

/** How many values the seed can have, and whether that is enough (draw-2.md, section 4). */
function chanceLines(say: Desk['say'], commitment: Commitment): readonly string[] {
  const chance = toldChance(commitment)
  if (chance === null) return []
  const { outcomes, bits, steerProof, weak } = chance
  const { published } = say
  return [
    published.chance(outcomes, bits),
    steerProof
      ? published.steerProof
      : published.notSteerProof(say.common.listed(weak.map(published.stratumNamed).map(escapeControls))),
  ]
}

function strataLines({ say, window }: NamingDesk, task: Task, strata: readonly Stratum[]): string[] {
  const words = say.freeze.strata
  return table(
    window,
    [words.stratum, words.size, words.rate, say.freeze.quota, words.take, words.reserve, words.probability],
    [
      ...strata.map(({ stratum, size, take, reserve }) => [
        escapeControls(say.published.stratumNamed(stratum)),
        String(size),
        (task.count === null ? rateOf(task, stratum) : null) ?? '—',
        quotaIn(task, stratum, size, sumOf(strata, 'size')),
        String(take),
        String(reserve),
        percent(take, size),
      ]),
      [
        words.total,
        String(sumOf(strata, 'size')),
        '',
        task.count === null ? '' : String(Math.min(task.count, sumOf(strata, 'size'))),
        String(sumOf(strata, 'take')),
        String(sumOf(strata, 'reserve')),
        percent(sumOf(strata, 'take'), sumOf(strata, 'size')),
      ],
    ],
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  )
}

/** What the task takes from a stratum before rounding: the rate applied to it, or its share of the count. */
function quotaIn(task: Task, stratum: string, size: number, all: number): string {
  if (task.count === null) return quotaOf(size, parseFraction(rateOf(task, stratum)!)!)
  return quotaOf(size, { numerator: BigInt(Math.min(task.count, all)), denominator: BigInt(all) })
}

function poolLine({ say, named }: NamingDesk, department: string, pooled: PoolResult): string {
  const inPool = pooled.pool.filter(row => row.department === department).length
  const reasons = groupBy(
    pooled.leftOut.filter(row => row.department === department),
    ({ reason }) => reason,
  )
  const out = [...reasons].map(([reason, people]) =>
    say.freeze.leftOutFor(
      say.freeze.leftOut[reason],
      people.map(({ inspector }) => named('inspectors', inspector)),
    ),
  )
  return say.freeze.pool(named('departments', department), inPool, say.common.listed(out))
}

/** The same for scripts. */
export function freezeData(
  { number, attempt, before, late, weak, twins, what }: FreezeReport,
  entry: LedgerEntry | null,
  folder: string | null,
): object {
  const { task, strata, waterfall, pooled, frozen } = what
  return {
    draw: number,
    attempt,
    frozenBefore: before,
    late,
    weak,
    twins,
    chance: toldChance(frozen.commitment),
    task: { id: task.number, name: task.name, departments: task.departments, from: task.from, to: task.to },
    digest: frozen.digest,
    sources: frozen.commitment.seedSources.map(nameOfSource),
    announced: frozen.commitment.spec === 'ssj-draw/1' ? null : frozen.commitment.seedSources,
    waterfall,
    unstaffable: unstaffableData(what),
    wanted: task.count,
    strata: strata.map(stratum => ({
      ...stratum,
      rate: task.count === null ? rateOf(task, stratum.stratum) : null,
      quota: quotaIn(task, stratum.stratum, stratum.size, waterfall.frame),
      probability: percent(stratum.take, stratum.size),
    })),
    attendance: attendanceData(what.attendance),
    pool: task.teams.map(({ department, seats }) => ({
      department,
      seats,
      size: pooled.pool.filter(row => row.department === department).length,
    })),
    leftOut: pooled.leftOut,
    lent: what.lent,
    rotated: what.rotated,
    withoutExpiry: pooled.withoutExpiry,
    uncertified: pooled.uncertified,
    itemFaults: what.itemFaults,
    unlimitedItems: what.unlimited,
    entry: entry?.number ?? null,
    ledger: entry?.digest ?? null,
    folder,
  }
}

import type { Day } from '../dates.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { formOf, type SeedSource } from '../draw/seed/announced-source.ts'
import { chanceOf, diceLacking } from '../draw/seed/chance.ts'
import { secondsOfRound } from '../draw/seed/drand-round.ts'
import { eventOf, knownSource } from '../draw/seed/known-sources.ts'
import type { ValuesOnRecord } from '../draw/seed/values-on-record.ts'
import { isMinute, minutesSinceEpoch } from '../moment.ts'
import { officeMoment } from '../office-time.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** That a draw whose seed can be steered is wanted all the same: why, and who approved. */
export interface WeakSeed {
  readonly reason: string
  readonly approver: string
}

/** What the sources of a draw that is announced are judged by. */
export interface SourcesInput {
  readonly task: string
  readonly sources: readonly SeedSource[]
  readonly strata: readonly Stratum[]
  /** The moment of the freeze, and its day by the office's clock. */
  readonly now: string
  readonly today: Day
  readonly recorded: ValuesOnRecord
  readonly weak: WeakSeed | null
}

/**
 * Refuses to announce sources whose value somebody may know already, or that hold too little chance (draw-2.md, section 4):
 * that the frame was fixed before the seed is all that a draw rests on. Gives the approval of a weak seed where it was needed.
 */
export function checkSources(input: SourcesInput): WeakSeed | null {
  const { task, sources } = input
  const uncounted = sources.find(({ name, form }) => form === 'text' && knownSource(name) !== undefined)
  if (uncounted !== undefined) throw refuse('source-without-form', { task, source: uncounted.name })
  const isPublic = (source: SeedSource) => !['text', 'secret'].includes(formOf(source).kind)
  const open = sources.filter(isPublic)
  if (open.length === 0) throw refuse('no-public-source', { task, sources: sources.map(({ name }) => name) })
  checkEvents(task, open)
  for (const source of open) {
    checkDue(input, source)
    checkUnknown(input, source)
  }
  return checkChance(input)
}

/** Two sources that are one event hold the chance of one. */
function checkEvents(task: string, sources: readonly SeedSource[]): void {
  const seen = new Map<string, string>()
  for (const { name } of sources) {
    const event = eventOf(name)
    const other = seen.get(event)
    if (other !== undefined) throw refuse('one-event-twice', { task, sources: [other, name] })
    seen.set(event, name)
  }
}

/** A past day, a past minute, or a round of drand that is out. */
function checkDue({ task, now, today }: SourcesInput, source: SeedSource): void {
  const { name, due } = source
  const at = minuteAndSeconds(now)
  const form = formOf(source)
  const isDue = form.kind === 'drand' || isMinute(due) ? hasCome(source, at) : due < today
  if (isDue) throw refuse('source-is-due', { task, source: name, due, now })
}

/** The first public source whose value cannot be known yet: of a day that is ahead, a minute, or a round of drand that is not out. */
export function sourceAhead(sources: readonly SeedSource[], now: string, today: Day): SeedSource | undefined {
  const at = minuteAndSeconds(now)
  return sources.find(source => {
    const { kind } = formOf(source)
    if (kind === 'secret' || kind === 'text') return false
    return kind === 'drand' || isMinute(source.due) ? !hasCome(source, at) : source.due > today
  })
}

function minuteAndSeconds(now: string) {
  const utc = officeMoment(now, '+00:00')
  const minute = minutesSinceEpoch(`${utc.slice(0, 16)}+00:00`)
  return { minute, seconds: BigInt(minute) * 60n + BigInt(utc.slice(17, 19)) }
}

/** Whether the minute or round of a source has come. */
function hasCome(source: SeedSource, { minute, seconds }: ReturnType<typeof minuteAndSeconds>): boolean {
  const form = formOf(source)
  return form.kind === 'drand'
    ? secondsOfRound(form.round) <= seconds
    : minutesSinceEpoch(source.due) <= minute
}

function checkUnknown({ task, recorded }: SourcesInput, { name }: SeedSource): void {
  const known = recorded.get(eventOf(name))
  if (known !== undefined)
    throw refuse('source-is-known', { task, source: name, draw: known.draw, value: known.value })
}

function checkChance({ task, sources, strata, weak: approved }: SourcesInput): WeakSeed | null {
  const { outcomes, weak } = chanceOf(sources.map(formOf), strata)
  if (weak.length === 0) return null
  if (approved !== null) return approved
  const dice = diceLacking(outcomes, strata)
  throw refuse('weak-seed', {
    task,
    outcomes: outcomes.toString(),
    strata: weak,
    dice,
    proposal: proposal(sources, dice),
  })
}

/** The same sources with so many dice more, as 随机源 has them. */
function proposal(sources: readonly SeedSource[], dice: number): string {
  const thrown = sources.find(source => formOf(source).kind === 'dice')
  const asSaid = ({ name, form }: SeedSource, more: number) => {
    const known = formOf({ name, form, due: '', place: '' })
    if (known.kind === 'dice') return `${name}/${known.length + more}`
    return knownSource(name)?.form === form || form === name ? name : `${name}:${form}`
  }
  const own = sources
    .filter(source => formOf(source).kind !== 'secret')
    .map(source => asSaid(source, source === thrown ? dice : 0))
  return (thrown === undefined ? [`骰子/${dice}`, ...own] : own).join(';')
}

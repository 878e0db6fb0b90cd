import type { Day } from '../dates.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { formOf, type SeedSource } from '../draw/seed/announced-source.ts'
import { anotherEvent } from '../draw/seed/another-event.ts'
import { chanceOf, diceLacking } from '../draw/seed/chance.ts'
import { secondsOfRound } from '../draw/seed/drand-round.ts'
import { isOneEvent, knownSource, type PublicEvent, publicEvent } from '../draw/seed/known-sources.ts'
import { saidAs } from '../draw/seed/said-as.ts'
import { recordedOf, type ValuesOnRecord } from '../draw/seed/values-on-record.ts'
import { isMinute, minutesSinceEpoch } from '../moment.ts'
import { BEIJING, officeMoment, officeTime, offsetOf } from '../office-time.ts'
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
  if (uncounted !== undefined) {
    const { name } = uncounted
    throw refuse('source-without-form', { task, source: name, example: withDice(name) })
  }
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

/** The name of dice with how many are thrown: 骰子25颗, 25颗骰子 and 骰子×25 mean 骰子/25. */
function withDice(name: string): string {
  const [, before, dice, after] =
    /^([0-9]+)?[颗个粒枚]? ?(骰子|色子|dice) ?[x×*]? ?([0-9]+)?[颗个粒枚]?$/i.exec(name) ?? []
  return dice === undefined ? `${name}/25` : `${dice}/${Number(before ?? after ?? 25)}`
}

/** Two sources that are one event, or may be by their names, hold the chance of one. */
function checkEvents(task: string, sources: readonly SeedSource[]): void {
  const seen: { readonly name: string; readonly event: PublicEvent }[] = []
  for (const source of sources) {
    const event = publicEvent(source)
    const other = seen.find(before => isOneEvent(before.event, event) || mayBeOne(before.event, event))
    if (other !== undefined) {
      const isCertain = isOneEvent(other.event, event)
      throw refuse('one-event-twice', { task, sources: [other.name, source.name], isCertain })
    }
    seen.push({ name: source.name, event })
  }
}

/** Two drawings of one game, of which one goes by its number and the other by its day. */
function mayBeOne(one: PublicEvent, other: PublicEvent): boolean {
  return one.game !== null && one.game === other.game && one.byDay !== other.byDay
}

/** A past day, a past minute, or a round of drand that is out. */
function checkDue({ task, now, today }: SourcesInput, source: SeedSource): void {
  const { name, due } = source
  const at = minuteAndSeconds(now)
  const form = formOf(source)
  const isDue = form.kind === 'drand' || isMinute(due) ? hasCome(source, at) : due < today
  if (isDue)
    throw refuse('source-is-due', { task, source: name, due, now: officeTime(now, offsetOf(due) ?? BEIJING) })
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

function checkUnknown({ task, recorded }: SourcesInput, source: SeedSource): void {
  const known = recordedOf(recorded, source)
  if (known === undefined) return
  const another = anotherEvent(source, recorded)
  throw refuse('source-is-known', {
    task,
    source: source.name,
    draw: known.draw,
    value: known.value,
    another,
  })
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
  const own = sources
    .filter(source => formOf(source).kind !== 'secret')
    .map(source => saidAs(source, source === thrown ? dice : 0))
  return (thrown === undefined ? [`骰子/${dice}`, ...own] : own).join(';')
}

import type { Blocking } from '../../../core/draw/blocking/blocking.ts'
import type { DrawState, Ending } from '../../../core/draw/draw-state.ts'
import type { DrawReasons } from '../../../core/draw/reasons.ts'
import type { SealReasons } from '../../../core/draw/seed/reasons.ts'
import type { Place } from '../../../core/draw/substitution/standing.ts'
import type { TargetAbove } from '../../../core/frame/above-limits.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Draws: running, listing, showing, sealing and voiding them. */
export interface DrawSentences {
  readonly reasons: SentencesOf<DrawReasons & SealReasons>
  readonly words: {
    readonly announced: (draw: string, folder: string, files: number) => string
    readonly frameWithheld: (sealed: readonly string[]) => string
    readonly digest: (digest: string) => string
    readonly drawn: (draw: string, drawn: number, reserve: number) => string
    /** A seed that found no teams: that it is on record, why, and what can be done. */
    readonly failed: {
      readonly heading: (draw: string) => string
      readonly because: (department: string, blocking: Blocking) => string
      readonly next: (draw: string) => string
      /** Of one that is shown later. */
      readonly shown: (department: string, entry: number) => string
    }
    /** Two people enter the dice. */
    readonly guided: {
      readonly first: string
      readonly second: string
      readonly notTwo: string
      readonly throwOf: (who: string, source: string) => string
      readonly value: (source: string) => string
      readonly signature: (source: string) => string
      readonly notOne: (source: string, form: string, example: string) => string
      readonly apart: (places: readonly number[]) => string
      /** A value that was entered, sign by sign, to be compared with what was published. */
      readonly readBack: (source: string, spelt: string, signs: number) => string
      readonly isRight: string
      readonly witnesses: string
      /** What the seed will be used for. */
      readonly willDraw: (draw: { draw: string; size: number; take: number; reserve: number }) => string
      /** Where nothing was entered, all of the seed being under seal. */
      readonly isMeant: string
    }
    readonly enteredBy: (names: string) => string
    readonly lapsed: (last: string, entry: number) => string
    readonly runBy: (last: string) => string
    readonly earlierEnded: (attempt: number, draw: string, how: Ending) => string
    readonly teamsMatched: (visits: number, people: number) => string
    readonly seedWas: Texts<'committed' | 'atOnce' | 'machine'>
    readonly states: Texts<DrawState>
    readonly columns: Texts<'draw' | 'task' | 'attempt' | 'state' | 'frame' | 'drawn' | 'digest'>
    readonly visitColumns: Texts<'target' | 'name' | 'stratum' | 'status' | 'team'>
    readonly attempt: (attempt: number, reason: string, approver: string) => string
    readonly earlier: (attempt: number, draw: string, reason: string) => string
    readonly fixed: (frame: number, exclusions: number, recusals: number, from: string, to: string) => string
    readonly poolOf: (department: string, people: number, seats: string) => string
    readonly seatNamed: (tag: string) => string
    readonly places: Readonly<Record<Place, string>>
    readonly voidBecause: (reason: string, approver: string) => string
    readonly voided: (draw: string) => string
    readonly registryUnchecked: (engine: string) => string
    readonly replayed: (draw: string) => string
    readonly replayDiffers: (draw: string) => string
    readonly late: (reason: string) => string
    readonly besideTwins: (draws: readonly string[], reason: string) => string
    readonly drawnLate: (reason: string) => string
    /** What is above a limit by now. */
    readonly above: {
      readonly heading: string
      readonly due: string
      readonly person: (inspector: string, visits: number, most: number) => string
      readonly item: (
        item: string,
        name: string,
        limit: string,
        base: number,
        drawn: number,
        may: number,
      ) => string
    } & Readonly<
      Record<TargetAbove['limit'], (target: string, of: string, visits: number, most: number) => string>
    >
    readonly changed: {
      readonly heading: string
      readonly drawn: (target: string, why: string) => string
      readonly reserve: (target: string, why: string) => string
      readonly seated: (inspector: string, why: string, targets: readonly string[]) => string
      readonly unseated: (inspector: string, why: string) => string
      readonly recused: (inspector: string, target: string) => string
      readonly why: Texts<'retired' | 'transferred' | 'unqualified'>
      readonly due: string
      /** The option that each of the commands needs besides. */
      readonly approver: readonly string[]
      readonly again: string
    }
    readonly witnesses: (names: string) => string
    readonly sealed: {
      readonly kept: (draw: string) => string
      readonly exported: (draw: string) => string
      readonly revealed: (draw: string) => string
      readonly still: (source: string) => string
      readonly openedByVoid: string
      readonly open: (entry: number) => string
    }
  }
  readonly help: Texts<
    | 'draw'
    | 'announce'
    | 'announceTo'
    | 'run'
    | 'seed'
    | 'seedMachine'
    | 'signature'
    | 'witness'
    | 'list'
    | 'show'
    | 'replay'
    | 'reveal'
    | 'void'
  >
}

import type { FaultyItem } from '../../../core/frame/item-faults.ts'
import type { FreezeReasons } from '../../../core/freeze/reasons.ts'
import type { LeftOutReason } from '../../../core/pool/pool.ts'
import type { LendingReasons, PoolReasons } from '../../../core/pool/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Freezing a task: the frame, the sizes, the pool, and people lent by a neighbouring department. */
export interface FreezeSentences {
  readonly reasons: SentencesOf<FreezeReasons & LendingReasons & PoolReasons>
  readonly words: {
    readonly frozen: (draw: string, attempt: number) => string
    readonly frozenBefore: (draw: string) => string
    readonly waterfall: {
      readonly registry: string
      readonly elsewhere: string
      readonly outside: string
      readonly excluded: (reason: string) => string
      readonly frame: string
      readonly unassigned: (count: number, lead: string) => string
    }
    readonly withdrawn: (reason: string, count: number) => string
    /** Targets that a department can send no team to: excluded for it, or in the frame all the same. */
    readonly unstaffable: (department: string, count: number, targets: string) => string
    readonly unstaffableKept: (department: string, count: number, targets: string) => string
    readonly unlimited: (item: string, name: string, lacks: readonly ('rate' | 'frequency')[]) => string
    readonly itemless: string
    readonly otherItems: (items: readonly FaultyItem[]) => string
    readonly unownedItems: (items: readonly FaultyItem[]) => string
    readonly unbasedItems: (items: readonly FaultyItem[]) => string
    readonly idle: (departments: readonly string[]) => string
    readonly causeless: string
    readonly undated: (day: string) => string
    readonly scopeAlone: (scope: string) => string
    readonly strata: Texts<'stratum' | 'size' | 'rate' | 'take' | 'reserve' | 'probability' | 'total'>
    readonly quota: string
    readonly attendance: Texts<'department' | 'framed' | 'visits' | 'mean' | 'joint'> & {
      readonly share: (share: string) => string
    }
    readonly countCut: (wanted: number, all: number) => string
    readonly rateIsNought: (stratum: string) => string
    readonly countIsNought: string
    readonly roundedToNone: (stratum: string) => string
    readonly poolHeading: string
    readonly pool: (department: string, inPool: number, out: string) => string
    readonly leftOut: Readonly<Record<LeftOutReason, string>>
    readonly leftOutFor: (reason: string, people: readonly string[]) => string
    readonly uncertified: (count: number) => string
    readonly withoutExpiry: (count: number) => string
    readonly lent: (inspector: string, department: string, reason: string, approver: string) => string
    readonly rotated: (pairs: number) => string
    readonly sourcesAre: (sources: string) => string
    readonly weakApproved: (reason: string, approver: string) => string
    readonly publishedTo: (path: string) => string
    readonly ruleWas: (rule: string, title: string, value: string) => string
    readonly itemVersion: (item: string, name: string, since: number) => string
  }
  readonly help: {
    readonly freeze: string
    readonly to: string
    readonly sealed: string
    readonly weakSeed: string
    readonly lend: string
    readonly again: string
    readonly taskTo: string
    /** What the options of an ad-hoc task stand under. */
    readonly taskGroup: string
    readonly task: Texts<TaskOption>
  }
}

/** The options of an ad-hoc task, as the command line defines them. */
type TaskOption =
  | '--id <text>'
  | '--name <text>'
  | '--kind <text>'
  | '--lead <department>'
  | '--with <departments>'
  | '--joint <text>'
  | '--items <codes>'
  | '--where <condition>'
  | '--by <fields>'
  | '--rate <rate>'
  | '--count <number>'
  | '--rates <rates>'
  | '--minimum <number>'
  | '--rounding <rule>'
  | '--reserve <share>'
  | '--team <seats>'
  | '--avoid-station <yesno>'
  | '--rotate <yesno>'
  | '--source <name>'
  | '--from <day>'
  | '--exclude-drawn <window>'
  | '--method <text>'
  | '--cause <text>'
  | '--balance <yesno>'
  | '--publish-list <yesno>'

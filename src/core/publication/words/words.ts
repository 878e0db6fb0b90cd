import type { Part } from '../../draw/verify/basis.ts'
import type { DifferenceCheck } from '../../draw/verify/difference.ts'
import type { FollowedWords } from './followed-words.ts'

/**
 * What published documents say: the page, certificates, and what a check found. The terminal says the same words, so that
 * a citizen and a clerk read one sentence (docs/decisions.md).
 */
export interface Words {
  /** A stratum as people read it: a draw without strata has one, which the files of the law call `all`. */
  readonly stratumNamed: (stratum: string) => string
  /** What certificates of the third version say beside {@link Words.certificate}, which stays as papers of before were printed. */
  readonly followed: FollowedWords
  readonly between: string
  /** What a clock shows, and how far that clock is from UTC. */
  readonly time: (clock: string, offset: string) => string
  readonly checks: Readonly<Record<DifferenceCheck, string>>
  readonly parts: Readonly<Record<Part, string>>
  /** Of a list that was drawn elsewhere: what the folder shows and what it does not. */
  readonly given: (by: string, proof: string) => string
  /** How much chance a seed holds, as under version 2 of the law; strata, where it is too little for them. */
  readonly chance: (outcomes: string, bits: number) => string
  readonly steerProof: string
  readonly notSteerProof: (strata: string) => string
  readonly failed: (department: string) => string
  readonly passedOver: (files: string) => string
  /** What the papers of a folder are worth. */
  readonly papers: {
    readonly void: (reason: string) => string
    readonly atOnce: string
    readonly weak: (reason: string, approver: string) => string
    readonly checked: (files: number) => string
    readonly word: string
    readonly otherLaying: string
    readonly unchecked: (files: string) => string
  }
  readonly excluded: Readonly<Record<string, string>>
  readonly fellOutFor: (cell: string) => string
  readonly place: (file: string, line: number | null, column: string | null) => string
  readonly expectedFound: (expected: string, found: string) => string
  readonly certificate: {
    readonly title: string
    readonly data: string
    readonly seal: string
    readonly headings: Readonly<Record<'draw' | 'finding' | 'check' | 'meaning' | 'effect', string>>
    readonly labels: Readonly<
      Record<
        | 'number'
        | 'task'
        | 'frozen'
        | 'drawn'
        | 'commitment'
        | 'seed'
        | 'selectKey'
        | 'target'
        | 'stratum'
        | 'sizes'
        | 'ticket'
        | 'rank'
        | 'cutOff'
        | 'reserveCutOff'
        | 'reason'
        | 'list'
        | 'program'
        | 'digest',
        string
      >
    >
    readonly attempt: (number: string, attempt: number) => string
    readonly sizes: (size: number, take: number, reserve: number) => string
    readonly rank: (rank: number, size: number) => string
    readonly holder: (ticket: string, target: string) => string
    readonly named: (id: string, name: string) => string
    readonly verdict: {
      readonly drawn: (target: string) => string
      readonly reserve: (target: string, place: number) => string
      readonly 'not-drawn': (target: string) => string
      readonly excluded: (target: string) => string
      readonly outside: (target: string) => string
      readonly unregistered: (target: string) => string
    }
    readonly voided: (reason: string, approver: string) => string
    /** That the seed can be steered, and was used all the same. */
    readonly weak: (reason: string, approver: string) => string
    readonly fellOut: (number: number, into: string, reason: string) => string
    readonly cameIn: (number: number, out: string, reason: string) => string
    readonly committed: Readonly<Record<'before-the-seed' | 'with-the-draw', string>>
    readonly seedFrom: Readonly<Record<'announced-sources' | 'with-the-draw' | 'this-machine', string>>
    readonly byHand: string
    readonly inclusion: (place: number, digests: number) => string
    /** The same by the trees of version 2: of the stratum, of the exclusions, and of every list where nothing stands. */
    readonly inclusionInStratum: (place: number, digests: number) => string
    readonly exclusionProof: (place: number, digests: number) => string
    readonly absenceProof: (lists: number) => string
    readonly byProgram: string
    readonly proves: string
    readonly provesWithFolder: string
    readonly needsFolder: string
    readonly others: string
    readonly claims: Readonly<
      Record<
        | 'commitment'
        | 'keys'
        | 'in-frame'
        | 'ticket'
        | 'boundary'
        | 'cut-off'
        | 'exclusion'
        | 'absence'
        | 'list'
        | 'occasion'
        | 'name'
        | 'public-seed'
        | 'items'
        | 'team'
        | 'results',
        string
      >
    >
    readonly effect: Readonly<
      Record<'unchosen' | 'not-drawn' | 'reserve' | 'excluded' | 'unknown' | 'limits' | 'drawn', string>
    >
  }
}

import type { SubstitutionReasons } from '../../../core/draw/substitution/reasons.ts'
import type { SubstitutionCode } from '../../../core/draw/substitution/substitution-cause.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Replacing a target or an inspector. */
export interface SubstitutionSentences {
  readonly reasons: SentencesOf<SubstitutionReasons>
  readonly words: {
    readonly codes: Readonly<Record<SubstitutionCode, string>>
    readonly numbered: (draw: string, number: number) => string
    readonly targetFor: (out: string, into: string) => string
    readonly nobodyFor: (out: string) => string
    readonly seat: (target: string, department: string, seat: number) => string
    readonly seated: (seat: string, inspector: string) => string
    readonly inspectorFor: (seat: string, out: string, into: string) => string
    /** Nobody can take a seat: `out` is who left it, or empty. */
    readonly leftEmpty: (seat: string, out: string) => string
    readonly because: (reason: string, approver: string) => string
    readonly evidence: (file: string, bytes: number, sha256: string) => string
    readonly returned: (inspector: string, number: number) => string
    readonly lacks: (target: string, guest: string, department: string, tag: string) => string
    readonly heading: string
    readonly change: (number: number, at: string, reason: string, approver: string) => string
  }
  readonly help: Texts<
    'substitute' | 'target' | 'inspector' | 'department' | 'visit' | 'reason' | 'evidence' | 'leaveEmpty'
  >
}

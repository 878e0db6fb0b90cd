import type { DrawReasons } from '../core/draw/reasons.ts'
import type { SealReasons } from '../core/draw/seed/reasons.ts'
import type { SubstitutionReasons } from '../core/draw/substitution/reasons.ts'
import type { FreezeReasons, LendingReasons } from '../core/frame/reasons.ts'
import type { PlanReasons } from '../core/plan/reasons.ts'
import type { LayoutReasons } from '../core/publication/lists/reasons.ts'
import type { CertificateReasons, PublicationReasons } from '../core/publication/reasons.ts'
import type { DatabaseReasons, FileReasons, OptionReasons } from '../core/reasons.ts'
import type { IssueDetails } from '../core/registry/cells/issue.ts'
import type { RegistryReasons } from '../core/registry/reasons.ts'
import type { ReportReasons } from '../core/report/reasons.ts'
import type { RuleReasons } from '../core/rules/reasons.ts'
import type { MergeReasons, VisitReasons } from '../core/visits/reasons.ts'

/** A sentence, and what may help, on a line of its own. */
export type Told = readonly [string, string?]

/** Every reason of every room: a room whose reasons stand here has its sentences in both languages, or nothing compiles. */
export interface Reasons
  extends DrawReasons,
    SealReasons,
    SubstitutionReasons,
    FreezeReasons,
    LendingReasons,
    PlanReasons,
    LayoutReasons,
    PublicationReasons,
    CertificateReasons,
    DatabaseReasons,
    FileReasons,
    OptionReasons,
    RegistryReasons,
    ReportReasons,
    RuleReasons,
    VisitReasons,
    MergeReasons {}

/** A sentence for each of these reasons. */
export type SentencesOf<R> = { readonly [K in keyof R]: (details: R[K]) => Told }

export type ReasonSentences = SentencesOf<Reasons>

export type IssueSentences = {
  readonly [K in keyof IssueDetails]: (details: IssueDetails[K], value: string) => string
}

import type { Blocking } from './draw/blocking.ts'
import type { ChangeReasons } from './draw/change-reasons.ts'
import type { SeedProblem } from './draw/seed.ts'
import type { CertificateReasons, PublicationReasons } from './publication/reasons.ts'
import type { FileProblem } from './registry/file-problem.ts'
import type { LibraryName } from './registry/library.ts'
import type { Shrinkage } from './registry/shrinkage.ts'
import type { ReportReasons } from './report/reasons.ts'
import type { FreezeReasons } from './rules/freeze-reasons.ts'
import type { MergeReasons } from './rules/merge-reasons.ts'
import type { PlanReasons } from './rules/plan-reasons.ts'
import type { RuleReasons } from './rules/rule-reasons.ts'
import type { VisitReasons } from './rules/visit-reasons.ts'

/** What is wrong with the user's wish as a whole: one Reason ends the run with exit code 2. */
export interface Reasons
  extends RuleReasons,
    VisitReasons,
    FreezeReasons,
    PlanReasons,
    ChangeReasons,
    ReportReasons,
    MergeReasons,
    CertificateReasons,
    PublicationReasons {
  'database-exists': { path: string }
  'database-none': { path: string }
  'database-foreign': { path: string }
  'database-newer': { path: string; version: number; known: number }
  'database-locked': { path: string }
  'database-damaged': { path: string }
  'database-unreachable': { path: string }
  disk: { path: string; message: string }
  'command-unknown': { name: string; nearest: string | null }
  usage: { message: string }
  'option-needed': { option: string }
  'option-bad': { option: string; value: string; expected: string }
  'library-unknown': { name: string; nearest: string | null; known: readonly string[] }
  'file-none': { path: string }
  'file-unreadable': { path: string; message: string }
  'file-problem': { path: string; problem: FileProblem }
  'file-exists': { path: string }
  'map-none': { name: string; nearest: string | null }
  'map-field': { library: LibraryName; pair: string; field: string; nearest: string | null }
  'field-none': { library: LibraryName; field: string; nearest: string | null }
  'field-twice': { field: string; heading: string }
  'large-change': { file: string; library: LibraryName; parts: readonly Shrinkage[] }
  'record-none': { library: string; id: string; nearest: string | null }
  'value-bad': { library: string; heading: string; value: string; sentence: string }
  'entry-unreadable': { entry: number }
  'entry-none': { entry: number; last: number }
  'task-none': { task: string; nearest: string | null }
  'task-drawn': { task: string; draw: string; attempt: number }
  'task-other': { task: string }
  'option-alone': { option: string; task: string }
  'task-frozen': { task: string; draw: string }
  'approver-actor': { approver: string }
  'frame-empty': { task: string; registry: number; elsewhere: number; outside: number; excluded: number }
  'stratum-character': { stratum: string; character: string }
  'expert-inspector': { id: string }
  'seat-nobody': { department: string; seat: string; pool: number }
  infeasible: { blocking: Blocking; department: string }
  'draw-none': { draw: string; nearest: string | null }
  'draw-not-run': { draw: string }
  'draw-void': { draw: string }
  seed: { problem: SeedProblem; sources: readonly string[] }
  'folder-taken': { path: string }
  'folder-none': { path: string }
  'list-unpublished': { task: string }
  'not-a-folder': { path: string }
}

export type ReasonCode = keyof Reasons
export type Reason = { [K in ReasonCode]: { readonly code: K; readonly details: Reasons[K] } }[ReasonCode]

/** The only class of the program: carries a {@link Reason} up to `main`, which prints its sentence. */
export class UserError<K extends ReasonCode = ReasonCode> extends Error {
  readonly reason: Reason

  constructor(code: K, details: Reasons[K]) {
    super(code)
    this.name = 'UserError'
    this.reason = { code, details } as unknown as Reason
  }
}

import type { LayoutProblem } from './layout.ts'
import type { ZipProblem } from './zip-problem.ts'

/** Why a certificate cannot be given or checked. */
export interface CertificateReasons {
  'target-ambiguous': { name: string; ids: readonly string[] }
  'certify-whom': Record<never, never>
  'verify-what': Record<never, never>
}

/** Why something of the public side cannot be done (see {@link import('../reason.ts').Reasons}). */
export interface PublicationReasons {
  /** Opening a draw that has no sealed source; that is open already; sealing a task that is frozen without. */
  'draw-unsealed': { draw: string }
  'draw-revealed': { draw: string; entry: number }
  /** Under seal nobody outside may learn what became of a target. */
  'draw-sealed': { draw: string }
  'task-unsealed': { task: string; draw: string }
  'zip-bad': { path: string; problem: ZipProblem }
  'layout-unknown': { name: string; nearest: string | null; known: readonly string[] }
  'layout-bad': { path: string; problem: LayoutProblem }
  /** A reason that will be published holds a telephone or identity number (shown masked). */
  'reason-private': { option: string; text: string }
  /** A target of a public file goes by a citizen's identity number (shown masked). */
  'identity-published': { draw: string; number: string }
}

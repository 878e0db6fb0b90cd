import type { PrivateKind } from './private-data.ts'

/** Why something is not published. */
export interface PublicationReasons {
  'list-not-published': { task: string }
  /** Its rules looked at draws that are under seal: who is missing in its frame was drawn there. */
  'gives-away-sealed': { draw: string; sealed: readonly string[] }
  /** A file that cannot be masked holds a number of a person (shown masked). */
  'private-data-published': { draw: string; file: string; kind: PrivateKind; text: string }
}

/** Why a certificate cannot be given or checked. */
export interface CertificateReasons {
  'ambiguous-target': { name: string; ids: readonly string[] }
  /** Neither a code nor a record: the records that are like it. */
  'unknown-subject': { text: string; candidates: readonly { readonly id: string; readonly name: string }[] }
  'target-missing': Record<never, never>
  'nothing-to-verify': Record<never, never>
  /** Not a folder of published results. */
  'not-results': { path: string }
}

/** Why a certificate cannot be given or checked. */
export interface CertificateReasons {
  'target-ambiguous': { name: string; ids: readonly string[] }
  'verify-what': Record<never, never>
}

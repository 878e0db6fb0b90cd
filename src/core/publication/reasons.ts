/** Why a certificate cannot be given or checked. */
export interface CertificateReasons {
  'target-ambiguous': { name: string; ids: readonly string[] }
  'certify-whom': Record<never, never>
  'verify-what': Record<never, never>
}

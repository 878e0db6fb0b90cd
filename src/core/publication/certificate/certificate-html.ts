import type { Certificate } from './certificate.ts'
import { certificatePage } from './certificate-page.ts'
import { pageOfBefore } from './page-of-before.ts'

/**
 * The certificate to print on A4 and to sign: Chinese, then English, then its data to the byte, so that a print can be
 * checked too. Every byte follows from the data, by the version that they name. Nothing of it runs, and nothing is fetched.
 */
export function certificateHtml(certificate: Certificate): string {
  return certificate.spec === 'ssj-certificate/3' ? certificatePage(certificate) : pageOfBefore(certificate)
}

import { type Certificate, certificateText } from '../../core/publication/certificate/certificate.ts'
import { certificateDocument } from '../../core/publication/certificate/certificate-document.ts'
import { certificateHtml } from '../../core/publication/certificate/certificate-html.ts'
import type { Document } from '../../core/publication/document.ts'
import { underOffice } from '../../core/publication/papers/under-office.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { officeFacts } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import { departmentName } from '../../store/views/names.ts'

const refuse = refusal<OptionReasons>()

type Writer = (certificate: Certificate, paper: () => Document) => string | Uint8Array | Promise<Uint8Array>

const WRITERS: Readonly<Record<string, Writer>> = {
  '.json': certificateText,
  '.html': certificateHtml,
  '.docx': async (_, paper) =>
    (await import('../../files/writing/official/official-docx.ts')).officialDocx(paper()),
  '.ofd': async (_, paper) =>
    (await import('../../files/writing/official/document-ofd.ts')).documentOfd(paper()),
}

/** How a certificate is written into a file of this name; `keys` are those that are to sign it. */
export function writerOf(to: string, keys: readonly unknown[]): Writer {
  if (keys.length > 0 && isOnPaper(to)) throw refuse('option-not-applicable', { option: '--sign', with: to })
  const write = WRITERS[endOf(to)]
  if (write !== undefined) return write
  throw refuse('invalid-option', { option: '--to', value: to, expected: '*.json | *.html | *.docx | *.ofd' })
}

/** Whether it is to be printed and sealed: such a paper is signed by nobody's key, its data are. */
export function isOnPaper(to: string | undefined): boolean {
  return to !== undefined && ['.docx', '.ofd'].includes(endOf(to))
}

/** The certificate as a paper of the office: its red head, who signs, the place for the seal. */
export function certificatePaper(store: Store, draw: DrawRecord, certificate: Certificate): Document {
  const issuer = departmentName(store, draw.detail.lead, draw.since)
  return underOffice(certificateDocument(certificate, issuer), officeFacts(store, draw.number) ?? undefined)
}

function endOf(to: string): string {
  return /\.[a-z]+$/.exec(to.toLowerCase())?.[0] ?? ''
}

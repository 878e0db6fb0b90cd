import type { Document } from '../../core/publication/document.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { writeNewFile } from '../../files/folder.ts'
import { documentDocx } from '../../files/writing/document-docx.ts'
import { documentXlsx } from '../../files/writing/document-xlsx.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { reportHtml } from '../../files/writing/report-html.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'

const refuse = refusal<OptionReasons>()

type Writer = (document: Document, language: Desk['language']) => string | Uint8Array | Promise<Uint8Array>

const WRITERS: Readonly<Record<string, Writer>> = {
  '.txt': document => `${documentLines(document).join('\n')}\n`,
  '.csv': ({ data }) => peopleCsv(data!.headings, data!.rows),
  '.xlsx': documentXlsx,
  '.docx': documentDocx,
  '.html': reportHtml,
}

/** The endings of files that a report can be written to. */
export const REPORT_ENDINGS: readonly string[] = Object.keys(WRITERS)

/** How a report is written to a file of this name; refuses an ending that stands for no format. */
export function reportWriter(to: string): Writer {
  const write = WRITERS[/\.[a-z]+$/.exec(to.toLowerCase())?.[0] ?? '']
  if (write !== undefined) return write
  const expected = REPORT_ENDINGS.map(ending => `*${ending}`).join(' | ')
  throw refuse('invalid-option', { option: '--to', value: to, expected })
}

/** Writes a report to a new file, whole or not at all, for its owner alone: firms and people stand in it by name. */
export async function writeReport(desk: Desk, to: string, document: Document): Promise<void> {
  writeNewFile(desk.path(to), await reportWriter(to)(document, desk.language), 'owner')
}

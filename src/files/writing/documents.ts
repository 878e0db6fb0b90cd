import type { Document } from '../../core/publication/document.ts'
import type { Papers } from '../../core/publication/papers/papers-of.ts'
import type { PaperForms } from '../../core/publication/told/told-papers.ts'
import { inEncoding, type PeopleEncoding } from './csv-encoding.ts'
import { papersAsText } from './papers-as-text.ts'

export const FORMATS = ['csv', 'xlsx', 'html', 'docx', 'official', 'ofd'] as const
export type Format = (typeof FORMATS)[number]

/**
 * The files of these documents in the formats asked for, by their names in the folder. Tables are for CSV and XLSX,
 * notices for DOCX and as official documents (DOCX and OFD), all for HTML. `progress` is told how many are done.
 */
export async function written(
  documents: readonly Document[],
  formats: readonly Format[],
  progress: (count: number) => void = () => {},
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>(papersAsText({ documents, texts: [] }, formats))
  for (const [i, document] of documents.entries()) {
    progress(i)
    const { file, data, notice } = document
    if (data !== null && formats.includes('xlsx'))
      files.set(`${file}.xlsx`, await (await import('./document-xlsx.ts')).documentXlsx(document))
    if (!notice) continue
    if (formats.includes('docx'))
      files.set(`${file}.docx`, await (await import('./document-docx.ts')).documentDocx(document))
    if (formats.includes('official'))
      files.set(`${file}.公文.docx`, (await import('./official/official-docx.ts')).officialDocx(document))
    if (formats.includes('ofd'))
      files.set(`${file}.ofd`, (await import('./official/document-ofd.ts')).documentOfd(document))
  }
  return files
}

/** The same files with the CSVs among them in the encoding asked for. */
export function encoded(
  files: ReadonlyMap<string, Uint8Array | string>,
  encoding: PeopleEncoding,
): Map<string, Uint8Array | string> {
  return new Map(
    [...files].map(([file, content]) => [
      file,
      file.endsWith('.csv') && typeof content === 'string' ? inEncoding(content, encoding) : content,
    ]),
  )
}

/**
 * The papers of a folder as its files: `plain` with the CSVs in UTF-8, as a page keeps them, `encoded` as they are to be
 * written. Formats that are not among {@link FORMATS} are passed over.
 */
export async function writtenPapers(
  { documents, texts }: Papers,
  { formats, encoding }: PaperForms,
  progress?: (count: number) => void,
): Promise<Record<'plain' | 'encoded', Map<string, Uint8Array | string>>> {
  const wanted = FORMATS.filter(format => formats.includes(format))
  const plain = new Map([...texts, ...(await written(documents, wanted, progress))])
  return { plain, encoded: encoded(plain, encoding === 'gb18030' ? 'gb18030' : 'utf-8') }
}

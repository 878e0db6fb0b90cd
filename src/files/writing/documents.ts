import { encodedPieces, type Pieces } from '../../core/pieces.ts'
import type { Document } from '../../core/publication/document.ts'
import { IS_LIST } from '../../core/publication/export/page.ts'
import type { Papers } from '../../core/publication/papers/papers-of.ts'
import type { PaperCounts } from '../../core/publication/told/as-told.ts'
import type { WrittenPaper } from '../../core/publication/told/papers-verdict.ts'
import type { PaperForms } from '../../core/publication/told/told-papers.ts'
import { inEncoding, type PeopleEncoding } from './csv-encoding.ts'
import { gb18030 } from './gb18030.ts'
import { papersAsText } from './papers-as-text.ts'

export const FORMATS = ['csv', 'xlsx', 'html', 'docx', 'official', 'ofd'] as const
export type Format = (typeof FORMATS)[number]

/**
 * The files of these documents in the formats asked for, by their names in the folder. Tables are for CSV and XLSX,
 * notices for DOCX and as official documents (DOCX and OFD), all for HTML.
 */
export async function written(
  documents: readonly Document[],
  formats: readonly Format[],
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>()
  for (const [file, text] of papersAsText({ documents, bundles: new Map(), texts: [] }, formats))
    files.set(file, [...text].join(''))
  for await (const [file, bytes] of otherFiles(documents, formats)) files.set(file, bytes)
  return files
}

/** The files that are no text, one after the other. */
async function* otherFiles(
  documents: Iterable<Document>,
  formats: readonly Format[],
  step: () => void = () => {},
): AsyncGenerator<readonly [file: string, bytes: Uint8Array]> {
  if (!hasOthers(formats)) return
  for (const document of documents) {
    step()
    const { file, data, notice } = document
    if (data !== null && formats.includes('xlsx'))
      yield [`${file}.xlsx`, await (await import('./document-xlsx.ts')).documentXlsx(document)]
    if (!notice) continue
    if (formats.includes('docx'))
      yield [`${file}.docx`, await (await import('./document-docx.ts')).documentDocx(document)]
    if (formats.includes('official'))
      yield [`${file}.公文.docx`, (await import('./official/official-docx.ts')).officialDocx(document)]
    if (formats.includes('ofd'))
      yield [`${file}.ofd`, (await import('./official/document-ofd.ts')).documentOfd(document)]
  }
}

function hasOthers(formats: readonly Format[]): boolean {
  return formats.some(format => format !== 'csv' && format !== 'html')
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
 * The papers of a folder as its files, one after the other, each laid out when it is its turn. Formats that are not among
 * {@link FORMATS} are passed over. `step` is called for each document each time it is gone over.
 */
export async function* writtenPapers(
  { documents, bundles, texts }: Papers,
  { formats, encoding }: PaperForms,
  step: () => void = () => {},
): AsyncGenerator<WrittenPaper & { readonly content: Pieces }> {
  const wanted = FORMATS.filter(format => formats.includes(format))
  for (const [file, text] of papersAsText({ documents, bundles, texts }, wanted, step)) {
    // The page of a folder holds its lists as text.
    const plain = IS_LIST.test(file) ? [...text].join('') : undefined
    const content =
      file.endsWith('.csv') && encoding === 'gb18030'
        ? [gb18030([...text].join('').slice(1))]
        : encodedPieces(text)
    yield { file, content, ...(plain === undefined ? {} : { plain }) }
  }
  for (const papers of [documents, ...bundles.values()])
    for await (const [file, bytes] of otherFiles(papers, wanted, step)) yield { file, content: [bytes] }
}

/** How many steps writing papers takes, of which so many stand alone and so many are pages of others. */
export function stepsOf({ alone, pages }: PaperCounts, formats: readonly Format[]): number {
  const times = [formats.includes('html'), hasOthers(formats)].filter(Boolean).length
  return alone * (times + (formats.includes('csv') ? 1 : 0)) + pages * times
}

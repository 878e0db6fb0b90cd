import type { Document } from '../../core/publication/document.ts'
import type { Papers } from '../../core/publication/papers/papers-of.ts'
import { documentsHtml } from './document-html.ts'
import { peopleCsv } from './people-csv.ts'

/**
 * The papers of a folder that are text: CSV in UTF-8, HTML, plain texts, by the names of their files. Bundled documents
 * are pages of one HTML file. It needs neither a disk nor Node: the page of a folder lays papers out again with it.
 */
export function papersAsText({ documents, texts }: Papers, formats: readonly string[]): Map<string, string> {
  const files = new Map<string, string>(texts)
  const pages = new Map<string, Document[]>()
  for (const document of documents) {
    const { file, data, bundle = file } = document
    if (data !== null && formats.includes('csv'))
      files.set(`${file}.csv`, peopleCsv(data.headings, data.rows))
    if (!formats.includes('html')) continue
    const own = pages.get(bundle)
    if (own === undefined) pages.set(bundle, [document])
    else own.push(document)
  }
  for (const [file, own] of pages) files.set(`${file}.html`, documentsHtml(own))
  return files
}

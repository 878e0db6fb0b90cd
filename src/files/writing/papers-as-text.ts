import type { Document } from '../../core/publication/document.ts'
import type { Papers } from '../../core/publication/papers/papers-of.ts'
import { documentLines } from './document-html.ts'
import { peopleCsv } from './people-csv.ts'

/** A file of text, some of it at a time; it may be gone over more than once. */
export type TextFile = readonly [file: string, text: Iterable<string>]

/**
 * The papers of a folder that are text, one after the other: plain texts, CSV in UTF-8, HTML. It needs neither a disk nor
 * Node: the page of a folder lays papers out again with it. `step` is called for each document each time it is gone over.
 */
export function* papersAsText(
  { documents, bundles, texts }: Papers,
  formats: readonly string[],
  step: () => void = () => {},
): Generator<TextFile> {
  for (const [file, text] of texts) yield [file, [text]]
  if (formats.includes('csv')) {
    for (const { file, data } of documents) {
      step()
      if (data !== null) yield [`${file}.csv`, [peopleCsv(data.headings, data.rows)]]
    }
  }
  if (!formats.includes('html')) return
  for (const document of counted(documents, step))
    yield [`${document.file}.html`, asHtml([document], document)]
  for (const [bundle, pages] of bundles) {
    const [first] = pages
    if (first !== undefined) yield [`${bundle}.html`, asHtml(counted(pages, step), first)]
  }
}

function asHtml(pages: Iterable<Document>, first: Document): Iterable<string> {
  return { [Symbol.iterator]: () => documentLines(pages, first) }
}

function counted(documents: Iterable<Document>, step: () => void): Iterable<Document> {
  return {
    *[Symbol.iterator]() {
      for (const document of documents) {
        step()
        yield document
      }
    },
  }
}

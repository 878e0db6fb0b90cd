import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/core/publication/document.ts'
import { documentDocx } from '../../../src/files/writing/document-docx.ts'
import { closingFrom } from '../../../src/files/writing/text/closing.ts'
import { docxOfLibrary } from './docx-of-library.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'示例店 9A<>&"\'\n\t$\u0007\ufffe𠮷（）') }),
)
const fact = fc.record({
  label: text,
  value: text,
  lines: fc.option(fc.nat(5), { nil: undefined }),
}) as fc.Arbitrary<{ label: string; value: string }>
const data = fc.integer({ min: 1, max: 6 }).chain(columns => {
  const row = fc.array(text, { minLength: columns, maxLength: columns })
  return fc.record({ headings: row, rows: fc.array(row, { maxLength: 4 }) })
})
const block = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('address' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fact, { minLength: 1, maxLength: 5 }),
    pairs: fc.constantFrom(1 as const, 2 as const),
  }),
  data.map(table => ({ kind: 'table' as const, ...table })),
  fc.record({ kind: fc.constant('signature' as const), lines: fc.array(text, { maxLength: 3 }) }),
)
/** Without blocks that stay on one page with the signature: the library has no hand in those (`together`). */
const documents: fc.Arbitrary<Document> = fc
  .record(
    {
      file: fc.constant('示例'),
      bundle: fc.constant('示例'),
      title: text.map(words => `通知${words}`),
      subtitle: text,
      data: fc.constant(null),
      blocks: fc.array(block, { maxLength: 6 }),
      notice: fc.constant(true),
      wide: fc.boolean(),
    },
    { requiredKeys: ['file', 'title', 'subtitle', 'data', 'blocks', 'notice', 'wide'] },
  )
  .filter(({ blocks }) => {
    const signature = blocks.findIndex(({ kind }) => kind === 'signature')
    return signature === -1 || (closingFrom(blocks) === signature && signature === blocks.length - 1)
  })

describe('a notice for a word processor', () => {
  test('holds, part by part, what the library writes of it', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async document => {
        const fixed = (files: Record<string, Uint8Array>) =>
          Object.entries(files)
            .map(([name, bytes]) => [name, new TextDecoder().decode(bytes).replace(TIMES, '$1$2')])
            .sort()
        expect(fixed(unzipSync(await documentDocx(document)))).toEqual(
          fixed(unzipSync(await docxOfLibrary(document))),
        )
      }),
      { numRuns: 40 },
    )
  })
})

const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardsOf, phoneStyle } from '../../../src/files/writing/phone-style.ts'

test('each cell of a card is told by the heading of its own table', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), headings => {
      const style = phoneStyle([{ kind: 'table', headings, rows: [] }])
      const shown = [...style.matchAll(/\.(\w+) td:nth-child\((\d+)\)::before \{ content: "(.*)"; \}/gu)]
      expect(shown.map(([, name, i]) => [name, Number(i)])).toEqual(
        headings.map((_, i) => [cardsOf(headings), i + 1]),
      )
      const read = (text: string) =>
        text.replace(/\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
      expect(shown.map(([, , , content]) => read(content!))).toEqual(
        headings.map(heading => heading.replace(/[\0\p{Cs}]/gu, '\ufffd')),
      )
      expect(style).not.toContain('</')
    }),
  )
})

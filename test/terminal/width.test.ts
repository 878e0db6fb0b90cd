import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { widthOf } from '../../src/terminal/width.ts'

test('is the width that the library gives, of any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'aZ 9·‘’“”…、。《》（），一龥ｱ￥〰\u3099\u200d👍') }),
  )
  fc.assert(
    fc.property(texts, text => {
      expect(widthOf(text)).toBe(stringWidth(text))
    }),
  )
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, digestOf, isHeld } from '../../src/core/draw/folder/content.ts'
import { sha256Hex } from '../../src/core/hash.ts'
import { whole } from '../../src/core/pieces.ts'
import { roomFor } from '../../src/files/large-file.ts'
import { setAside } from '../../src/files/set-aside.ts'
import { freshFolder } from '../helpers/scratch.ts'

const FOLDER = freshFolder()
const PATH = { written: 'archive', full: join(FOLDER, 'new', 'archive') }

test('what is set aside comes back as it was, however much of it there is room for, and nothing stays', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), fc.nat(60), (files, room) => {
      const aside = setAside(PATH, room)
      try {
        const taken = files.map(aside.take)
        for (const [i, content] of taken.entries()) {
          const bytes = whole(files[i]!)
          expect(Buffer.compare(bytesOf(content), bytes)).toBe(0)
          expect(content.length).toBe(bytes.length)
          expect(digestOf(content)).toBe(sha256Hex(bytes))
        }
        const held = taken.filter(isHeld).reduce((sum, { length }) => sum + length, 0)
        expect(held).toBeLessThanOrEqual(room)
      } finally {
        aside.remove()
      }
    }),
    { numRuns: 40 },
  )
  expect(readdirSync(join(FOLDER, 'new'))).toEqual([])
})

test('pieces are lent: whoever gives them may use them again', () => {
  const aside = setAside(PATH)
  const lent = new Uint8Array(1)
  const given = {
    *[Symbol.iterator]() {
      for (const byte of [1, 2, 3]) {
        lent[0] = byte
        yield lent
      }
    },
  }
  expect([...bytesOf(aside.take(given))]).toEqual([1, 2, 3])
})

test('small files of a folder are held until there are too many of them', () => {
  const room = roomFor(10)
  expect([4, 1 << 20, 6, 1, 0].map(room)).toEqual([true, false, true, false, true])
})

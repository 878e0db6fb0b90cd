import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { laidPieces, memorySpill } from '../../src/core/packed/spill.ts'
import { fileSpill } from '../../src/files/aside/file-spill.ts'
import { freshFolder } from '../helpers/scratch.ts'

// Files of tests share a process, and its environment.
afterEach(() => void vi.unstubAllEnvs())

it('pieces come back as they were laid, in any order and as often as they are asked for, and the file has no name', () => {
  const room = freshFolder()
  vi.stubEnv('TMPDIR', room)
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(7), { maxLength: 12 }),
      (pieces, order) => {
        const closing: (() => void)[] = []
        const spill = fileSpill(close => closing.push(close))
        const memory = memorySpill()
        const [laid, kept] = [pieces.map(spill.write), pieces.map(memory.write)]
        const asked = order.map(place => place % pieces.length)
        const shown = (from: typeof spill, numbers: readonly number[]) =>
          Array.from(
            laidPieces(
              from,
              asked.map(place => numbers[place]!),
            ),
            piece => [...piece],
          )
        expect(shown(spill, laid)).toEqual(shown(memory, kept))
        expect(readdirSync(room)).toEqual([])
        expect(closing).toHaveLength(1)
        closing[0]!()
      },
    ),
    { numRuns: 30 },
  )
})

it('says that a piece could not be read back', () => {
  let close = () => {}
  const spill = fileSpill(work => {
    close = work
  })
  const piece = spill.write(Uint8Array.of(1, 2, 3))
  close()
  expect(() => spill.read(piece, new Uint8Array(0))).toThrow(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'write-failed' }) }),
  )
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagDiffers, bagOf, isBag, payloadOf } from '../../../../src/core/publication/export/bag.ts'
import { freshFolder } from '../../../helpers/scratch.ts'

const INFO = [['Bagging-Date', '2026-02-25']] as const
const VALIDATOR = join(import.meta.dirname, '../../../helpers/bagit.py')
const FOLDER = freshFolder()

const name = fc.stringMatching(/^[a-zA-Z0-9 %\n\r~公示名单𬭊_-]{1,12}$/u).filter(text => text.trim() !== '')
const payload = fc.dictionary(
  fc.tuple(name, name).map(([a, b]) => (a < b ? a : `${a}d/${b}`)),
  fc.uint8Array({ maxLength: 20 }),
  { minKeys: 1, noNullPrototype: true },
)

test('bagOf and payloadOf are inverse, and the bag holds', () => {
  fc.assert(
    fc.property(payload, files => {
      const folder = new Map(Object.entries(files))
      const bag = bagOf(folder, INFO)
      expect(isBag(bag)).toBe(true)
      expect(bagDiffers(bag)).toBe(undefined)
      expect(payloadOf(bag)).toEqual(folder)
    }),
  )
})

test('bagDiffers finds any changed, missing or added byte and file of a bag', () => {
  fc.assert(
    fc.property(
      payload,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (files, which, where, bits) => {
        const bag = bagOf(new Map(Object.entries(files)), INFO)
        const names = [...bag.keys()]
        const chosen = names[which % names.length]!
        const bytes = Uint8Array.from([...bag.get(chosen)!, 10])
        expect(bagDiffers(new Map(bag).set(chosen, bytes))?.kind).toBe('differs')
        const flipped = bag.get(chosen)!.slice()
        if (flipped.length > 0) {
          flipped[where % flipped.length]! ^= bits
          expect(bagDiffers(new Map(bag).set(chosen, flipped))?.kind).toBe('differs')
        }
        const fewer = new Map(bag)
        fewer.delete(chosen)
        expect(bagDiffers(fewer)?.kind).toBe('differs')
        for (const more of ['data/更多', 'more.txt'])
          expect(bagDiffers(new Map(bag).set(more, bytes))?.kind).toBe('differs')
      },
    ),
  )
})

test('bagOf: an independent validator accepts what it makes', () => {
  const folder = new Map([
    ['公示名单.csv', Uint8Array.from([1])],
    ['检查人员/R 100%.csv', Uint8Array.from([2, 3])],
    ['空', new Uint8Array()],
  ])
  for (const [path, bytes] of bagOf(folder, INFO)) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), bytes)
  }
  const run = () => spawnSync('python3', [VALIDATOR, FOLDER], { encoding: 'utf8' }).stdout
  expect(run()).toBe('valid: 3 files\n')
  writeFileSync(join(FOLDER, 'data/空'), 'x')
  expect(run()).toBe('data/空: another digest\n')
})

import { expect, it } from 'vitest'
import { bytesOf, isHeld } from '../../../src/core/draw/folder/content.ts'
import { sha256Hex } from '../../../src/core/hash.ts'
import type { DrawNumber } from '../../../src/core/ids.ts'
import { whole } from '../../../src/core/pieces.ts'
import { filesOf, namesOf, openFilesOf, piecesOf, writeFiles } from '../../../src/store/draws/draw-files.ts'
import { inEntry } from '../../../src/store/entry.ts'
import { openStore } from '../../../src/store/open.ts'
import { office, raw } from '../../helpers/ssj.ts'

const DRAW = '2026-0001' as DrawNumber

/** An office whose draw keeps `frame.csv` of these bytes besides, in parts of a size. */
async function keeping(bytes: Uint8Array, size: number) {
  const here = office()
  await here.done('init')
  const store = openStore({ written: here.db, full: here.db }, 0)
  await inEntry(store, { at: '2026-01-01T00:00:00Z', actor: '某人' }, 'freeze', writer => {
    store.db.exec("insert into draw values ('2026-0001', 1, 'T', 1, '', '2026-01-01', '2026-02-01', '{}')")
    const files = new Map([
      ['frame.csv', bytes],
      ['pool.csv', new Uint8Array()],
    ])
    writeFiles(writer, DRAW, files, size)
    return { subject: {}, result: null }
  })
  return { here, store }
}

it('a large file is kept in parts, and read back piece by piece as often as it is asked for', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i)
  const { here, store } = await keeping(bytes, 300)
  expect(namesOf(store, DRAW)).toEqual(['frame.csv', 'pool.csv'])
  const pieces = piecesOf(store, DRAW, 'frame.csv')!
  expect(Array.from(pieces, ({ length }) => length)).toEqual([300, 300, 300, 100])
  expect(whole(pieces)).toEqual(bytes)
  expect(whole(piecesOf(store, DRAW, 'pool.csv')!)).toEqual(new Uint8Array())
  expect(piecesOf(store, DRAW, 'seed.txt')).toBeNull()
  expect(filesOf(store, DRAW).get('frame.csv')).toEqual(bytes)
  store.close()
  const db = raw(here.db)
  expect(db.prepare('select part, length(bytes) from draw_part order by rowid').raw().all()).toEqual([
    [1, 300],
    [2, 300],
    [3, 100],
  ])
})

it('what an earlier program kept as one cell, larger than a part is now, is read as one', async () => {
  const bytes = new Uint8Array((1 << 22) + 5).fill(7)
  const { store } = await keeping(bytes, 1 << 24)
  expect(Array.from(piecesOf(store, DRAW, 'frame.csv')!, ({ length }) => length)).toEqual([bytes.length])
  store.close()
})

it('of files that are open, large ones are read as they are asked for, with length and digest', async () => {
  const bytes = Uint8Array.from({ length: 1_300_000 }, (_, i) => (i * i) % 251)
  const { store } = await keeping(bytes, 500_000)
  const open = openFilesOf(store, DRAW)
  expect(open.get('pool.csv')).toEqual(new Uint8Array())
  const frame = open.get('frame.csv')!
  if (isHeld(frame)) throw new Error('frame.csv is held')
  expect([frame.length, frame.sha256()]).toEqual([bytes.length, sha256Hex(bytes)])
  expect(Buffer.compare(bytesOf(frame), bytes)).toBe(0)
  store.close()
})

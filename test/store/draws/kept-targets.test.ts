import { expect, it } from 'vitest'
import type { DrawNumber, TargetId } from '../../../src/core/ids.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf } from '../../../src/core/registry/libraries/record-cells.ts'
import { layFiles, writeFiles } from '../../../src/store/draws/draw-files.ts'
import { ASKED_TARGET, DRAWN_TARGETS, recordsText } from '../../../src/store/draws/engine-files.ts'
import { keptTargets } from '../../../src/store/draws/kept-targets.ts'
import { subLibrariesElsewhere, targetElsewhere } from '../../../src/store/draws/target-of-draw.ts'
import { inEntry } from '../../../src/store/entry.ts'
import { openStore } from '../../../src/store/open.ts'
import { office } from '../../helpers/ssj.ts'

const DRAW = '2026-0001' as DrawNumber
const TARGETS = library('targets')

function record(id: string, name: string, libraries = ''): string[] {
  const cells = Array<string>(cellCount(TARGETS)).fill('')
  cells[0] = id
  cells[columnOf(TARGETS, 'name')] = name
  cells[columnOf(TARGETS, 'libraries')] = libraries
  return cells
}

it('a few targets are found as the file passes, and many, wherever its parts end', async () => {
  const here = office()
  await here.done('init')
  const store = openStore({ written: here.db, full: here.db }, 0)
  // Names hold the ids of others, quotes and characters of several bytes.
  const ids = Array.from({ length: 40 }, (_, i) => `T${i}`)
  const records = ids.map((id, i) => record(id, `“T${i + 1}”\\"𬭊店\t`, i % 2 === 0 ? '餐饮;药店' : ''))
  await inEntry(store, { at: '2026-01-01T00:00:00Z', actor: '某人' }, 'freeze', writer => {
    store.db.exec("insert into draw values ('2026-0001', 1, 'T', 1, '', '2026-01-01', '2026-02-01', '{}')")
    writeFiles(writer, DRAW, new Map([[DRAWN_TARGETS, recordsText(records)]]), 97)
    return { subject: {}, result: null }
  })
  const kept = keptTargets(store, DRAW)
  for (const asked of [ids.slice(0, 3), ['T', 'T40', '', '"T1"'], ids])
    for (const id of asked) expect(kept.get(id)).toEqual(records[ids.indexOf(id)])
  expect(keptTargets(store, '2026-0002' as DrawNumber).get('T1')).toBeUndefined()
  expect(targetElsewhere(store, 'T3' as TargetId)?.get('name')).toBe('“T4”\\"𬭊店\t')
  expect([...subLibrariesElsewhere(store)]).toEqual(['餐饮', '药店'])
  // One that was asked for stands beside them, whatever was looked for before.
  const other = record('T40', '没有抽中的店')
  layFiles(store, DRAW, new Map([[ASKED_TARGET, recordsText([other])]]))
  expect([kept.get('T40'), kept.get('T1')]).toEqual([other, records[1]])
  store.close()
})

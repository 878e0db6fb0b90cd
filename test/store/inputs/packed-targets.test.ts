import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { cursorOver } from '../../../src/core/packed/packed-registry.ts'
import { packedTargets } from '../../../src/store/inputs/packed-targets.ts'
import { openStore } from '../../../src/store/open.ts'
import { columnsAt } from '../../../src/store/registry/registry.ts'
import { entryNumber } from '../../helpers/ids.ts'
import { office, raw } from '../../helpers/ssj.ts'

const KEPT = new URL('../../../fixtures/databases/schema-9.db.gz', import.meta.url)
const COLUMNS = ['id', 'departments', 'status', 'station', 'risk'] as const
/** Ids in the order of UTF-8: the first of a piece may be the last of the one before, ended since. */
const LATER = `
  insert into entry values (1001, 't', 'a', 'x'), (1002, 't', 'a', 'x'), (1003, 't', 'a', 'x');
  update target set until = 1001 where until is null and version % 3 = 0;
  insert into target select null, 1001, null, id, code, kind, uscc, registration, name, representative, address, region,
    station, industry, type, '注销', risk, departments, libraries, tags, established, last_visit, phone, extra
    from target where until = 1001 and version % 2 = 0;
  update target set until = 1002 where until is null and version % 5 = 0;`

it('a registry passes as bytes as it stood at any entry, in pieces of any size', () => {
  const at = office('2026-02-03T05:00:00Z')
  writeFileSync(at.db, gunzipSync(readFileSync(KEPT)), { mode: 0o600 })
  const path = { written: at.db, full: at.db } as never
  openStore(path, 0).close()
  const db = raw(at.db)
  db.exec(LATER)
  db.close()
  const store = openStore(path, 0)
  const decoder = new TextDecoder()
  const differing = new Set<string>()
  for (const entry of [1, 2, 3, 5, 8, 13, 999, 1001, 1002, 1003].map(entryNumber)) {
    for (const size of [1, 7, 8192]) {
      const { cells, ids, numbersOf, idsOf } = packedTargets(store, COLUMNS, entry, () => {}, size)
      const rows = [...cells].flatMap(piece => decoder.decode(piece).split('\u001e'))
      const found: string[][] = []
      const numbers = new Map<string, number>()
      for (const cursor = cursorOver(ids()); cursor.next(); ) {
        const id = decoder.decode(cursor.bytes.subarray(cursor.from, cursor.to))
        const row = rows[cursor.number - 1]!
        if (row === '') continue
        found.push([id, ...row.split('\u001f')])
        numbers.set(id, cursor.number)
      }
      expect(found).toEqual([...columnsAt(store, 'targets', COLUMNS, entry)])
      const some = [...numbers].slice(0, 20)
      const asked = ['nobody', ...some.map(([id]) => id)] as never[]
      expect(new Map(numbersOf(asked))).toEqual(new Map(some))
      expect(new Map(idsOf(some.map(([, number]) => number)))).toEqual(
        new Map(some.map(([id, number]) => [number, id])),
      )
      differing.add(JSON.stringify(found))
    }
  }
  expect(differing.size).toBeGreaterThan(4)
  store.close()
})

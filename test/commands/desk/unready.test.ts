import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/store/sqlite.ts'
import { BACK, sitting } from '../../helpers/at-desk.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, office } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({ targets: targets(3), inspectors: inspectors(2) })
})

describe('a desk at a database that is not ready', () => {
  it('says who holds it, looks again at every Enter, and is left by Escape with nothing written', async () => {
    const here = base.copy()
    const other = openDatabase(here.db)
    other.exec('begin exclusive')
    try {
      const { asked, shown, code } = await sitting(here, ['', '', BACK])
      expect(code).toBe(130)
      expect(asked).toEqual(Array(3).fill('按回车再看一次（Esc 离开）'))
      expect(shown.match(/另一个命令正在使用/g)).toHaveLength(3)
      expect(shown).not.toContain('    at ')
    } finally {
      other.close()
    }
    expect((await sitting(here, ['退出'])).code).toBe(0)
  })

  it('refuses a folder that is missing before anything is asked, and says what to do', async () => {
    const here = { ...base, db: join(base.folder, 'none/ssj.db') }
    const { reason } = await sitting(here, []).then(
      () => ({ reason: null }),
      error => error,
    )
    expect(reason).toMatchObject({ code: 'database-unreachable' })
    for (const lang of ['zh', 'en'] as const) {
      const { err, code } = await base.ssjIn(
        {},
        'log',
        '--lang',
        lang,
        '--db',
        join(base.folder, 'none/ssj.db'),
      )
      expect([code, err]).toEqual([2, expect.stringMatching(/init/)])
    }
  })

  it.each([
    ['foreign-database', 'no database at all'],
    ['foreign-database', ''],
  ])('tells a file that is none as %s', async (code, content) => {
    const here = office()
    writeFileSync(here.db, content)
    await expect(sitting(here, [])).rejects.toMatchObject({ reason: { code } })
  })

  it('brings a database of a former version up to this one, and shows it', async () => {
    const { code, shown } = await sitting(former(), ['退出'])
    expect(code).toBe(0)
    expect(shown).toMatch(/任务 {4}待冻结 \d/)
  })

  it.skipIf(process.getuid?.() === 0)(
    'reads what may only be read, and says why it cannot be brought up',
    async () => {
      const here = base.copy()
      chmodSync(here.db, 0o444)
      const { code, shown } = await sitting(here, ['停用一条', '部门', '甲局', '撤并', 'y', '不做了', '退出'])
      expect(code).toBe(0)
      expect(shown).toContain('只读')
      const old = former()
      chmodSync(old.db, 0o444)
      await expect(sitting(old, [])).rejects.toMatchObject({ reason: { code: 'database-unreachable' } })
    },
  )
})

/** An office whose database the first program made. */
function former(): Office {
  const here = office()
  const kept = join(import.meta.dirname, '../../../fixtures/databases/schema-1.db.gz')
  writeFileSync(here.db, gunzipSync(readFileSync(kept)))
  return here
}

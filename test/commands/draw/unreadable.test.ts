import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/store/sqlite.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, office } from '../../helpers/ssj.ts'

const AD_HOC = ['draw', 'freeze', '--lead', 'JIA', '--count', '1'] as const

it.each(['drand/fastnet/123456', 'drand/quicknet/01', 'drand/', 'secret/abc', 'SECRET/xx'])(
  'a source that looks checked and is not is refused where it is written: %s',
  async source => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(3) })
    const before = contentOf(here.db)
    const zh = await here.ssj(...AD_HOC, '--source', source)
    expect([zh.code, zh.out]).toEqual([2, ''])
    expect(zh.err).toContain(source)
    expect((await here.ssj(...AD_HOC, '--source', source, '--lang', 'en')).err).toContain(
      'drand/quicknet/ROUND',
    )
    expect(contentOf(here.db)).toBe(before)
    const plan = here.file(
      'plan.csv',
      `任务编号,任务名称,发起部门,抽查数量,随机源\nA,甲,JIA,1,骰子;${source}\n`,
    )
    expect((await here.ssj('import', 'plan', plan)).code).not.toBe(0)
  },
)

it('a stratum that could not be read back is refused before anything is written', async () => {
  const here = await miniature({ targets: targets(4, { 登记机关: '东;西' }), inspectors: inspectors(3) })
  const before = contentOf(here.db)
  const ran = await here.ssj(...AD_HOC, '--by', '登记机关', '--json')
  expect([ran.code, ran.json.error.code]).toEqual([2, 'frozen-unreadable'])
  expect(contentOf(here.db)).toBe(before)
})

it('a draw that version 0.1.0 wrote so is listed, shown and made void, and never run', async () => {
  const here = office()
  const LATER = { now: '2026-06-01T00:00:00Z' }
  const done = async (...argv: string[]) => {
    const ran = await here.ssjIn(LATER, ...argv, '--json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    return ran.json
  }
  const older = new URL('../../../fixtures/databases/schema-8.db.gz', import.meta.url)
  writeFileSync(here.db, gunzipSync(readFileSync(older)), { mode: 0o600 })
  await done('draw', 'list')
  const database = openDatabase(here.db)
  database.exec(`
    drop trigger draw_file_no_update;
    update draw_file set bytes = cast(replace(cast(bytes as text), '"seed"', '"drand/fastnet/1"') as blob)
    where name = 'commitment.json' and draw = '2026-0003'`)
  database.close()
  await done('draw', 'show', '3')
  const ran = await here.ssjIn(LATER, 'draw', 'run', 'B', '--seed', 'drand/fastnet/1=4')
  expect(ran.code).toBe(2)
  expect(ran.err).not.toContain('内部出错')
  await done('draw', 'void', '3', '--reason', '随机源写错', '--approver', '分管局长')
  const { draws } = await done('draw', 'list')
  expect(draws[2]).toMatchObject({ draw: '2026-0003', state: 'void' })
})

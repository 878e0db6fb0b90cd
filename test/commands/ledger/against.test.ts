/** @module-tag slow */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealedText } from '../../../src/core/ledger.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, raw } from '../../helpers/ssj.ts'

/** An office that has drawn once and published that, and its database of before. */
let here: Office
let backup: Office
/** The entries that both have. */
let base: number

const TASK = ['--lead', 'JIA', '--count', '2', '--from', '2026-03-01', '--to', '2026-03-31']

beforeAll(async () => {
  here = await miniature({ targets: targets(9), inspectors: inspectors(4) })
  backup = here.copy()
  base = (await backup.done('log')).entries.length
  await here.done('draw', 'freeze', ...TASK, '--id', 'A', '--source', '骰子/30')
  await here.done('draw', 'run', 'A', '--seed', `骰子=${'314'.repeat(10)}`)
  await here.done('export', '1', '--to', here.path('public'))
  await here.done('export', '1', '--to', here.path('public.zip'), '--zip')
  await here.done('export', '1', '--to', here.path('archive'), '--profile', 'archive')
  await here.done('log', 'checkpoint', '--origin', '区局/ssj', '--to', here.path('head.txt'))
  here.file('log.json', (await here.ssj('log', '--json')).out)
})

const PUBLISHED = ['public', 'public.zip', 'archive', 'public/record.json', 'head.txt', 'log.json']

/** A copy in which rows were changed, and every digest from there on computed anew, as somebody with the file can do. */
function rechained(...statements: string[]): Office {
  const at = here.copy()
  const db = raw(at.db)
  for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    db.exec(`drop trigger ${name}`)
  for (const sql of statements) db.exec(sql)
  let previous = '0'.repeat(64)
  const rows = db.prepare('select * from entry join seal on seal.entry = entry.number order by number').all()
  for (const row of rows as Record<string, string>[]) {
    const text = sealedText({ ...row, previous } as never, row.subject!, row.rows!)
    const digest = createHash('sha256').update(text).digest('hex')
    db.prepare('update seal set previous = ?, digest = ? where entry = ?').run(previous, digest, row.number)
    previous = digest
  }
  for (const sql of raw(here.db)
    .prepare("select sql from sqlite_schema where type = 'trigger'")
    .pluck()
    .all())
    db.exec(sql as string)
  db.close()
  return at
}

async function against(at: Office, file: string) {
  const ran = await at.ssj('log', '--verify', '--against', here.path(file), '--json')
  expect(ran.err).toBe('')
  return { code: ran.code, ...ran.json.against?.[0] }
}

describe('whoever holds a published file alone', () => {
  it.each(PUBLISHED)('sees by %s that nothing was changed', async file => {
    expect(await against(here, file)).toMatchObject({ code: 0, kind: 'same' })
    const grown = here.copy()
    await grown.done('add', 'departments', '--set', '部门编码=丁', '--set', '部门名称=丁局')
    expect(await against(grown, file)).toMatchObject({ code: 0, kind: 'same' })
  })

  it.each(PUBLISHED)('sees by %s an older backup, and two databases in parallel', async file => {
    expect((await backup.done('log', '--verify')).holds).toBe(true)
    const older = await against(backup, file)
    expect(older).toMatchObject({ code: 1, kind: 'other', how: 'missing', to: base + 1 })
    const other = backup.copy()
    await other.done('draw', 'freeze', ...TASK, '--id', 'A', '--source', '骰子/30')
    await other.done('draw', 'run', 'A', '--seed', `骰子=${'6'.repeat(30)}`)
    expect(await against(other, file)).toMatchObject({ code: 1, kind: 'other', how: 'changed', to: base + 2 })
  })

  it.each(PUBLISHED)('sees by %s that the ledger was written anew', async file => {
    const actor = rechained(`update entry set actor = '他人' where number = ${base + 1}`)
    expect((await actor.done('log', '--verify')).holds).toBe(true)
    expect(await against(actor, file)).toMatchObject({ code: 1, kind: 'other', how: 'changed' })
  })

  it('names the very entry by a list of all of them', async () => {
    const actor = rechained("update entry set at = '2026-02-03T04:05:05Z' where number = 1")
    expect(await against(actor, 'log.json')).toMatchObject({ how: 'changed', from: 1, to: 1 })
    const cut = rechained(
      `delete from seal where entry > ${base + 2}; delete from entry where number > ${base + 2}; delete from checkpoint`,
    )
    expect(await against(cut, 'log.json')).toMatchObject({
      how: 'missing',
      from: base + 3,
      to: base + 3,
      shown: base + 3,
    })
    expect(await against(cut, 'public')).toMatchObject({ code: 0 })
  })

  it.each(['zh', 'en'])('is told in a sentence (%s)', async lang => {
    const ran = await backup.ssj(
      'log',
      '--verify',
      '--against',
      here.path('log.json'),
      '--against',
      here.path('public'),
      '--lang',
      lang,
    )
    expect([ran.code, ran.err]).toEqual([1, ''])
    expect(ran.out.replaceAll(here.folder, '')).toMatchSnapshot()
  })
})

it('a file that tells nothing, or of another ledger, is refused', async () => {
  const code = async (file: string) => {
    const ran = await here.ssj('log', '--verify', '--against', file, '--json')
    expect(ran.code).toBe(2)
    return ran.json.error.code
  }
  expect(await code(here.file('x.txt', '公告'))).toBe('nothing-published')
  expect(await code(here.path('none'))).toBe('no-such-file')
  const head = readFileSync(here.path('head.txt'), 'utf8')
  expect(await code(here.file('y.txt', head.replace('区局/ssj\n', '邻区/ssj\n')))).toBe(
    'published-of-other-log',
  )
})

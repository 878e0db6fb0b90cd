import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { type Office, raw } from '../helpers/ssj.ts'

let whole: Office
beforeAll(async () => {
  whole = await miniature({ targets: targets(6), inspectors: inspectors(6) })
})

function changed(...statements: string[]): Office {
  const at = whole.copy()
  const db = raw(at.db)
  db.unsafeMode()
  db.pragma('writable_schema = on')
  for (const sql of statements) db.exec(sql)
  db.close()
  return at
}

const HIDE = [
  'drop index target_now',
  "create unique index target_now on target(id) where until is null and id <> 'T03'",
]
const DISGUISE =
  "update sqlite_schema set sql = 'CREATE UNIQUE INDEX target_now on target(id) where until is null' where name = 'target_now'"

describe('log --verify finds a database that is not built as ssj builds it:', () => {
  test.each<[string, readonly string[], object]>([
    [
      'an index that leaves a firm out',
      HIDE,
      { problem: 'schema', object: 'index target_now', how: 'changed' },
    ],
    ['the same with the text put right', [...HIDE, DISGUISE], { problem: 'integrity' }],
    ['an index dropped', ['drop index target_past'], { object: 'index target_past', how: 'missing' }],
    [
      'a trigger dropped',
      ['drop trigger seal_no_update'],
      { object: 'trigger seal_no_update', how: 'missing' },
    ],
    [
      'a trigger that does nothing',
      [
        'drop trigger seal_no_update',
        'create trigger seal_no_update before update on seal begin select 1; end',
      ],
      { object: 'trigger seal_no_update', how: 'changed' },
    ],
    [
      'a trigger added',
      ['create trigger t after insert on run begin delete from void; end'],
      { object: 'trigger t', how: 'strange' },
    ],
    ['a table added', ['create table x (a)'], { object: 'table x', how: 'strange' }],
    ['a view added', ['create view v as select 1'], { object: 'view v', how: 'strange' }],
    ['an index added', ['create index i on target(name)'], { object: 'index i', how: 'strange' }],
    [
      'a table made laxer',
      ["update sqlite_schema set sql = replace(sql, 'strict', '') where name = 'target'"],
      { object: 'table target', how: 'changed' },
    ],
  ])('%s', async (_, statements, wanted) => {
    const here = changed(...statements)
    const ran = await here.ssj('log', '--verify', '--json')
    expect([ran.code, ran.err]).toEqual([1, ''])
    expect(ran.json).toMatchObject({ holds: false, entry: null, ...wanted })
  })

  test('in a sentence', async () => {
    const here = changed('drop trigger seal_no_update')
    expect((await here.ssj('log', '--verify', '--lang', 'zh')).out).toBe(
      '各条摘要无误，但数据库的结构不是 ssj 建立的样子：缺少 trigger seal_no_update\n',
    )
    expect((await here.ssj('log', '--verify', '--lang', 'en')).out).toBe(
      'every digest holds, but the database is not built as ssj builds it: trigger seal_no_update is missing\n',
    )
    const hidden = changed(...HIDE, DISGUISE)
    expect((await hidden.ssj('log', '--verify', '--lang', 'en')).out).toContain(
      'an index or a page is damaged (SQLite: row 3 missing from index target_now)',
    )
  })

  test('what ANALYZE counts is no fault', async () => {
    expect(await changed('analyze').done('log', '--verify')).toMatchObject({ holds: true })
  })
})

describe('a database that was changed is told as that, by whatever command trips over it:', () => {
  test.each<[string, string, readonly string[]]>([
    ['the version taken back', 'pragma user_version = 5', ['list', 'targets']],
    ['a table dropped', 'drop table visit', ['visit', 'list']],
    ['a table dropped, writing', 'drop table rule', ['rules', 'set', 'grace-days', '30']],
    ['a subject that is no object', "update seal set subject = 'null'", ['log']],
  ])('%s', async (_, sql, line) => {
    const here = changed('drop trigger seal_no_update', sql)
    const ran = await here.ssj(...line, '--lang', 'en')
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(/^ssj: cannot read database “.*”: the file is damaged\n/)
  })
})

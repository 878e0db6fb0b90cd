import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, raw } from '../../helpers/ssj.ts'

let whole: Office
beforeAll(async () => {
  whole = await miniature({ targets: targets(6), inspectors: inspectors(6) })
  const task = ['--lead', 'JIA', '--count', '2', '--reserve', '1', '--id', 'A', '--from', '2026-05-01']
  await whole.done('draw', 'run', ...task, '--seed', 'x')
})

/** A copy that somebody with the file changed past the program. */
function changed(...statements: string[]): Office {
  const at = whole.copy()
  const db = raw(at.db)
  for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    db.exec(`drop trigger ${name}`)
  for (const sql of statements) expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0)
  db.close()
  return at
}

const READING: readonly (readonly string[])[] = [
  ['draw', 'show', '1'],
  ['export', '1', '--to', 'out'],
  ['export', '1', '--profile', 'archive', '--to', 'out'],
  ['report', 'fairness', '--year', '2026'],
  ['report', 'coverage', '--year', '2026'],
  ['report', 'workload', '--year', '2026'],
  ['show', 'targets', 'T01', '--history'],
  ['plan', 'check'],
  ['draw', 'merge'],
  ['draw', 'simulate', '--lead', 'JIA', '--count', '1', '--runs', '1'],
  ['draw', 'freeze', '--lead', 'JIA', '--count', '1', '--id', 'B'],
]

describe.each<[string, string, string]>([
  ['another firm', 'drawn', "update drawn set target = 'T99' where rank = 1"],
  ['one firm less', 'drawn', 'delete from drawn where rank = 1'],
  ['a reserve that is drawn', 'drawn', "update drawn set status = 'drawn' where status = 'reserve'"],
  ['another inspector', 'seated', "update seated set inspector = 'P99' where seat = 1"],
  [
    'an inspector more',
    'seated',
    "insert into seated select draw, min(target), department, 9, 'P99', since from seated",
  ],
])('%s by SQL', (_, table, sql) => {
  test.each(READING.map(line => [line.join(' '), line] as const))(
    '%s tells it and shows nothing',
    async (_, line) => {
      const ran = await changed(sql).ssj(...line, '--json')
      expect([ran.code, ran.json.error?.code]).toEqual([2, 'draw-altered'])
      expect(ran.json.error.details).toMatchObject({ draw: '2026-0001', table })
    },
  )

  test('replay answers no', async () => {
    const here = changed(sql)
    const ran = await here.ssj('draw', 'replay', '1', '--json')
    expect([ran.code, ran.json.same, ran.json.difference.file]).toEqual([1, false, table])
    expect((await here.ssj('draw', 'replay', '1', '--lang', 'en')).out).toContain(`  ${table}`)
  })
})

test('a sentence says which table, and what it says instead', async () => {
  const here = changed(
    "update seated set inspector = 'P99' where seat = 1 and target = (select min(target) from seated)",
  )
  const zh = await here.ssj('draw', 'show', '1', '--lang', 'zh')
  expect(zh.err).toMatch(
    /^ssj: 抽取 2026-0001 被改动过：数据库的表 seated 中是“T\d+,JIA,1,P99”，抽取时留存的文件中是“T\d+,JIA,1,P\d”\n/,
  )
  const en = await here.ssj('draw', 'show', '1', '--lang', 'en')
  expect(en.err).toMatch(
    /^ssj: draw 2026-0001 has been altered: table seated of the database has “T\d+,JIA,1,P99” where/,
  )
})

test.each(['selection.csv', 'commitment.json', 'assignment.csv', 'frame.csv'])(
  'a kept %s that is no longer what the law writes is said by every command, in a sentence',
  async name => {
    const here = changed(`update draw_file set bytes = x'ff00' where name = '${name}'`)
    for (const line of READING) {
      const ran = await here.ssj(...line)
      expect(ran.err, line.join(' ')).not.toContain('internal')
      expect(ran.err, line.join(' ')).not.toContain('内部')
    }
    const ran = await here.ssj('export', '1', '--profile', 'archive', '--to', 'out', '--lang', 'en')
    expect(ran.err).toContain(`“${name}”, as the database keeps it, is not as ssj wrote it`)
  },
)

describe.each(['records', 'bytes'])('a kept list that was changed by SQL, the registry read as %s', rows => {
  const FRAME = "from draw_file where name = 'frame.csv'"
  const asked = (here: Office, ...line: string[]) =>
    here.ssjIn({ env: { SSJ_ROWS: rows } }, ...line, '--json')

  test('replay of what is as it was answers yes', async () => {
    expect((await asked(whole.copy(), 'draw', 'replay', '1')).json).toMatchObject({ same: true })
  })

  test('replay names the first line, and export and announce refuse to publish it', async () => {
    const text = String(raw(whole.db).prepare(`select cast(bytes as text) ${FRAME}`).pluck().get())
    const other = text.replace('T05', 'T07')
    const here = changed(`update draw_file set bytes = cast('${other}' as blob) where name = 'frame.csv'`)
    const { json } = await asked(here, 'draw', 'replay', '1')
    const [expected, found] = [text, other].map(of => of.split('\n').find(line => /T0[57]/.test(line)))
    expect(json.difference).toMatchObject({ file: 'frame.csv', check: 'line', expected, found })
    const ran = await asked(here, 'export', '1', '--to', 'out')
    expect([ran.code, ran.json.error]).toMatchObject([
      2,
      { code: 'kept-file-damaged', details: { file: 'frame.csv' } },
    ])
  })
})

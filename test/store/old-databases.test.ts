/** @module-tag campaign */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { signerKey, signerKeyText } from '../../src/core/ledger/keys.ts'
import { emptyStore, schemaOf } from '../helpers/schema.ts'
import { filesIn, type Office, office, raw } from '../helpers/ssj.ts'

const FOLDER = new URL('../../fixtures/databases/', import.meta.url)
/** After all that was done along the road. */
const LATER = '2026-02-03T05:00:00Z'
const NAMES = readdirSync(FOLDER).flatMap(file => (file.endsWith('.db.gz') ? [file.slice(0, -6)] : []))
/** The one of the last schema. */
const LAST = NAMES.reduce((last, name) => (numberOf(name) > numberOf(last) ? name : last))

/** An office with the database of an earlier program, as that program left it. */
function older(name: string): Office {
  const made = office(LATER)
  writeFileSync(made.db, gunzipSync(readFileSync(new URL(`${name}.db.gz`, FOLDER))), { mode: 0o600 })
  return made
}

/** Every row of every table with its rowid, in the order in which they were written; entries and seals too. */
function rowsOf(at: Office): Map<string, unknown[]> {
  return reading(at, db => {
    const tables = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
    return new Map(
      tables.map(name => [name, db.prepare(`select rowid, * from ${name} order by rowid`).raw().all()]),
    )
  })
}

function reading<T>(at: Office, read: (db: Database.Database) => T): T {
  const db = raw(at.db)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** A copy whose office asks for no basis of its items and no certificates: what it has says nothing of either. */
async function unbound(at: Office): Promise<Office> {
  const copy = at.copy()
  await copy.done('rules', 'set', 'items-bind', '无')
  await copy.done('rules', 'set', 'certified-minimum', '0')
  return copy
}

function numberOf(name: string): number {
  return Number(/\d+/.exec(name)![0])
}

const sorted = (schema: string) => schema.split(/;\n(?=CREATE|$)/).sort()
const versionOf = (at: Office) => reading(at, db => db.pragma('user_version', { simple: true }) as number)

it('every schema that there was is among them, the last one too', () => {
  const versions = new Set(NAMES.map(name => versionOf(older(name))))
  const last = emptyStore().db.pragma('user_version', { simple: true }) as number
  expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, i) => i + 1))
})

describe.each(NAMES)('a database of %s', name => {
  let before: Map<string, unknown[]>
  let here: Office
  let draws: readonly { draw: string; state: string }[]

  beforeAll(async () => {
    here = older(name)
    before = rowsOf(here)
    draws = (await here.done('draw', 'list')).draws
  })

  it('gets the schema of a new one, and keeps every row in its place', () => {
    const schema = reading(here, schemaOf)
    expect(sorted(schema)).toEqual(sorted(schemaOf(emptyStore().db)))
    const after = rowsOf(here)
    for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows])
  })

  it('has a ledger that holds', async () => {
    const entries = before.get('entry')!.length
    expect(await here.done('log', '--verify')).toEqual({ holds: true, entries })
  })

  it('has the tree that a new one has, and is compared with what was published of it', async () => {
    const next = here.copy()
    // The key that signed along the road, of the same bytes of chance.
    const key = signerKey(
      '示例区局/ssj',
      'note',
      Uint8Array.from({ length: 32 }, (_, i) => i),
    )
    writeFileSync(next.path('ssj.key'), signerKeyText(key), { mode: 0o600 })
    const { size } = await next.done('log', 'checkpoint', '--to', next.path('head.txt'))
    expect(size).toBe(before.get('entry')!.length - (/^schema-(?:9|1\d)$/.test(name) ? 1 : 0))
    const { against } = await next.done('log', '--verify', '--against', next.path('head.txt'))
    expect(against).toMatchObject([{ kind: 'same', shown: size }])
  })

  it('draws again what was drawn', async () => {
    const run = draws.filter(({ state }) => state !== 'frozen')
    expect(run.length).toBe(before.get('run')!.length + (before.get('ended')?.length ?? 0))
    for (const { draw } of run) expect((await here.done('draw', 'replay', draw)).same).toBe(true)
  })

  it.each(['public', 'archive'])('exports its draws (%s) so that they verify', async profile => {
    for (const { draw, state } of draws) {
      if (state === 'frozen') continue
      const to = here.path(`${draw}-${profile}`)
      await here.done('export', draw, '--to', to, '--profile', profile)
      expect((await here.ssj('verify', to)).code).toBe(0)
    }
  })

  it('takes an import, runs what was frozen, and draws anew', async () => {
    const next = await unbound(here)
    const targets = next.file('t.csv', '对象编号,名称,监管部门\nT01,示例店改名,甲局;乙局\nN1,新店,甲局\n')
    const { files } = await next.done('import', 'targets', targets)
    expect(files[0]).toMatchObject({ new: 1, changed: 1 })
    await next.done('draw', 'run', 'B', '--seed', 'x')
    const fresh = ['--lead', 'JIA', '--count', '3', '--from', '2026-07-01', '--seed', 'z', '--id', 'NEW']
    expect((await next.done('draw', 'run', ...fresh)).drawn).toBe(3)
    expect(await next.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('lets a guest whose host became void join the further attempt', async () => {
    const merged = (before.get('merged') ?? []) as [
      rowid: number,
      guest: string,
      target: string,
      host: string,
    ][]
    if (merged.length === 0) return
    // In the order of their key they would be digested otherwise.
    expect(merged.map(([, , target]) => target)).not.toEqual(merged.map(([, , target]) => target).sort())
    const next = await unbound(here)
    const by = ['--reason', '有误', '--approver', '局领导']
    const seed = /^schema-1\d$/.test(name) ? '13' : '骰子=9'
    const again = await next.done('draw', 'run', 'A', '--again', '--despite-results', ...by, '--seed', seed)
    for (const [, guest, target] of merged)
      await next.done('draw', 'merge', again.draw, guest, '--target', target, ...by)
    expect((await next.done('draw', 'merge')).merged).toHaveLength(merged.length)
    expect(await next.done('log', '--verify')).toMatchObject({ holds: true })
  })
})

describe.each(['public', 'archive'])('a folder (%s) that an earlier program exported', profile => {
  const zip = fileURLToPath(new URL(`schema-8-${profile}.zip`, FOLDER))

  it('verifies', async () => {
    expect((await office().ssj('verify', zip)).code).toBe(0)
  })

  it('is what is exported now, but for the page, digests that cover it, and quotes around guarded codes', async () => {
    const here = older('schema-8')
    await here.done('export', '2', '--to', here.path('2026-0002'), '--profile', profile)
    const digested = /verify\.html|SHA256SUMS|-sha256\.txt|bag-info\.txt$/
    const before = Object.entries(unzipSync(readFileSync(zip)))
    // What is for one inspector is named after the person too, today.
    const after = new Map(
      [...filesIn(here.path('2026-0002'))].map(([name, bytes]) => [
        name.replace(/检查人员\/[^（]+（(\w+)）\./, '检查人员/$1.'),
        bytes,
      ]),
    )
    const later = [...after.keys()].filter(
      name =>
        !/^(?:data\/)?(?:papers\.json|年度抽取目录\..*|draw(?:\.zh)?\.md|核对说明\.txt|verify\.py)$/.test(
          name,
        ),
    )
    expect(later.sort()).toEqual(before.map(([name]) => name.slice(name.indexOf('/') + 1)).sort())
    for (const [name, bytes] of before) {
      if (digested.test(name)) continue
      const text = after.get(name.slice(name.indexOf('/') + 1))!.toString()
      expect([name, unquoted(text)]).toEqual([name, unquoted(Buffer.from(bytes).toString())])
    }
  })
})

/**
 * A long code is guarded by a tab; the cell is quoted today, so that a reader who splits at tabs keeps it whole. Lists say of
 * a draw at once that it was one.
 */
const unquoted = (text: string) =>
  text
    .replaceAll(/"(\t[^"]*)"/g, '$1')
    .replaceAll(/\n(?:<p>)?冻结与抽取同时进行：[^<\n]*(?:<\/p>)?/g, '')
    .replaceAll(/冻结与抽取同时进行；?/g, '')
    // Lists are signed, a draw without strata says so, and notices name the page; the style of all is digested.
    .replaceAll(/<style>[^<]*<\/style>|'sha256-[^']*'/g, '')
    .replaceAll(/(<\/table>\n)<div class="signature">.*<\/div>\n/g, '$1')
    .replaceAll('class="signature sealed"', 'class="signature"')
    .replaceAll('全部（不分层）', 'all')
    // The main part is marked, and tables name their headings, for whom reads them as cards.
    .replaceAll(/<\/?main>\n/g, '')
    .replaceAll(/(<table class="data[a-z ]*) t[0-9a-f]{8}"/g, '$1"')
    .replaceAll(/<(t[hd])(?: scope="col")?(?: class="\w+")?>/g, '<$1>')
    .replaceAll(
      /核对(?:（见同一文件夹中的 SHA256SUMS 和 selection\.csv）|：打开同一文件夹中的 verify\.html，或照核对说明\.txt 去做)。/g,
      '',
    )

it('what is written along the same road today is, row for row, what was written before', async () => {
  const { EVERYTHING, minute, road } = await import(new URL('road.mjs', FOLDER).href)
  const here = office()
  let ran = 0
  const answering =
    (expected: number) =>
    async (...argv: string[]) => {
      const { code, err, json } = await here.ssjIn({ now: minute(ran++), patience: 0 }, ...argv, '--json')
      expect([argv, code, err]).toEqual([argv, expected, ''])
      return json
    }
  await road(Object.assign(answering(0), { no: answering(1) }), here.folder, EVERYTHING)
  const before = rowsOf(older(LAST))
  const now = withoutLaterRules(rowsOf(here), before)
  // Table by table, so that what differs is named; all of them.
  expect([...now.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [table, rows] of withoutLaterRules(before, before))
    expect([table, now.get(table)]).toEqual([table, rows])
})

/** The rows without the rules that came after `before` was written, and without the digests that cover them. */
function withoutLaterRules(
  rows: Map<string, unknown[]>,
  before: Map<string, unknown[]>,
): Map<string, unknown[]> {
  const rulesIn = (row: unknown) => Object.keys(detailOf(row).rules)
  const known = new Set(before.get('draw')!.flatMap(rulesIn))
  const withDraws = new Set(before.get('draw')!.map(row => (row as unknown[])[2]))
  const draws = rows.get('draw')!.map(row => {
    const { rules, ...detail } = detailOf(row)
    const kept = Object.fromEntries(Object.entries(rules).filter(([name]) => known.has(name)))
    return [...(row as unknown[]).slice(0, -1), { ...detail, rules: kept }]
  })
  // [rowid, entry, subject, tables, the digest before, digest]
  const seals = rows.get('seal')!.map(row => {
    const [rowid, entry, subject, tables] = row as [number, number, string, string]
    const written = JSON.parse(tables) as { table: string; sha256?: string }[]
    const isLater = ({ table }: (typeof written)[number]) => withDraws.has(entry) || table === 'checkpoint'
    const covered = written.map(table => (isLater(table) ? { ...table, sha256: '' } : table))
    return [rowid, entry, subject.replace(/"root":"[0-9a-f]*"/, ''), covered]
  })
  // A checkpoint is a digest of all that, signed: how far it goes is what is left of it.
  const checkpoints = rows
    .get('checkpoint')!
    .map(row => (row as unknown[]).filter(cell => typeof cell === 'number'))
  return new Map(rows).set('draw', draws).set('seal', seals).set('checkpoint', checkpoints)
}

function detailOf(row: unknown): { readonly rules: Readonly<Record<string, string>> } {
  return JSON.parse((row as unknown[]).at(-1) as string)
}

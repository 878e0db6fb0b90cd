/** @module-tag campaign */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableText } from '../../src/core/draw/folder/table.ts'
import { ASSIGNMENT, SUBSTITUTIONS, type SubstitutionRow } from '../../src/core/draw/folder/tables.ts'
import { standingAfter } from '../../src/core/draw/substitution/standing.ts'
import { replaceInspector, replaceTarget } from '../../src/core/draw/substitution/substitution.ts'
import { verify } from '../../src/core/draw/verify/verdict.ts'
import { changed, drawIn, type Files, rowsOf, textOf, vector, vectorOfSecond } from '../core/draw/folders.ts'
import { freshFolder } from '../helpers/scratch.ts'

const SCRIPT = join(import.meta.dirname, '../../src/page/verify.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
const NOTE = hasPython ? '' : ' (skipped: python3 is not installed)'

const VECTORS: Readonly<Record<string, Files>> = {
  ...{ 'small, version 1': vector('small'), 'medium, version 1': vector('medium') },
  ...{ small: vectorOfSecond('small'), medium: vectorOfSecond('medium'), public: vectorOfSecond('public') },
  ...{ committed: vectorOfSecond('committed'), failed: vectorOfSecond('failed') },
}

/** What `verify.py` says of each folder: the first word of its line. */
function saidOf(folders: readonly Files[]): string[] {
  const paths = folders.map(files => {
    const path = freshFolder()
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), bytes)
    }
    return path
  })
  const ran = spawnSync('python3', [SCRIPT, ...paths], { encoding: 'utf8', maxBuffer: 1e8 })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).not.toContain('could not be read')
  return ran.stdout.split('\n').flatMap(line => /^(agrees|committed|failed|differs) /.exec(line)?.[1] ?? [])
}

/** Both verifiers on the same folders. */
async function compared(folders: readonly (readonly [string, Files])[]): Promise<Set<string>> {
  const said = saidOf(folders.map(([, files]) => files))
  expect(said).toHaveLength(folders.length)
  const kinds = new Set<string>()
  for (const [i, [what, files]] of folders.entries()) {
    const { kind } = await verify(files)
    expect([what, said[i]]).toEqual([what, kind])
    kinds.add(kind)
  }
  return kinds
}

describe.skipIf(!hasPython)(`verify.py${NOTE}`, () => {
  test('agrees with ssj on every vector of both laws', async () => {
    const kinds = await compared(Object.entries(VECTORS))
    expect([...kinds].sort()).toEqual(['agrees', 'committed', 'failed'])
  })

  test('agrees under every Python that is here, at consoles in GBK, in UTF-8 and without Chinese; pipes may be closed', () => {
    const pythons = ['python3', ...[8, 9, 10, 11, 12, 13, 14, 15].map(minor => `python3.${minor}`)].filter(
      name => spawnSync(name, ['--version']).status === 0,
    )
    const folders = ['vectors/small', 'vectors/medium', 'vectors-2/small', 'vectors-2/failed'].map(name =>
      join(import.meta.dirname, '../../fixtures', name),
    )
    for (const python of pythons)
      for (const [settings, encoding] of [
        [{}, 'utf-8'],
        [{ PYTHONIOENCODING: 'gbk' }, 'gbk'],
        [{ PYTHONIOENCODING: 'cp936' }, 'gbk'],
        [{ PYTHONIOENCODING: 'latin-1' }, 'utf-8'],
        [{ LC_ALL: 'C' }, 'utf-8'],
        [{ LC_ALL: 'C', PYTHONUTF8: '0', PYTHONCOERCECLOCALE: '0' }, 'utf-8'],
      ] as const) {
        const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', ...settings }
        const ran = spawnSync(python, ['-W', 'error', SCRIPT, ...folders, '不存在😀'], { env })
        const said = new TextDecoder(encoding, { fatal: true }).decode(ran.stdout)
        const heads = said.split('\n').filter(line => /^\S/.test(line))
        expect([python, settings, ran.status, ran.stderr.toString()]).toEqual([python, settings, 2, ''])
        expect(heads.map(line => line.split(/[ :]/)[0])).toEqual([
          ...['agrees', 'agrees', 'agrees', 'failed'],
          ...['不能读取', '未核对'],
        ])
        if (!('PYTHONUTF8' in settings)) expect(heads[4]).toContain(encoding === 'gbk' ? '\\U0001f600' : '😀')
      }
    const closed = spawnSync(
      'sh',
      ['-c', `{ python3 '${SCRIPT}' ${folders.join(' ')}; echo $? >&2; } | head -1`],
      { encoding: 'utf8' },
    )
    expect([closed.stdout.split('\n').length, closed.stderr]).toEqual([2, '0\n'])
  }, 120_000)

  test('agrees on folders without some of their files, and with files that are none of the law', async () => {
    const folders = Object.entries(VECTORS).flatMap(([name, files]) => [
      ...[...files.keys()].flatMap(file => [
        [`${name} without ${file}`, changed(files, { [file]: undefined })] as const,
        [
          `${name} without ${file}, which is listed`,
          new Map([...files].filter(([other]) => other !== file)),
        ] as const,
      ]),
      [`${name} with another file`, changed(files, { '单/a b.csv': '1\n' })] as const,
      [`${name}, not listed`, new Map(files).set('a.txt', new Uint8Array(1))] as const,
      [`${name}, left behind`, new Map(files).set('a/.DS_Store', new Uint8Array(1))] as const,
    ])
    await compared(folders)
  }, 120_000)

  test('agrees on broken ones: a sign, a line, a field changed, with sums that hold and without', async () => {
    const folders = fc.sample(brokenVectors, { numRuns: 400, seed: 20261127 })
    const kinds = await compared(folders)
    expect(kinds).toContain('differs')
  }, 300_000)

  test('agrees on values, forms, ids, areas and tags that are almost right', async () => {
    const edits: readonly (readonly [string, string, RegExp | string, string])[] = [
      ['small', 'seed.txt', /=\d/, '=７'],
      ['small', 'seed.txt', /\n$/, ''],
      ['small', 'seed.txt', /$/, '\n'],
      ['small', 'commitment.json', '"avoidSameArea": true', '"avoidSameArea": 1'],
      ['small', 'commitment.json', /"take": (\d+)/, '"take": $1.0'],
      ['small', 'commitment.json', /"take": (\d+)/, '"take": 0$1'],
      ['small', 'commitment.json', /"form": "dice\/25"/, '"form": "dice/025"'],
      ['small', 'commitment.json', /\n$/, ''],
      ['small', 'commitment.json', '  "spec"', '   "spec"'],
      ['small', 'commitment.json', 'ssj-draw/2', 'ssj-draw/3'],
      ['small', 'commitment.json', /"due": "[^"]*"/, '"due": "2026-02-30"'],
      ['small', 'commitment.json', /"due": "[^"]*"/, '"due": "2026-02-20T24:00+08:00"'],
      ['small', 'commitment.json', /"due": "[^"]*"/, '"due": "2026-02-20T10:00Z"'],
      ['small, version 1', 'seed.txt', '=4 0 7', '=4\u00a00 7'],
      ['small, version 1', 'seed.txt', '=4 0 7', '=\u0085'],
      ['failed', 'record.json', 'no-teams', 'no-team'],
      ['failed', 'record.json', /"([0-9a-f])([0-9a-f]{95})"/, '"$2$1"'],
      ['committed', 'record.json', /$/, ''],
    ]
    await compared(
      edits.flatMap(([name, file, from, to]) => {
        const files = VECTORS[name]!
        if (!files.has(file)) return []
        return [
          [
            `${name}: ${file}: ${from} → ${to}`,
            changed(files, { [file]: textOf(files, file).replace(from, to) }),
          ] as const,
        ]
      }),
    )
  }, 120_000)

  test('makes the substitutions of version 1 again', async () => {
    const folders = fc.sample(substitutedFirst, { numRuns: 40, seed: 7 })
    const kinds = await compared(folders)
    expect(kinds).toContain('agrees')
  }, 300_000)

  test('knows every form, how many outcomes it has, and which values are none', () => {
    const rows: { form: string; outcomes: string; valid: string; invalid: string }[] = parse(
      readFileSync(join(import.meta.dirname, '../../fixtures/vectors-2/outcomes.csv')),
      { columns: true },
    )
    const asked = rows.map(({ form, valid, invalid }) => ({ form, values: [valid, ...invalid.split('|')] }))
    const program = [
      `import json, sys; sys.path.insert(0, ${JSON.stringify(dirname(SCRIPT))}); sys.dont_write_bytecode = True`,
      'import verify',
      'for a in json.load(sys.stdin):',
      "    f = verify.form_of(a['form'])",
      "    print('refused' if f is None else f[2], *[int(verify.is_value(f, v)) if f else '-' for v in a['values']])",
    ].join('\n')
    const ran = spawnSync('python3', ['-c', program], { input: JSON.stringify(asked), encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    for (const [i, line] of ran.stdout.trimEnd().split('\n').entries()) {
      const { form, outcomes } = rows[i]!
      const [found, valid, ...invalid] = line.split(' ')
      expect([form, found]).toEqual([form, outcomes])
      if (outcomes !== 'refused')
        expect([form, valid, ...invalid]).toEqual([form, '1', ...invalid.map(() => '0')])
    }
    expect(rows.length).toBeGreaterThan(30)
  })
})

/** A vector with one file changed by hand. */
const brokenVectors = fc
  .record({
    name: fc.constantFrom(...Object.keys(VECTORS)),
    file: fc.nat(),
    line: fc.nat(),
    place: fc.nat(),
    sign: fc.constantFrom('0', '9', 'A', '甲', ';', ',', '"', ' ', '\t', '\u3000', 'é', 'e\u0301', ''),
    how: fc.constantFrom('sign', 'drop', 'twice', 'swap', 'field', 'empty'),
    listed: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ name, file, line, place, sign, how, listed }): readonly [string, Files] => {
    const files = VECTORS[name]!
    const names = [...files.keys()].sort()
    const own = names[file % names.length]!
    const lines = textOf(files, own).split('\n')
    const at = line % lines.length
    const text = lines[at]!
    const cut = place % (text.length + 1)
    const fields = text.split(',')
    const edited: Readonly<Record<typeof how, readonly string[]>> = {
      sign: [text.slice(0, cut) + sign + text.slice(cut + 1)],
      drop: [],
      twice: [text, text],
      swap: [lines[at + 1] ?? '', text],
      field: [fields.with(place % fields.length, sign).join(',')],
      empty: [''],
    }
    const rest = lines.slice(at + (how === 'swap' ? 2 : 1))
    const next = [...lines.slice(0, at), ...edited[how], ...rest].join('\n')
    const what = `${name}: ${own}, line ${at + 1}: ${how} ${place} ${JSON.stringify(sign)}, listed ${listed > 0}`
    const bytes = new TextEncoder().encode(next)
    return [what, listed > 0 ? changed(files, { [own]: next }) : new Map(files).set(own, bytes)]
  })

/** The medium vector of version 1, with substitutions one after the other, and sometimes one of them falsified. */
const substitutedFirst = fc
  .record({
    falls: fc.array(fc.record({ inspector: fc.boolean(), pick: fc.nat() }), { minLength: 1, maxLength: 5 }),
    forged: fc.boolean(),
  })
  .map(({ falls, forged }): readonly [string, Files] => {
    const files = VECTORS['medium, version 1']!
    const draw = drawIn(files)
    let standing = standingAfter(rowsOf(files, ASSIGNMENT), [])
    const rows: SubstitutionRow[] = []
    let number = 1
    for (const { inspector, pick } of falls) {
      const seat = standing.seats[pick % standing.seats.length]!
      const own = standing.seats.filter(other => other.inspector === seat.inspector)
      const outcome = inspector
        ? replaceInspector(draw, standing, number, seat.inspector, own, 'duty')
        : replaceTarget(draw, standing, number, seat.target)
      if (outcome.kind !== 'substituted') continue
      for (const change of outcome.changes)
        rows.push({ ...change, number, reason: 'duty', approver: '批准人', at: '2026-03-01' })
      standing = outcome.standing
      number++
    }
    const last = rows.at(-1)
    if (forged && last?.kind === 'inspector') rows[rows.length - 1] = { ...last, in: 'WJT-999' }
    const text = tableText(SUBSTITUTIONS, rows)
    return [JSON.stringify(falls), changed(files, rows.length === 0 ? {} : { 'substitutions.csv': text })]
  })

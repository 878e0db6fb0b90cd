/** @module-tag chaos */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parts, text, zip } from '../files/reading/workbooks.ts'
import { miniature } from '../helpers/miniature.ts'
import { BIN, type Office } from '../helpers/ssj.ts'

/** What is small as a file and large when it is read, as large as it was found to hang 0.1.0. */
let here: Office
beforeAll(async () => {
  here = await miniature({})
})

const HEAD = `<row r="1">${text('A1', '对象编号')}${text('B1', '名称')}</row>`
const sheet = (rows: string) => zip(parts({ 名录: HEAD + rows }))

const FILES: readonly (readonly [
  name: string,
  ending: string,
  bytes: () => Buffer,
  codes: readonly number[],
])[] = [
  ['one million empty lines', 'csv.gz', () => gzipSync(`对象编号,名称\n${'\n'.repeat(1e6)}X1,店\n`), [0]],
  ['ten million empty lines', 'csv.gz', () => gzipSync(`对象编号,名称\n${'\n'.repeat(1e7)}X2,店\n`), [0, 2]],
  [
    'one million lines of commas',
    'csv.gz',
    () => gzipSync(`对象编号,名称\n${',,\n'.repeat(1e6)}X3,店\n`),
    [0],
  ],
  [
    'a line of 200 MB',
    'csv.gz',
    () => gzipSync(Buffer.concat([Buffer.from('对象编号,名称\nX4,'), Buffer.alloc(2e8, 'x')])),
    [2],
  ],
  [
    'a quote of 200 MB',
    'csv.gz',
    () => gzipSync(Buffer.concat([Buffer.from('对象编号,名称\nX5,"'), Buffer.alloc(2e8, 'x')])),
    [2],
  ],
  [
    'a cell of 200 MB',
    'xlsx',
    () => sheet(`<row r="2"><c r="A2" t="inlineStr"><is><t>${'x'.repeat(2e8)}</t></is></c></row>`),
    [2],
  ],
  ['three million rows', 'xlsx', () => sheet('<row/>'.repeat(3e6)), [0, 2]],
  ['330 000 tags that never end', 'xlsx', () => sheet('<c '.repeat(330_000)), [2]],
  [
    '300 000 attributes',
    'xlsx',
    () => sheet(`<row ${Array.from({ length: 3e5 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    [0, 2],
  ],
  [
    '200 000 sheets',
    'xlsx',
    () =>
      zip({ ...parts({ 名录: HEAD }), 'xl/workbook.xml': `<workbook><sheets>${'<sheet x '.repeat(2e5)}` }),
    [2],
  ],
  [
    '60 000 merged ranges over 30 000 rows',
    'xlsx',
    () =>
      zip(
        parts(
          {
            名录:
              HEAD +
              Array.from(
                { length: 3e4 },
                (_, i) => `<row r="${i + 2}">${text(`A${i + 2}`, `M${i}`)}${text(`B${i + 2}`, '店')}</row>`,
              ).join(''),
          },
          `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(6e4)}</mergeCells>`,
        ),
      ),
    [0, 2],
  ],
]

const counted: Record<string, string> = {}
afterAll(() => process.stderr.write(`${JSON.stringify(counted, null, 1)}\n`))

/** Runs the program with its peak of memory told by /usr/bin/time where there is one. */
const MEASURED = `
process.on('exit', () => process.stderr.write(JSON.stringify({ peak: process.resourceUsage().maxRSS, ...process.cpuUsage() })))
`

test.each(FILES)(
  '%s: an answer within a minute of the processor and a gigabyte',
  (name, ending, bytes, codes) => {
    const file = here.path(`${name.replaceAll(' ', '-')}.${ending}`)
    writeFileSync(file, bytes())
    const hook = here.file('measure.mjs', MEASURED)
    const argv = ['--import', hook, BIN, 'import', 'targets', file, '--dry-run', '--lang', 'en']
    const ran = spawnSync(process.execPath, argv, {
      env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲' },
      encoding: 'utf8',
    })
    const [, told = '{}'] = /(\{"peak".*\})$/.exec(ran.stderr) ?? []
    const { peak, user, system } = JSON.parse(told)
    counted[name] =
      `exit ${ran.status}, ${((user + system) / 1e6).toFixed(1)} s, ${Math.round(peak / 1024)} MB`
    expect(codes, ran.stderr).toContain(ran.status)
    expect(ran.stderr).not.toContain('internal error')
    expect((user + system) / 1e6).toBeLessThan(60)
    expect(peak / 1024).toBeLessThan(1_000)
  },
  600_000,
)

/** @module-tag chaos */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { withSums } from '../../src/files/folder.ts'
import { expectLinear } from '../helpers/growth.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { filesIn, type Office } from '../helpers/ssj.ts'

/** What a file of a megabyte can be: one text over and over, and what stands before and after. */
const SHAPES: readonly (readonly [unit: string, before?: string, after?: string])[] = [
  ['[', '', ''],
  ['{"a":', '', ''],
  ['"a",', '[', '"a"]'],
  ['\\"', '"', '"'],
  ['\\', '"', '"'],
  [' '],
  ['\n'],
  ['\r\n'],
  [','],
  ['"'],
  ['""', '"', '"'],
  ['a'],
  ['1'],
  ['0', '{"a":', '}'],
  ['<'],
  ['<script type="application/json" id="folder">'],
  ['<!--'],
  ['&'],
  [';'],
  ['='],
  ['\u200b'],
  ['\ud83d\ude00'],
  ['aa  b\n'],
  [`${'0'.repeat(64)}  frame.csv\n`],
  ['all,T1,JIA,\n', 'stratum,target,departments,area\n'],
  ['JIA;', 'stratum,target,departments,area\nall,T1,', ',\n'],
  ['PK\u0005\u0006', 'PK\u0003\u0004'],
  ['PK\u0001\u0002', 'PK\u0003\u0004', `PK\u0005\u0006${'\0'.repeat(18)}`],
]
const LENGTH = 512_000

function text([unit, before = '', after = '']: (typeof SHAPES)[number], length: number): string {
  return before + unit.repeat(Math.ceil(length / unit.length)) + after
}

let here: Office
let published: string
beforeAll(async () => {
  here = await miniature({
    targets: targets(12),
    inspectors: inspectors(4),
    items: [{ 事项编码: 'S1', 抽查事项: '食品安全' }],
  })
  await here.done(
    'draw',
    'run',
    '--lead',
    'JIA',
    '--count',
    '3',
    '--reserve',
    '3',
    '--id',
    'A',
    '--seed',
    'x',
  )
  const [{ target }] = (await here.done('draw', 'show', '1')).selection
  await here.done('draw', 'substitute', '1', '--target', target, '--reason', '搬迁', '--approver', '乙')
  published = here.path('published')
  await here.done('export', '1', '--to', published)
  await here.done('export', '1', '--profile', 'archive', '--to', here.path('archive'))
  await here.done('certify', '1', 'T01', '--to', here.path('one.json'))
})

/** Commands that read a file from somewhere else, given its path. */
const READERS: readonly (readonly [
  name: string,
  line: (file: string) => readonly string[],
  ending?: string,
])[] = [
  ['a zip or folder', file => ['verify', file]],
  ['a commitment', file => ['verify', published, '--commitment', file]],
  ['a certificate', file => ['verify', published, '--certificate', file]],
  ['a certificate to print', file => ['verify', published, '--certificate', file], '.html'],
  ['rules', file => ['rules', 'import', file]],
  ['visits', file => ['visit', 'import', file]],
  ['targets', file => ['import', 'targets', file, '--dry-run']],
  ['a plan', file => ['import', 'plan', file, '--dry-run']],
  ['a layout', file => ['publish', 'items', '--to', 'none/items.csv', '--layout', file], '.json'],
  ['what a ledger is compared with', file => ['log', '--verify', '--against', file]],
  ['a checkpoint to sign', file => ['witness', 'sign', file]],
  ['a checkpoint that was signed', file => ['log', 'cosigned', file, '--policy', file]],
  ['a time stamp', file => ['log', 'stamp', '--token', file, '--authority', file]],
]

describe.each([...READERS.keys()])('reader %i of one text over and over', at => {
  const [name, line, ending = '.txt'] = READERS[at]!
  test(`${name}: is answered in time that grows with it`, async () => {
    for (const [i, shape] of SHAPES.entries()) {
      const read = async (length: number) => {
        const file = here.file(`${name}-${i}${ending}`, text(shape, length))
        const { code, err } = await here.ssj(...line(file), '--lang', 'en')
        expect([0, 1, 2], shape[0]).toContain(code)
        expect(err, shape[0]).not.toContain('internal')
        rmSync(file)
      }
      await expectLinear(read, LENGTH)
    }
  })
})

describe.each(['published', 'archive/data'])('a part of a folder (%s) of one text over and over', kind => {
  test('is answered in time that grows with it', async () => {
    const folder = here.path(kind)
    const parts = readdirSync(folder).filter(name => /\.(?:csv|json|txt)$|SUMS|verify\.html/.test(name))
    for (const [part, name] of parts.entries()) {
      // Every file meets a quarter of the shapes, every shape a quarter of the files.
      for (const [i, shape] of SHAPES.entries()) {
        if ((i + part) % 4 !== 0) continue
        const at = here.path(`part-${i}`)
        cpSync(folder, at, { recursive: true })
        const read = async (length: number) => {
          writeFileSync(join(at, name), text(shape, length))
          if (name !== 'SHA256SUMS') {
            const files = filesIn(at)
            files.delete('SHA256SUMS')
            writeFileSync(join(at, 'SHA256SUMS'), withSums(files).get('SHA256SUMS')!)
          }
          const { code, err } = await here.ssj('verify', at, '--lang', 'en')
          expect(code, `${name} ${shape[0]}`).toBeLessThanOrEqual(2)
          expect(err, `${name} ${shape[0]}`).not.toContain('internal')
        }
        await expectLinear(read, LENGTH / 4)
        rmSync(at, { recursive: true })
      }
    }
    expect(readFileSync(join(folder, 'SHA256SUMS')).length).toBeGreaterThan(100)
  })
})

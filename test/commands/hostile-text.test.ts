/** @module-tag campaign */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withSums } from '../../src/files/folder.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { filesIn, type Office } from '../helpers/ssj.ts'
import { expectLinear, type StepCounter, stepCounter } from '../helpers/steps.ts'

/** What a file can be: one text over and over, and what stands before and after. */
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
/** Only an end: a busy machine takes minutes. */
const LONGEST = 900_000
/** Counted, not timed: what is short shows as much. */
const LENGTHS = [100, 4_000, 16_000]

function text([unit, before = '', after = '']: (typeof SHAPES)[number], length: number): string {
  return before + unit.repeat(Math.ceil(length / unit.length)) + after
}

let counter: StepCounter
let here: Office
let published: string
afterAll(() => counter.end())
beforeAll(async () => {
  counter = stepCounter('command-readers.mjs')
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

/** The steps of a command, over files of each length, once its modules are loaded; it answers, and trips over nothing. */
async function stepsOf(lines: readonly (readonly string[])[], of: string) {
  const given = lines.map(line => [[...line, '--lang', 'en'], here.folder, here.db])
  const [, ...counted] = await counter.of('ssj', [given[0]!, ...given])
  for (const { answer } of counted) expect([0, 1, 2], of).toContain(answer)
  return counted
}

test.each(READERS.map(reader => [reader[0], reader] as const))(
  '%s of one text over and over is read in steps that grow with it',
  async (_, [name, line, ending = '.txt']) => {
    for (const [i, shape] of SHAPES.entries()) {
      const files = LENGTHS.map(length => here.file(`${name}-${i}-${length}${ending}`, text(shape, length)))
      expectLinear(await stepsOf(files.map(line), shape[0]), LENGTHS[2]!, JSON.stringify(shape[0]))
      for (const file of files) rmSync(file)
    }
  },
  LONGEST,
)

test.each(['published', 'archive/data'])(
  'a part of a folder (%s) of one text over and over is read in steps that grow with it',
  async kind => {
    const folder = here.path(kind)
    const parts = readdirSync(folder).filter(name => /\.(?:csv|json|txt)$|SUMS|verify\.html/.test(name))
    for (const [part, name] of parts.entries()) {
      // Every file meets a quarter of the shapes, every shape a quarter of the files.
      for (const [i, shape] of SHAPES.entries()) {
        if ((i + part) % 4 !== 0) continue
        const folders = LENGTHS.map(length => {
          const at = here.path(`part-${part}-${i}-${length}`)
          cpSync(folder, at, { recursive: true })
          writeFileSync(join(at, name), text(shape, length))
          if (name === 'SHA256SUMS') return at
          const files = filesIn(at)
          files.delete('SHA256SUMS')
          writeFileSync(join(at, 'SHA256SUMS'), withSums(files).get('SHA256SUMS')!)
          return at
        })
        const of = `${name} of ${JSON.stringify(shape[0])}`
        const lines = folders.map(at => ['verify', at])
        expectLinear(await stepsOf(lines, of), LENGTHS[2]!, of)
        for (const at of folders) rmSync(at, { recursive: true })
      }
    }
    expect(readFileSync(join(folder, 'SHA256SUMS')).length).toBeGreaterThan(100)
  },
  LONGEST,
)

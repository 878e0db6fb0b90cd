import { beforeAll, describe, expect, test } from 'vitest'
import { shownLine } from '../../src/terminal/colours.ts'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import type { Office } from '../helpers/ssj.ts'

/** A word that steers a terminal in every way: escapes, a line of its own, direction, tags, C1, a line separator. */
const HOSTILE = 'x\u001b[2Jy\u0007\rssj: z\u202e\u061c\u{e0041}\u009b31m\u2028'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(3) })
  const task = ['--id', 'A1', '--lead', 'JIA', '--count', '2', '--team', '2']
  await here.done('draw', 'run', ...task, '--seed', 'x')
})

/** Every kind of place in which the user's word comes back. */
const LINES: readonly (readonly string[])[] = [
  ['verify', HOSTILE],
  ['verify', '--commitment', HOSTILE, HOSTILE],
  ['verify', '--certificate', HOSTILE, '--commitment', HOSTILE],
  ['export', '1', '--to', `to-${HOSTILE}`],
  ['export', HOSTILE, '--to', 'y'],
  ['export', '1', '--to', 'y', '--format', HOSTILE],
  ['export', '1', '--to', 'y', '--layout', HOSTILE],
  ['backup', `backup-${HOSTILE}`],
  ['publish', 'items', '--to', `list-${HOSTILE}.csv`],
  ['publish', HOSTILE, '--to', 'x.csv'],
  ['certify', '1', 'T01', '--to', `one-${HOSTILE}.json`],
  ['certify', '1', HOSTILE],
  ['init', '--db', `db-${HOSTILE}`],
  ['list', HOSTILE],
  ['list', 'targets', '--db', HOSTILE],
  ['show', 'targets', HOSTILE],
  ['import', 'targets', HOSTILE],
  ['import', 'targets', HOSTILE, HOSTILE],
  ['import', HOSTILE, HOSTILE],
  ['add', 'targets', '--set', `名称=${HOSTILE}`],
  ['add', 'targets', '--set', HOSTILE],
  ['template', HOSTILE],
  ['rules', 'set', HOSTILE, '1'],
  ['rules', 'set', 'grace-days', HOSTILE],
  ['rules', 'set', 'grace-days', '7', '--actor', HOSTILE],
  ['rules', 'show', 'grace-days'],
  ['rules', 'list'],
  ['office', 'set', HOSTILE],
  ['office', 'set', `organ=${HOSTILE}`],
  ['office', 'set', `发文机关=示例区${HOSTILE}局`],
  ['office', 'set', '电话=12345', '--actor', HOSTILE, '--reason', HOSTILE],
  ['office', 'show', HOSTILE],
  ['office', 'show', '电话'],
  ['office', 'number', HOSTILE, '--paper', HOSTILE],
  ['rules', 'import', HOSTILE],
  ['draw', 'show', HOSTILE],
  ['draw', 'freeze', HOSTILE],
  ['draw', 'freeze', '--id', HOSTILE, '--lead', HOSTILE],
  ['draw', 'run', 'A1', '--seed', HOSTILE],
  ['draw', 'void', '1', '--reason', HOSTILE, '--approver', HOSTILE],
  ['draw', 'substitute', '1', '--target', HOSTILE, '--reason', 'moved', '--approver', '乙'],
  ['draw', 'merge', HOSTILE, HOSTILE, '--target', 'T01', '--approver', '乙'],
  ['plan', 'check', HOSTILE],
  ['report', HOSTILE],
  ['visit', 'add', '--target', HOSTILE],
  ['log', HOSTILE],
  [HOSTILE],
  ['draw', HOSTILE],
  ['list', 'targets', `--${HOSTILE}`],
]

/** What a terminal obeys; colours of the program and line breaks between lines of its own apart. */
function steering(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the program
  const plain = text.replaceAll(/\u001b\[(?:3[1236]|39)m/g, '')
  return [
    ...(plain.match(
      /[\p{Cc}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu,
    ) ?? []),
  ].filter(character => character !== '\n')
}

describe('what the user wrote', () => {
  test.each(LINES)('%j steers no terminal, in no language, in colour or as JSON', async (...line) => {
    for (const [i, extra] of [['--lang', 'zh'], ['--lang', 'en'], ['--json']].entries()) {
      const unlike = line.map(word => word.replace(/^(to|backup|list|one|db)-/, `$1${i}-`))
      const ran = await here.ssjIn({ terminal: ['stdout', 'stderr'] }, ...unlike, ...extra)
      expect(steering(ran.out + ran.err)).toEqual([])
      expect(ran.out + ran.err).not.toMatch(/^ssj: z/m)
      expect(ran.err).not.toContain('internal')
    }
  })

  test('is visible all the same', async () => {
    const { err } = await here.ssj('show', 'targets', 'a\u001b[31mb\nc')
    expect(err).toContain('a\\u001b[31mb↵c')
  })
})

test('a line that imitates the marks of colours gets none of them', () => {
  expect(shownLine('a\u001b[31mb')).toBe('a\\u001b[31mb')
  expect(shownLine('\0rred\0 and \0rnot')).toBe('\u001b[31mred\u001b[39m and \\u0000rnot')
})

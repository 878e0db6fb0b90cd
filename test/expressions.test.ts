import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { analyse } from 'scslre'
import { expect, test } from 'vitest'

/**
 * An expression that goes over the same characters again and again takes the square of its text, and counts no step
 * meanwhile: so there is none but these, each with the longest text that it meets.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'core/frame/quota.ts': 'a decimal of its own making',
  'core/registry/cells/period.ts': 'a period of 500 characters at most (readCell)',
  'core/registry/cells/rates.ts': 'a rate of 500 characters at most (readCell, LONGEST_RATED)',
  'core/registry/cells/window.ts': 'a window of 500 characters at most (readCell)',
  'files/reading/workbook/cell-text.ts': 'a decimal of its own making',
  'files/reading/workbook/number-format.ts': 'a format of 255 characters at most (LONGEST)',
  'terminal/wrapped.ts': 'each match keeps all that it looked at but its last mark',
  'page/people-list.ts': 'a quoted field ends at the first odd run of quotes, where the next one begins',
}

const SRC = join(import.meta.dirname, '../src')

/** Every expression that stands in a file. */
function expressionsIn(name: string): { pattern: string; flags: string }[] {
  const found: { pattern: string; flags: string }[] = []
  const program = parseAst(readFileSync(join(SRC, name), 'utf8'), { lang: 'ts' })
  JSON.stringify(program, (_, value) => {
    if (value?.type === 'Literal' && value.regex) found.push(value.regex)
    return typeof value === 'bigint' || value instanceof RegExp ? null : value
  })
  return found
}

test('no expression takes the square of a text that a stranger wrote', () => {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  const all = names.flatMap(name => expressionsIn(name).map(expression => ({ name, ...expression })))
  expect(all.length).toBeGreaterThan(300)
  const slow = all.filter(
    ({ pattern, flags }) =>
      analyse({ source: pattern, flags }, { assumeRejectingSuffix: false }).reports.length > 0,
  )
  const told = slow.filter(({ name }) => BOUNDED[name] === undefined)
  expect(told.map(({ name, pattern }) => `${name}: ${pattern}`)).toEqual([])
  const files = new Set(slow.map(({ name }) => name))
  expect(Object.keys(BOUNDED).filter(name => !files.has(name))).toEqual([])
})

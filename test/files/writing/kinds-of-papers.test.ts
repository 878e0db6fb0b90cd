import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KINDS, MAKES_NONE, MAKES_PAPER } from '../../helpers/kinds-of-papers.ts'

const SRC = join(import.meta.dirname, '../../../src')

test('every place that makes a paper is among those that are printed and looked at', () => {
  const places = (readdirSync(SRC, { recursive: true }) as string[])
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.ts') && !MAKES_NONE.has(name))
    .filter(name => MAKES_PAPER.test(readFileSync(join(SRC, name), 'utf8')))
  expect(places.toSorted()).toEqual(Object.keys(KINDS).toSorted())
})

/** @module-tag campaign */
import { beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../src/cli/examples.ts'
import {
  FIRST,
  LATER,
  makeOffices,
  officeOf,
  ready,
  type State,
  taken,
} from '../helpers/office-of-examples.ts'

// That every example is understood is held beside the commands (surface.test.ts): here each is run.

/** Examples that need what no test has here. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'ssj add targets': 'asks its questions on a terminal (test/commands/desk)',
  'ssj engine check 省库': 'a server of the office (test/engines)',
  'ssj log stamp --token head.tsr --authority ca.pem': 'an authority (test/commands/ledger/stamp.test.ts)',
}

/** Examples that end with 1, for something is left to do: they say so. */
const FINDS: ReadonlySet<string> = new Set([
  'ssj verify --certificate 证明.json --commitment 公告/commitment.json',
  'ssj engine sql P01 --dialect spark',
])

/** What an example needs the office to have come to; the others run in one that has its registries. */
const NEEDS: Readonly<Record<string, State>> = {
  init: 'fresh',
  template: 'fresh',
  demo: 'fresh',
  completion: 'fresh',
  help: 'fresh',
  'draw run': 'announced',
  'draw announce': 'announced',
  'draw list': 'drawn',
  'draw show': 'drawn',
  'draw replay': 'drawn',
  'draw reveal': 'sealed',
  'draw void': 'drawn',
  'draw merge': 'drawn',
  'draw substitute': 'drawn',
  'office number': 'drawn',
  export: 'drawn',
  certify: 'drawn',
  verify: 'drawn',
  'key sign': 'drawn',
  'exchange out': 'found',
  'exchange in': 'drawn',
  'exchange diff': 'found',
  'results sheet': 'drawn',
  'results list': 'found',
  'results review': 'found',
  'results return': 'found',
  'results publish': 'reviewed',
  'results takedown': 'published',
  'results correct': 'published',
  'propose risk': 'reviewed',
  publish: 'published',
  'exchange take': 'drawn',
  'log clock': 'drawn',
  report: 'reviewed',
}

/** When an example is asked for that has nothing to do before, or only where the clock was wrong. */
const WHEN: Readonly<Record<string, string>> = {
  'results takedown': '2036-01-20T02:00:00Z',
  'log clock': FIRST,
}

const LINES = Object.entries(EXAMPLES).flatMap(([command, lines]) =>
  lines.map(line => [line, command] as const),
)

beforeAll(makeOffices)

describe('an example of the help', () => {
  test('that is not run is one', () => {
    expect(LINES.map(([line]) => line)).toEqual(expect.arrayContaining([...Object.keys(NOT_RUN), ...FINDS]))
  })

  test.each(LINES.filter(([line]) => NOT_RUN[line] === undefined))('%s', async (line, command) => {
    const here = officeOf(NEEDS[command] ?? 'registered')
    const { words, to } = taken(await ready(here, line))
    const ran = await here.ssjIn({ now: WHEN[command] ?? LATER, env: { HOME: here.folder } }, ...words)
    expect(ran.code, `${ran.err}${ran.out}`).toBe(FINDS.has(line) ? 1 : 0)
    if (to !== undefined) expect(ran.out).not.toBe('')
  })
})

/** @module-tag campaign */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { type Office, office } from '../helpers/ssj.ts'

const FLIPS = Number(process.env.SSJ_FLIPS ?? 150)

const READING: readonly (readonly string[])[] = [
  ['list', 'targets'],
  ['list', 'inspectors'],
  ['show', 'targets', 'T03', '--history'],
  ['draw', 'list'],
  ['draw', 'show', '1'],
  ['draw', 'replay', '1'],
  ['report', 'workload', '--year', '2026'],
  ['rules', 'list'],
  ['log'],
]

/** mulberry32: the same flips every time. */
let state = 20260203
function below(bound: number): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
}

async function told(here: Office): Promise<string[]> {
  const all: string[] = []
  for (const line of READING) {
    const { code, out, err } = await here.ssj(...line, '--lang', 'en')
    all.push([line.join(' '), code, out, err].join('\n').replaceAll(here.db, 'DB'))
  }
  return all
}

test(`of ${FLIPS} flipped bytes none changes silently what is told, and none is an internal error`, async () => {
  const whole = await miniature({ targets: targets(40), inspectors: inspectors(8) })
  const task = ['--lead', 'JIA', '--count', '5', '--reserve', '2', '--id', 'A', '--from', '2026-05-01']
  await whole.done('draw', 'run', ...task, '--seed', 'x')
  await whole.done('rules', 'set', 'grace-days', '30')
  const expected = await told(whole)
  const bytes = readFileSync(whole.db)
  const used = [...bytes.keys()].filter(place => bytes[place] !== 0)
  const counts = { found: 0, refused: 0, harmless: 0 }
  for (let i = 0; i < FLIPS; i++) {
    const place = used[below(used.length)]!
    const value = (bytes[place]! ^ (1 + below(255))) & 0xff
    const here = office()
    const flipped = Buffer.from(bytes)
    flipped[place] = value
    writeFileSync(here.db, flipped, { mode: 0o600 })
    const verified = await here.ssj('log', '--verify', '--lang', 'en')
    const now = await told(here)
    const where = `offset ${place} := ${value}`
    for (const text of [verified.err, ...now]) expect(text, where).not.toContain('internal error')
    if (verified.code === 0) expect(now, where).toEqual(expected)
    counts[verified.code === 0 ? 'harmless' : verified.code === 1 ? 'found' : 'refused']++
  }
  if (process.env.SSJ_FLIPS !== undefined) process.stderr.write(`${JSON.stringify(counts)}\n`)
  expect(counts.found + counts.refused).toBeGreaterThan(FLIPS / 2)
})

/** @module-tag campaign */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BLOCK, replay, sit } from './helpers/transcript.ts'

/**
 * The manual is one year of one office: its pages are replayed one after the other, at a shell and at the desk, and must
 * say what stands there. After a change of a sentence: `UPDATE_TRANSCRIPTS=1 npx vitest run test/manual.test.ts`, then
 * read the difference.
 */
const MANUAL = join(import.meta.dirname, '../docs/手册')
const CONTENTS = readFileSync(join(MANUAL, '目录.md'), 'utf8')
const PAGES = [...CONTENTS.matchAll(/^- \[.*?\]\(([^)/#]+\.md)\)/gm)].map(found => found[1]!)
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1'

describe('docs/手册', () => {
  const sitting = sit('2026-02-25T01:00:00Z', 7)

  test.each(PAGES)('%s says what the screen shows', async page => {
    const path = join(MANUAL, page)
    const text = readFileSync(path, 'utf8')
    const replayed = await replay(text, sitting)
    if (UPDATE) writeFileSync(path, replayed)
    else expect(replayed).toBe(text)
    expect(text.match(BLOCK) ?? []).toHaveLength(text.match(/^```console$/gm)?.length ?? 0)
  })

  test('every page stands in 目录.md', () => {
    const pages = readdirSync(MANUAL).filter(name => name.endsWith('.md') && name !== '目录.md')
    expect([...PAGES].sort()).toEqual(pages.sort())
  })
})

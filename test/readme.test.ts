import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BLOCK, replay, sit } from './helpers/transcript.ts'

/**
 * Every ```console block of these documents is run and must say exactly what stands there; one document is one sitting.
 * After a change of a sentence: `UPDATE_TRANSCRIPTS=1 npx vitest run test/readme.test.ts`, then read the difference.
 */
const ROOT = join(import.meta.dirname, '..')
const TRANSCRIPTS = join(ROOT, 'fixtures/transcripts')
const DOCUMENTS = [
  join(ROOT, 'README.md'),
  join(ROOT, 'docs/rules.md'),
  join(ROOT, 'docs/dirty-files.md'),
  ...readdirSync(TRANSCRIPTS)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => join(TRANSCRIPTS, name)),
]
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1'

describe('transcripts', () => {
  test.each(DOCUMENTS)('%s says what the program says', async path => {
    const text = readFileSync(path, 'utf8')
    const replayed = await replay(text, sit())
    if (UPDATE) writeFileSync(path, replayed)
    else expect(replayed).toBe(text)
    expect(text.match(BLOCK)).toHaveLength(text.match(/^```console$/gm)?.length ?? -1)
  })
})

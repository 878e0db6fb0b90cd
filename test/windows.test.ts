import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../src/core/ids.ts'
import { checkingGuide } from '../src/core/publication/papers/checking-guide.ts'

/**
 * Most who read this sit at Windows: wherever a line for coreutils stands, the line for PowerShell or `certutil` stands
 * beside it. The laws are what they are: their texts are pinned, and 核对说明.txt beside them says both.
 */
const ROOT = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const below = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name}`)

const COREUTILS = /\bsha256sum (?:-c|[\w\p{L}./-]+\.\w+)|\| sha256sum\b/u
const WINDOWS =
  /Get-FileHash|Security\.Cryptography\.SHA256|certutil -hashfile|POWERSHELL_SUMS|核对说明\.txt|Windows（|[Oo]n Windows/

/** The parts of a page under their headings of the first two ranks. */
const sectionsOf = (text: string) => text.split(/^(?=##? )/m)

describe('no line for coreutils stands alone', () => {
  const LAWS = /^docs\/draw(?:-2)?(?:\.zh)?\.md$/
  const PAGES = ['README.md', 'SECURITY.md', ...below('docs', '.md'), ...below('fixtures/transcripts', '.md')]
  test.each(PAGES.filter(name => !LAWS.test(name)))('in a section of %s', name => {
    for (const section of sectionsOf(read(name)))
      if (COREUTILS.test(section)) expect(section, section.split('\n')[0]).toMatch(WINDOWS)
  })

  test.each([
    ...below('src/terminal/sentences', '.ts'),
    ...below('src/core/publication', '.ts'),
    ...below('src/page', '.ts'),
    'src/page/page.html',
  ])('in what %s says', name => {
    const text = read(name)
    if (!COREUTILS.test(text)) return
    // Sentences of the terminal come one at a time; a page and a paper are seen whole.
    const seen = name.startsWith('src/terminal')
      ? text.split('\n').filter(line => COREUTILS.test(line))
      : [text]
    for (const said of seen) expect(said).toMatch(WINDOWS)
  })

  test('in the guide of any folder', () => {
    for (const spec of ['ssj-draw/1', 'ssj-draw/2'] as const)
      for (const kind of ['announced', 'public', 'archive'] as const)
        expect(checkingGuide({ profile: kind, spec, digest: '0'.repeat(64) as Digest, notes: [] })).toMatch(
          /PowerShell[\s\S]*Get-FileHash/,
        )
  })
})

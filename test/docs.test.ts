import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyCommand } from '../src/cli/every-command.ts'
import { surface } from '../src/cli/surface.ts'
import { RELEASED, VERSION } from '../src/core/version.ts'
import { loadSentences } from '../src/terminal/sentences/load-sentences.ts'
import { commandPage } from './helpers/command-page.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** The specifications `ssj-draw/1` and `ssj-draw/2` as they were handed to us: their lengths and their SHA-256. */
const LAWS = [
  ['draw.md', 10003, '1b1a0f7a7d30c4f320afd56599ef0f761d5c0397772ab2440988802c98359258'],
  ['draw-2.md', 14479, '671785b1c8f64bf3f8c0fde234c1de5749f84f34eccf35a6a0904b1bb9fcb94d'],
] as const

test.each(LAWS)('docs/%s begins with the law, byte for byte', (name, bytes, sha256) => {
  const law = readFileSync(join(ROOT, 'docs', name)).subarray(0, bytes)
  expect(createHash('sha256').update(law).digest('hex')).toBe(sha256)
})

/** Texts that bind, with their translation, which is reread and given the new sum whenever they change. */
const TRANSLATED = ['draw', 'draw-2', 'certificate'] as const

describe.each(TRANSLATED)('docs/%s.zh.md', name => {
  const [english, chinese] = [read(`docs/${name}.md`), read(`docs/${name}.zh.md`)]
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found)

  test('is of the English text as it stands, and says that this one decides', () => {
    const sum = createHash('sha256').update(english).digest('hex')
    expect(chinese, 'reread the translation, then write the new sum into it').toContain(`SHA-256：${sum}\n`)
    expect(chinese).toContain('以英文本为准')
  })

  test('has every section, item, row, line of code and name of the English text, and no other name', () => {
    for (const pattern of [/^#+ /gm, /^- /gm, /^\|/gm, /^---$/gm])
      expect([pattern, all(chinese, pattern).length]).toEqual([pattern, all(english, pattern).length])
    // The pseudo-code of the hat is words, and translated.
    const lines = (text: string) => all(text, /^ {4}(?! {4}|repeat|重复|below).*$/gm)
    expect(lines(chinese)).toEqual(lines(english))
    const names = (text: string) => [...new Set(all(text, /`[^`\n]+`/g))].sort()
    expect(names(chinese)).toEqual(names(english))
  })
})

describe('docs/draw.md', () => {
  test('works its example with coreutils alone', () => {
    const [, section] = read('docs/draw.md').split('### Worked example, by hand')
    const lines = [...section!.matchAll(/^ {4}(.*)$/gm)].map(found => found[1]!)
    const small = join(ROOT, 'fixtures/vectors/small')
    const out = execFileSync('bash', ['--norc', '-c', lines.join('\n')], { cwd: small, encoding: 'utf8' })
    const [ticket] = out.split(' ')
    expect(section).toContain(`\`${ticket}\``)
    const [target] = /\d{8}[0-9A-Z]{10}/.exec(lines.at(-1)!)!
    expect(read('fixtures/vectors/small/selection.csv')).toContain(`A,1,${target},${ticket},drawn\n`)
  })
})

describe('docs/trust.md', () => {
  const lines = read('docs/trust.md')
    .split('\n')
    .filter(line => /^\| (?!attack )/.test(line))

  test.each(lines)('names tests that there are, or says that no software can: %s', line => {
    const [, , outcome, proof] = line.replace(/^\| | \|$/g, '').split(' | ')
    if (proof === '–') return expect(outcome).toMatch(/^cannot/)
    const files = [...proof!.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(found => found[1]!)
    expect(files.length).toBeGreaterThan(0)
    const title = /“(.+)”$/.exec(proof!)?.[1]
    for (const file of files) expect(read(file)).toContain(title ?? '')
  })
})

/** Every command by its words, with its options. */
async function commandsOf(): Promise<Map<string, string[]>> {
  const { help } = await loadSentences('en')
  const found = new Map<string, string[]>()
  const program = surface(help, async () => {})
  for (const [words, command] of [[[], program] as const, ...everyCommand(program)])
    found.set(
      ['ssj', ...words].join(' '),
      command.options.flatMap(({ long }) => long ?? []),
    )
  return found
}

test('docs/手册/命令.md is what the help says (UPDATE_TRANSCRIPTS=1 writes it)', async () => {
  const page = await commandPage()
  if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(join(ROOT, 'docs/手册/命令.md'), page)
  else expect(read('docs/手册/命令.md')).toBe(page)
})

describe('docs/cli.md', () => {
  const [manual, later] = read('docs/cli.md').split('## Not there yet') as [string, string]

  test('has every command and every option of the surface', async () => {
    const commands = await commandsOf()
    expect(commands.size).toBeGreaterThanOrEqual(20)
    for (const [command, options] of commands) {
      expect(manual).toMatch(new RegExp(`\`${command}[ \`]`))
      for (const option of options)
        expect(manual, `${command} ${option}`).toMatch(new RegExp(`${option}(?![a-z-])`))
    }
  })

  test('has no command that is not there', async () => {
    const commands = await commandsOf()
    for (const [, words] of manual.matchAll(/^\| `(ssj (?:draw )?[a-z]+)/gm))
      expect([...commands.keys()]).toContain(words)
    for (const [, words] of later.matchAll(/^- `(ssj (?:draw )?[a-z]+)/gm))
      expect([...commands.keys()]).not.toContain(words)
  })
})

test('README.md: what coreutils do is said for Windows too', () => {
  const path = 'README.md'
  const parts = read(path).split(/^(?=```console$)/m)
  const lacking = parts
    .filter(part => /^\$ (?:printf .*\| )?sha256sum /m.test(part.split(/^```$/m)[0]!))
    .filter(part => !/^```powershell$|certutil/m.test(part))
  expect(lacking).toEqual([])
  expect(read(path)).toContain('Get-FileHash')
  expect(read(path)).toContain('certutil -hashfile')
})

test('package.json, src/core/version.ts and CHANGELOG.md tell one version', () => {
  expect(JSON.parse(read('package.json')).version).toBe(VERSION)
  expect(read('CHANGELOG.md')).toContain(`\n## ${VERSION} (${RELEASED})`)
})

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...['docs', 'docs/手册', 'fixtures/transcripts'].flatMap(folder =>
    readdirSync(join(ROOT, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => `${folder}/${name}`),
  ),
]

test.each(DOCUMENTS)('%s: every link leads somewhere', path => {
  const links = [...read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(found => found[1]!)
  for (const link of links.filter(link => !/^[a-z]+:/.test(link)))
    expect(existsSync(join(ROOT, dirname(path), link)), link).toBe(true)
})

describe('docs/architecture.md', () => {
  const named = [...read('docs/architecture.md').matchAll(/`([a-z]+(?:\/[a-z0-9-]+)+)(?:\.ts)?`/g)].map(
    found => found[1]!,
  )
  const rooms = ['core', 'store', 'files', 'terminal', 'commands', 'cli', 'page']

  test('names only what is there', () => {
    const absent = named
      .filter(path => rooms.includes(path.split('/')[0]!))
      .filter(path => !existsSync(join(ROOT, 'src', path)) && !existsSync(join(ROOT, 'src', `${path}.ts`)))
    expect(absent).toEqual([])
  })

  test('has a line for every folder of core, with the question that it answers', () => {
    const lines = read('docs/architecture.md')
      .split('\n')
      .filter(line => line.startsWith('| `'))
    const folders = readdirSync(join(ROOT, 'src/core'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => relative(join(ROOT, 'src/core'), join(entry.parentPath, entry.name)))
      .filter(folder => folder !== 'publication')
    const unnamed = folders.filter(
      folder => !lines.some(line => line.includes(`\`${folder}\``) || line.includes(`\`${folder}/\``)),
    )
    expect(unnamed).toEqual([])
  })
})

test('CONTRIBUTING.md names only what is there', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(/`((?:src|test|fixtures|bin|\.ci)\/[^` ]+)`/g)].map(
    found => found[1]!,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([])
})

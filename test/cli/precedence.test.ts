import { rmSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { drawsTwo, inspectors, miniature, targets } from '../helpers/miniature.ts'
import { digestsOf, filesIn, type Office, office } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(6), inspectors: inspectors(4) })
  await drawsTwo(here)
})

interface Level {
  readonly from: string
  readonly by: string | null
  readonly value: string
  readonly line?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly file?: object
}

const line = (by: string, value: string): Level => ({ from: 'line', by, value, line: [by, value] })
const env = (by: string, value: string): Level => ({ from: 'environment', by, value, env: { [by]: value } })
const file = (name: string, value: string): Level => ({
  from: 'file',
  by: null,
  value,
  file: { [name]: value },
})
const preset = (value: string): Level => ({ from: 'preset', by: null, value })

/** Every setting that more than one may say, the first of whom counts. */
const LEVELS: Readonly<Record<string, readonly Level[]>> = {
  lang: [
    line('--lang', 'en'),
    env('SSJ_LANG', 'zh'),
    file('lang', 'en'),
    env('LC_ALL', 'zh'),
    env('LANG', 'en'),
    preset('zh'),
  ],
  actor: [line('--actor', '甲'), env('SSJ_ACTOR', '乙'), file('actor', '丙'), preset('nobody')],
  color: [
    { from: 'line', by: '--no-color', value: 'no', line: ['--no-color'] },
    env('NO_COLOR', 'no'),
    { ...env('FORCE_COLOR', 'yes'), env: { FORCE_COLOR: '1' } },
    { from: 'file', by: null, value: 'no', file: { color: false } },
    preset('auto'),
  ],
}

/** Each set of levels of which the last stands by itself. */
const cases = Object.entries(LEVELS).flatMap(([name, levels]) => {
  const said = levels.slice(0, -1)
  return Array.from({ length: 2 ** said.length }, (_, bits) => {
    const taken = said.filter((_, i) => bits & (1 << i))
    return [name, [...taken, levels.at(-1)!]] as const
  })
})

let limit = 40

/** Runs a command with what these levels say, and nothing else. */
async function told(levels: readonly Level[], ...words: string[]) {
  const all = Object.assign({}, ...levels.map(level => level.file ?? {}))
  writeFileSync(here.path('ssj.json'), JSON.stringify(all))
  const bare = { SSJ_ACTOR: '', ...Object.assign({}, ...levels.map(level => level.env ?? {})) }
  const ran = await here.ssjIn(
    { env: bare, terminal: ['stdout', 'stderr'] },
    ...words,
    ...levels.flatMap(level => level.line ?? []),
  )
  rmSync(here.path('ssj.json'))
  return ran
}

test.each(cases)('%s: the first who says it counts, and is named: %j', async (name, levels) => {
  const [first] = levels
  const { value, from, by } = first!
  const { settings } = (await told(levels, 'settings', '--json')).json
  expect(settings.find((one: { name: string }) => one.name === name)).toEqual({
    name,
    value,
    from,
    by,
    commands: [],
  })
  // And so the program does.
  if (name === 'lang')
    expect((await told(levels, 'settings')).out).toMatch(value === 'en' ? /^Setting/ : /^设置项/)
  if (name === 'actor') {
    // Another value each time: one that stands already is no entry.
    const days = String(++limit)
    expect((await told(levels, 'rules', 'set', 'grace-days', days, '--reason', '试')).code).toBe(0)
    expect((await here.done('log')).entries.at(-1).actor).toBe(value)
  }
  if (name === 'color') expect((await told(levels, 'lst')).err.includes('\u001b[')).toBe(value !== 'no')
})

test('the database: the line before the environment before the folder of the command', async () => {
  const other = office()
  const shown = async (env: Record<string, string>, ...words: string[]) => {
    const { settings, file } = (await other.ssjIn({ env }, 'settings', '--json', ...words)).json
    const { value, from, by } = settings[0]
    return [value, from, by, file.path]
  }
  expect(await shown({ SSJ_DB: '' })).toEqual(['./ssj.db', 'preset', null, 'ssj.json'])
  expect(await shown({ SSJ_DB: 'a/b.db' })).toEqual(['a/b.db', 'environment', 'SSJ_DB', 'a/ssj.json'])
  expect(await shown({ SSJ_DB: 'a/b.db' }, '--db', here.db)).toEqual([
    here.db,
    'line',
    '--db',
    here.path('ssj.json'),
  ])
  const key = async (env: Record<string, string>) =>
    (await other.ssjIn({ env }, 'settings', '--json')).json.settings.find(
      (one: { name: string }) => one.name === 'key',
    )
  expect(await key({ SSJ_DB: 'a/b.db' })).toMatchObject({ value: 'a/b.key', from: 'preset' })
  expect(await key({ SSJ_KEY: 'mine' })).toMatchObject({ value: 'mine', from: 'environment', by: 'SSJ_KEY' })
})

/** Options that the file may say: what it says, another value for the line, and how what is written is asked for. */
const OPTIONS = [
  ['format', 'csv', 'csv,docx', 'export'],
  ['layout', 'gsxt', 'dongxihu-2023', 'export'],
  ['officers', 'masked', 'full', 'export'],
  ['profile', 'archive', 'public', 'export'],
  ['encoding', 'gb18030', 'utf-8', 'export'],
  ['encoding', 'gb18030', 'utf-8', 'template'],
  ['headings', 'en', 'zh', 'template'],
] as const

test.each(OPTIONS)(
  '%s in the file is as --%s %s, and the line comes first: %s, %s',
  async (name, ours, theirs, command) => {
    let count = 0
    const made = async (settings: object | null, ...options: string[]) => {
      if (settings !== null) writeFileSync(here.path('ssj.json'), JSON.stringify(settings))
      const to = here.path(`${command}-${name}-${++count}`)
      const words =
        command === 'export' ? ['export', '1', '--to', to] : ['template', 'plan', '--to', `${to}.csv`]
      expect((await here.ssj(...words, ...options)).err).toBe('')
      rmSync(here.path('ssj.json'), { force: true })
      return command === 'export'
        ? digestsOf(filesIn(to))
        : digestsOf(
            [...filesIn(here.folder)]
              .filter(([path]) => here.path(path) === `${to}.csv`)
              .map(([, bytes]) => ['it', bytes]),
          )
    }
    const preset = await made(null)
    const asOption = await made(null, `--${name}`, ours)
    expect(asOption).not.toEqual(preset)
    expect(await made({ [name]: ours })).toEqual(asOption)
    expect(await made({ [name]: ours }, `--${name}`, theirs)).toEqual(await made(null, `--${name}`, theirs))
    writeFileSync(here.path('ssj.json'), JSON.stringify({ [name]: ours }))
    const { settings } = await here.done('settings')
    rmSync(here.path('ssj.json'))
    expect(settings.find((one: { name: string }) => one.name === name)).toMatchObject({
      value: ours,
      from: 'file',
      by: null,
    })
    const bare = (await here.done('settings')).settings
    expect(bare.find((one: { name: string }) => one.name === name)).toMatchObject({
      from: 'preset',
      by: null,
    })
  },
)

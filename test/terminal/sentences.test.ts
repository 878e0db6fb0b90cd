import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/terminal/en.ts'
import { zhCN } from '../../src/terminal/zh-CN.ts'

type Tree = { readonly [key: string]: unknown }
type Write = (details: unknown, value?: string) => string | readonly [string, string?]

/** Every leaf of a dictionary by its path. */
function leavesOf(tree: Tree, path = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value !== 'object' || value === null) leaves.set(`${path}${key}`, value)
    else for (const [name, leaf] of leavesOf(value as Tree, `${path}${key}.`)) leaves.set(name, leaf)
  }
  return leaves
}

/** Details of any shape: each is a list of one mark, which reads as a text, a number of things, or a list. */
function marked(own: Tree = {}): unknown {
  return new Proxy(
    { ...LISTS, ...own },
    {
      get: (target, key) => (key in target ? target[key as string] : [`«${String(key)}»`]),
    },
  )
}

/** Details that are lists of things with details of their own. */
const LISTS: Tree = {
  fields: [{ field: '«field»', was: '«was»', becomes: '«becomes»' }],
  parts: [{ heading: '«heading»', value: '«part»', before: '«before»', gone: '«gone»' }],
}

/** The keys of a topic's export that stand beside those of other topics: of its help, and of its reasons. */
function spreadKeys([name, value]: [string, unknown]): string[] {
  const tree = (value ?? {}) as { help?: Tree; reasons?: Tree }
  const [help, reasons] = [
    /Help$/.test(name) ? (value as Tree) : (tree.help ?? {}),
    /Reasons$/.test(name) ? (value as Tree) : (tree.reasons ?? {}),
  ]
  const own = name === 'publicSide' || name.startsWith('certificate') ? {} : help
  return [...Object.keys(own).map(key => `help ${key}`), ...Object.keys(reasons).map(key => `reason ${key}`)]
}

const marksIn = (text: string) => [...new Set(text.match(/«\w+»/g) ?? [])].sort()
const sentence = (told: string | readonly [string, string?]) =>
  typeof told === 'string' ? told : told.join('\n')

const BLOCKING = {
  targets: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'],
  inspectors: ['P1', 'P2'],
  seats: 12,
  free: 4,
  outside: 3,
  deficit: 5,
  unfilled: 5,
  causes: [
    { kind: 'capacity', inspectors: ['P1'] },
    { kind: 'tag', tag: '食品', seats: 3, carriers: 1, inspectors: ['P1'] },
    { kind: 'expert', inspectors: ['P2'] },
    { kind: 'recusal', pairs: [{ inspector: 'P1', target: 'T2' }] },
    { kind: 'sameArea', areas: ['甲所'] },
    { kind: 'people', seats: 3, people: 1 },
  ],
  cures: [
    { kind: 'capacity', inspector: 'P1', by: 2 },
    { kind: 'recusal', inspector: 'P1', target: 'T2' },
    { kind: 'sameArea' },
    { kind: 'tag', inspector: 'P1', tag: '食品' },
    { kind: 'person', tag: '' },
    { kind: 'person', tag: '食品' },
    { kind: 'seat', tag: '' },
    { kind: 'seat', tag: '食品' },
  ],
}
const RULE = {
  rule: 'cap-total',
  value: '«value»',
  set: { entry: '«entry»', actor: '«actor»', at: '«at»' },
}
/** Details whose shape a mark cannot take. */
const OWN: Readonly<Record<string, Tree>> = {
  infeasible: { blocking: BLOCKING },
  'no-substitute': { blocking: BLOCKING },
  'invalid-rule-value': { standing: RULE, kind: { kind: 'limit', least: 1, most: 9 } },
  'conflicting-rules': {
    conflict: { kind: 'cause-unknown', causes: ['«cause»'], rules: [] },
    rules: [RULE, { ...RULE, rule: 'visit-causes' }],
  },
  'unlisted-visit-cause': { rule: RULE },
  'plan-change-needs-reason': { rule: RULE },
  overlap: { tasks: ['«task»', '«other»'], departments: ['«department»'] },
  'item-open': { lacks: ['rate', 'frequency'] },
  'item-frequency-exceeded': { rule: RULE },
  'item-without-limit': { rule: RULE, lacks: ['rate', 'frequency'] },
  'caps-leave-too-few': { rules: [RULE] },
  'missing-cause': { rule: RULE },
  'unlisted-cause': { rule: RULE },
  'too-few-staff': { rule: RULE },
}
const seedKinds = 'missing doubled unknown empty illegible malformed-source secret not-randomness'.split(' ')
const signatureKinds = ['signature-missing', 'signature-wrong', 'signature-other']
const fileKinds =
  'unreadable changed-while-reading empty not-a-table undecodable binary unclosed-quote row-too-long damaged-gzip damaged-spreadsheet stray-cell spreadsheet-too-large no-such-sheet'
const zipKinds = 'damaged absolute climbs strange-name link encrypted method double too-large too-many'.split(
  ' ',
)
const COUNTED = { position: 7, byte: 255, seems: 'html' }

/** Every sentence of a dictionary that says what is wrong, with marks for details. */
function complaints({ reasons, issues, plan }: typeof zhCN): Map<string, string> {
  const told = new Map<string, string>()
  for (const [code, write] of Object.entries(issues))
    told.set(`issue ${code}`, sentence((write as Write)(marked(), '«value»')))
  for (const [code, write] of Object.entries(plan.findings))
    told.set(`finding ${code}`, (write as (details: unknown) => string)(marked(OWN[code])))
  for (const [code, write] of Object.entries(reasons)) {
    const say = (name: string, own: Tree) =>
      told.set(`reason ${name}`, sentence((write as Write)(marked(own))))
    if (code === 'invalid-seed')
      for (const kind of [...seedKinds, ...signatureKinds]) say(`seed ${kind}`, { problem: marked({ kind }) })
    else if (code === 'invalid-zip')
      for (const kind of zipKinds) say(`zip ${kind}`, { problem: marked({ kind }) })
    else if (code === 'invalid-layout')
      for (const kind of ['not-a-layout', 'heading', 'field'])
        say(`layout ${kind}`, { problem: marked({ kind }) })
    else if (code === 'invalid-file')
      for (const kind of fileKinds.split(' ')) say(`file ${kind}`, { problem: marked({ kind, ...COUNTED }) })
    else say(code, OWN[code] ?? {})
  }
  return told
}

const zh = complaints(zhCN)
const english = complaints(en)

describe('the two dictionaries', () => {
  it('have the same keys, and sentences of the same kind behind them', () => {
    const kinds = (tree: unknown) =>
      [...leavesOf(tree as Tree)]
        .filter(([path]) => !path.startsWith('help.titles.'))
        .map(([path, leaf]) => `${path}: ${typeof leaf}`)
        .sort()
    expect(kinds(en)).toEqual(kinds(zhCN))
  })

  it('are put together from topics of which none covers a key of another', async () => {
    for (const language of ['zh-CN', 'en']) {
      const owners = new Map<string, string>()
      const folder = join(import.meta.dirname, '../../src/terminal', language)
      for (const name of readdirSync(folder)) {
        const topic = (await import(join(folder, name))) as Tree
        for (const key of Object.entries(topic).flatMap(spreadKeys)) {
          expect(owners.get(key), `${language}: ${key} of ${name}`).toBeUndefined()
          owners.set(key, name)
        }
      }
      expect(owners.size).toBeGreaterThan(80)
    }
  })

  it('leave nothing empty', () => {
    for (const dictionary of [zhCN, en])
      for (const [path, leaf] of leavesOf(dictionary as unknown as Tree))
        if (typeof leaf === 'string' && path !== 'between') expect(leaf.trim(), path).not.toBe('')
  })

  it.each([...zh.keys()])('say the same details of: %s', code => {
    const [ours, theirs] = [zh.get(code)!, english.get(code)!]
    expect(marksIn(theirs)).toEqual(marksIn(ours))
    for (const text of [ours, theirs]) expect(text).not.toMatch(/undefined|\[object|null|NaN/)
    expect(ours).toMatch(/[\u4e00-\u9fff]|^«\w+»/)
    // Words of the registries stay Chinese in English sentences, but no sentence does.
    if (!code.includes('infeasible'))
      expect(theirs.replace(/“[^”]*”|全部|组长|任意|食品/g, '')).toMatch(/[a-z]{2}|^«\w+»/)
  })

  it('name every target, person, cause and cure of a group that blocks', () => {
    for (const text of [zh.get('reason infeasible')!, english.get('reason infeasible')!])
      for (const part of ['«department»', 'T1', 'T5', '6', 'P1', 'P2', '12', '4', '5', '食品', '甲所'])
        expect(text, part).toContain(part)
  })
})

describe('every sentence', () => {
  it('of what is wrong, in both languages', () => {
    expect(
      [...zh].map(([code, text]) => `${code}\n${text}\n${english.get(code)}`).join('\n\n'),
    ).toMatchSnapshot()
  })
})

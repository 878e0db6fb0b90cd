import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'
import type { Sentences } from '../../src/terminal/sentences/sentences.ts'

type Tree = { readonly [key: string]: unknown }
type Write = (details: unknown, value?: string) => string | readonly [string, string?]

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
const WISH = { file: '«file»', row: '«row»', headings: { name: '«heading»', value: '«heading»' } }
const FAULTY = { item: '«item»', name: '«name»', departments: ['«department»'] }
const PART = { heading: '«heading»', value: '«value»', before: '«before»', gone: '«gone»', turns: null }
/** Details whose shape a mark cannot take. */
const OWN: Readonly<Record<string, Tree>> = {
  'large-removal': { parts: [PART, { ...PART, turns: { field: '«field»', to: '«to»' } }] },
  infeasible: { blocking: BLOCKING },
  'no-substitute': { blocking: BLOCKING },
  'unknown-rule': { place: WISH },
  'invalid-rule-value': { standing: RULE, kind: { kind: 'limit', least: 1, most: 9 }, place: WISH },
  'conflicting-rules': {
    conflict: { kind: 'cause-unknown', causes: ['«cause»'], rules: [] },
    rules: [RULE, { ...RULE, rule: 'visit-causes' }],
  },
  'signature-asked': { what: 'results' },
  'unlisted-visit-cause': { rule: RULE },
  'visit-too-frequent': { rule: RULE, window: 'day' },
  'results-not-ready': { step: 'publish', states: [{ state: 'entered', count: '«count»' }] },
  'plan-change-needs-reason': { rule: RULE },
  'changed-unexplained': { at: '«at»' },
  overlap: { tasks: ['«task»', '«other»'], departments: ['«department»'] },
  'item-open': { lacks: ['rate', 'frequency'] },
  'item-frequency-exceeded': { rule: RULE },
  'item-without-limit': { rule: RULE, lacks: ['rate', 'frequency'] },
  'caps-leave-too-few': { rules: [RULE] },
  'waiting-leave-too-few': { rule: RULE, draws: ['«draw»'] },
  'engine-of-dialect': { engines: [] },
  'disk-full': { free: 12_345, needs: { bytes: 3_400_001, how: 'about' } },
  'engine-url': { problem: 'scheme' },
  'engine-certificate': { problem: 'untrusted' },
  'engine-file-open': { problem: 'held' },
  'engine-ca': { problem: 'no-file' },
  'engine-answer': { problem: 'count', place: '«place»' },
  'engine-answer-line': { expected: 'count' },
  'engine-unanswered': { statements: ['«statement»'] },
  'engine-password': { problem: 'not-set', from: 'env:«from»' },
  'not-a-signing-key': { found: 'locked' },
  'signing-key-ended': { how: 'lost' },
  'engine-without-id': { fields: ['«field»'] },
  'engine-unfit': { trap: 'byte-order' },
  'engine-has-draws': { draws: ['«draw»'] },
  'missing-cause': { rule: RULE },
  'unlisted-cause': { rule: RULE },
  'too-few-staff': { rule: RULE },
  'minimum-above-count': { rule: RULE },
  'not-a-key': { use: 'note' },
  'not-a-key-line': { use: 'cosignature' },
  'private-data-to-publish': { kind: 'mobile' },
  'private-data-published': { kind: 'mobile' },
  'task-without-item': { rule: RULE },
  'item-of-other-department': { rule: RULE, items: [FAULTY] },
  'item-without-basis': { rule: RULE, items: [FAULTY] },
  'item-without-body': { rule: RULE, items: [FAULTY] },
  'item-other': { departments: ['«department»'] },
  'faulty-holidays': {
    file: '«file»',
    faults: 'turned too-long both worked-anyway no-festival no-day gap'.split(' ').map(kind => ({
      ...{ kind, year: `«year»`, first: '«first»', last: '«last»', name: '«name»', day: '«day»', rows: [7] },
    })),
  },
  'unknown-subject': { candidates: [{ id: '«id»', name: '«name»' }] },
}
const seedKinds = 'missing doubled unknown empty illegible malformed-source secret not-randomness'.split(' ')
const signatureKinds = ['signature-missing', 'signature-wrong', 'signature-other']
const fileKinds =
  'unreadable changed-while-reading empty not-a-table undecodable binary unclosed-quote row-too-long damaged-gzip damaged-spreadsheet stray-cell spreadsheet-too-large no-such-sheet'
const zipKinds = 'damaged absolute climbs strange-name link encrypted method double too-large too-many'.split(
  ' ',
)
const policyProblems =
  'characters line log-key witness-key key-twice name-taken name-unknown member-twice threshold quorum-twice no-quorum no-log'.split(
    ' ',
  )
const exchangeKinds =
  'missing not-json unknown-key not-one-of not-text not-a-day not-a-count not-yes-or-no not-a-list unknown-path unknown-heading twice'.split(
    ' ',
  )
const codeKinds = ['no-heading', 'empty', 'not-a-day', 'two-codes']
const FLAW = { row: '«row»', heading: '«heading»', found: '«found»' }
const settingsFlaws = [
  ...'comment trailing-comma quote unquoted end character'.split(' ').map(what => ['json', what] as const),
  ['unknown', ''],
  ['value', ''],
] as const
const COUNTED = { position: 7, byte: 255, seems: 'html' }

/** Every sentence of a dictionary that says what is wrong, with marks for details. */
function complaints({ reasons, issues, plan }: Sentences): Map<string, string> {
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
    else if (code === 'invalid-settings')
      for (const [kind, what] of settingsFlaws)
        say(`settings ${kind} ${what}`.trimEnd(), { flaw: marked({ kind, at: marked({ what }) }) })
    else if (code === 'invalid-layout')
      for (const kind of ['not-a-layout', 'heading', 'field'])
        say(`layout ${kind}`, { problem: marked({ kind }) })
    else if (code === 'invalid-exchange-layout')
      for (const kind of exchangeKinds)
        say(`exchange layout ${kind}`, {
          flaw: {
            place: '«place»',
            found: '«found»',
            problem: marked({ kind, known: ['«known»'], at: null }),
          },
        })
    else if (code === 'invalid-code-table')
      for (const problem of codeKinds)
        say(`code table ${problem}`, { flaw: { ...FLAW, problem, other: '«other»' } })
    else if (code === 'invalid-file')
      for (const kind of fileKinds.split(' ')) say(`file ${kind}`, { problem: marked({ kind, ...COUNTED }) })
    else if (code === 'not-a-policy')
      for (const problem of policyProblems) say(`policy ${problem}`, { flaw: { line: '«line»', problem } })
    else say(code, OWN[code] ?? {})
  }
  return told
}

const zh = complaints(await loadSentences('zh'))
const english = complaints(await loadSentences('en'))

describe('the sentences of the two languages', () => {
  it.each([...zh.keys()])('say the same details of: %s', code => {
    const [ours, theirs] = [zh.get(code)!, english.get(code)!]
    expect(marksIn(theirs)).toEqual(marksIn(ours))
    for (const text of [ours, theirs]) expect(text).not.toMatch(/undefined|\[object|null|NaN|^\s*$/)
    expect(ours).toMatch(/[\u4e00-\u9fff]|^«\w+»/)
    // Words of the registries stay Chinese in English sentences, but no sentence does.
    if (!code.includes('infeasible'))
      expect(theirs.replace(/“[^”]*”|全部|组长|任意|食品/g, '')).toMatch(/[a-z]{2}|^«\w+»/)
  })

  it('name every target, person, cause and cure of a set that blocks', () => {
    for (const text of [zh.get('reason infeasible')!, english.get('reason infeasible')!])
      for (const part of ['«department»', 'T1', 'T5', '6', 'P1', 'P2', '12', '4', '5', '食品', '甲所'])
        expect(text, part).toContain(part)
  })

  it('are these, of what is wrong', () => {
    const told = [...zh].map(([code, text]) => `${code}\n${text}\n${english.get(code)}`)
    expect(told.sort().join('\n\n')).toMatchSnapshot()
  })
})

const SRC = join(import.meta.dirname, '../../src')
const read = (name: string) => readFileSync(join(SRC, name), 'utf8')
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

describe('the reasons of every room', () => {
  const [, ofAll] = /interface Reasons\s+extends ([^{]*)/.exec(read('terminal/sentences/sentences.ts'))!
  const rooms = ofAll!.split(',').map(name => name.trim())
  const used = FILES.filter(name => name !== 'core/refusal.ts').flatMap(name =>
    [...read(name).matchAll(/refusal<([^>]+)>/g)].flatMap(found =>
      found[1]!.split(/[&|]/).map(room => [room.trim(), name] as const),
    ),
  )

  it.each(used)('%s, used in %s, have sentences', room => {
    expect(rooms).toContain(room)
  })

  it.each(rooms)('%s have their sentences in one topic', room => {
    const topics = FILES.filter(name => name.startsWith('terminal/sentences/topics/'))
    expect(topics.filter(name => new RegExp(`SentencesOf<[^>]*\\b${room}\\b`).test(read(name)))).toHaveLength(
      1,
    )
  })
})

describe('a language', () => {
  /** Every file that is loaded with this one. */
  function loadedWith(name: string, seen = new Set<string>()): Set<string> {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const [, from] of read(name).matchAll(/^(?:import|export|\}) (?!type\b).*from '(\.[^']+)'/gm))
      loadedWith(join(dirname(name), from!), seen)
    return seen
  }

  it('is loaded when it is asked for, and alone', () => {
    const start = [...loadedWith('main.ts')]
    expect(start.length).toBeGreaterThan(5)
    expect(start.filter(name => /sentences\/(zh|en)|words-(zh|en)/.test(name))).toEqual([])
    expect([...loadedWith('terminal/sentences/zh.ts')].filter(name => /\/en\b|-en\b/.test(name))).toEqual([])
    expect([...loadedWith('terminal/sentences/en.ts')].filter(name => /\/zh\b|-zh\b/.test(name))).toEqual([])
  })
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { everyCommand } from '../../src/cli/every-command.ts'
import { schemaOf } from '../../src/cli/schema-of.ts'
import { surface } from '../../src/cli/surface.ts'
import { loadSentences } from '../../src/terminal/sentences/load-sentences.ts'
import { SCHEMAS } from '../helpers/answers.ts'

// Answers themselves are held against their schemas wherever a test reads one (test/helpers/answers.ts).

const { help } = await loadSentences('en')
const ids = new Set(everyCommand(surface(help, async () => {})).map(([, command]) => schemaOf(command))).add(
  'error/1',
)

const compiler = new Ajv2020({ allowUnionTypes: true })

test.each(readdirSync(SCHEMAS))(
  'docs/schemas/%s is the schema of a command, in the version that it answers',
  name => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'))
    expect([...ids]).toContain(schema.$id)
    expect(name).toBe(`${schema.$id.split('/')[0]}.json`)
    const validate = compiler.compile(schema)
    expect([validate({}), validate({ schema: 'other/1' })]).toEqual([false, false])
  },
)

// What each version of an answer promised its readers: a place that it has, whether it always stands, and what may stand
// there. `UPDATE_SHAPES=1` adds what is new and changes nothing that is recorded. Schemas are learned from what tests see:
// where the program always answered so and no test had seen it, the line is mended by hand, otherwise the answer gets
// the next version (src/terminal/answer-schema.ts).
const RECORD = join(import.meta.dirname, '../../fixtures/schema-shapes.json')

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema
  readonly items?: Schema
}

/** Every place of a document with its types, `always` before those that stand in every answer. */
function placesOf(schema: Schema, path = '', always = true): [string, string][] {
  const types = [schema.type ?? []].flat().toSorted().join(' ')
  const below = Object.entries(schema.properties ?? {})
  return [
    [path === '' ? '/' : path, `${always ? 'always ' : ''}${types}`.trim()],
    ...below.flatMap(([name, one]) =>
      placesOf(one, `${path}/${name}`, schema.required?.includes(name) ?? false),
    ),
    ...(schema.additionalProperties === undefined ? [] : placesOf(schema.additionalProperties, `${path}/*`)),
    ...(schema.items === undefined ? [] : placesOf(schema.items, `${path}[]`)),
  ]
}

/** What breaks a reader of the first: a place that is gone, no longer always there, or holds what it never held. */
function breaks(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  return Object.entries(before).flatMap(([place, was]) => {
    const is = now[place]
    if (is === undefined) return [`${place}: gone`]
    const had = was.split(' ')
    const more = is
      .split(' ')
      .filter(word => word !== 'always' && !had.includes(word) && had.at(-1) !== 'always')
    const lost = had[0] === 'always' && !is.startsWith('always')
    return more.length > 0 || lost ? [`${place}: was ${was}, is ${is}`] : []
  })
}

const shapes: Record<string, Record<string, string>> = Object.fromEntries(
  readdirSync(SCHEMAS).map(name => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'))
    return [schema.$id, Object.fromEntries(placesOf(schema))]
  }),
)

test('no schema takes anything from its readers without a new version', () => {
  const recorded: Record<string, Record<string, string>> = existsSync(RECORD)
    ? JSON.parse(readFileSync(RECORD, 'utf8'))
    : {}
  const broken = Object.entries(shapes).flatMap(([id, now]) =>
    breaks(recorded[id] ?? {}, now).map(what => `${id} ${what}`),
  )
  expect(broken, 'raise the version in src/terminal/answer-schema.ts').toEqual([])
  const added = Object.fromEntries(
    Object.entries({ ...recorded, ...shapes })
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, now]) => [id, { ...now, ...recorded[id] }]),
  )
  if (process.env.UPDATE_SHAPES !== undefined) writeFileSync(RECORD, `${JSON.stringify(added, null, 2)}\n`)
  else expect(recorded, 'UPDATE_SHAPES=1 records what was added').toEqual(added)
})

test.each([
  [{ '/': 'always object', '/a': 'always string' }, { '/': 'always object' }, ['/a: gone']],
  [{ '/a': 'always string' }, { '/a': 'string' }, ['/a: was always string, is string']],
  [{ '/a': 'string' }, { '/a': 'integer' }, ['/a: was string, is integer']],
  [
    { '/a': 'always string' },
    { '/a': 'always null string' },
    ['/a: was always string, is always null string'],
  ],
  [{ '/a': 'null string' }, { '/a': 'always string', '/b': 'integer' }, []],
])('%j to %j breaks %j', (before, now, broken) => {
  expect(breaks(before as Record<string, string>, now as Record<string, string>)).toEqual(broken)
})

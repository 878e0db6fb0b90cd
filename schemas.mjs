import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bothShapes } from './test/helpers/shape-of.mjs'

/**
 * `npm run schemas`: makes `docs/schemas` of what all tests see answered with `--json`. Read the difference: a field that
 * goes, or means something else, is a new version of its schema (`src/terminal/answer-schema.ts`).
 */
const ROOT = import.meta.dirname
const FOLDER = join(ROOT, 'docs/schemas')

const folder = mkdtempSync(join(tmpdir(), 'ssj-schemas-'))
try {
  const answers = process.argv[2] ?? join(folder, 'answers')
  if (process.argv[2] === undefined)
    execFileSync(
      'npx',
      [
        'vitest',
        'run',
        '--tags-filter=!campaign && !chaos',
        'test/commands',
        'test/cli',
        'test/terminal',
        'test/store',
      ],
      {
        cwd: ROOT,
        stdio: 'inherit',
        env: { ...process.env, SSJ_ANSWERS: answers },
      },
    )
  const shapes = new Map()
  for (const line of readFileSync(answers, 'utf8').trimEnd().split('\n')) {
    const { schema, shape } = JSON.parse(line)
    shapes.set(schema, shapes.has(schema) ? bothShapes(shapes.get(schema), shape) : shape)
  }
  if (!existsSync(FOLDER)) mkdirSync(FOLDER)
  for (const [schema, shape] of shapes) {
    const [name] = schema.split('/')
    writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(documentSchema(schema, shape), null, 2)}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function documentSchema(schema, shape) {
  const { properties, required, ...rest } = schemaOf(shape)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schema,
    ...rest,
    properties: { schema: { const: schema }, ...properties },
    required: ['schema', ...(required ?? [])],
  }
}

/** Objects whose keys are codes, names or days of the office are maps; the keys of all others are ours. */
function schemaOf({ kinds, fields = {}, always = [], items }) {
  const names = Object.keys(fields).sort()
  const isMap = names.some(name => !/^[A-Za-z][A-Za-z0-9]*$/.test(name))
  const type =
    kinds.length === 1 ? kinds[0] : kinds.filter(kind => kind !== 'integer' || !kinds.includes('number'))
  return {
    type,
    ...(kinds.includes('object') && names.length > 0
      ? isMap
        ? { additionalProperties: schemaOf(names.map(name => fields[name]).reduce(bothShapes)) }
        : {
            properties: Object.fromEntries(names.map(name => [name, schemaOf(fields[name])])),
            required: always.toSorted(),
          }
      : {}),
    ...(items === undefined ? {} : { items: schemaOf(items) }),
  }
}

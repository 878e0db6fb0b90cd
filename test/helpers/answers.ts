import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Shape, shapeOf } from './shape-of.mjs'

export const SCHEMAS = join(import.meta.dirname, '../../docs/schemas')

/**
 * Holds an answer of `--json` against the schema that it names itself, and gives it without that name. With `SSJ_ANSWERS`
 * set to a file it is only noted there what answers look like, for `schemas.mjs` to make the schemas of.
 */
export function answered(document: { readonly schema?: string }): unknown {
  const { schema, ...answer } = document
  if ('spec' in answer) return answer
  if (schema === undefined) throw new Error('an answer that names no schema')
  const [name = ''] = schema.split('/')
  if (process.env.SSJ_ANSWERS !== undefined) note(process.env.SSJ_ANSWERS, schema, shapeOf(answer))
  else {
    const validate = schemaNamed(name)
    if (!validate(document))
      throw new Error(
        `an answer is not as docs/schemas/${name}.json says (npm run schemas): ${JSON.stringify(validate.errors)}`,
      )
  }
  return answer
}

const validators = new Map<string, ValidateFunction>()
// That schemas are schemas is held by `test/cli/schemas.test.ts`.
const compiler = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateSchema: false })

function schemaNamed(name: string): ValidateFunction {
  const known = validators.get(name)
  if (known !== undefined) return known
  const path = join(SCHEMAS, `${name}.json`)
  if (!existsSync(path)) throw new Error(`there is no ${path}: npm run schemas`)
  const made = compiler.compile(JSON.parse(readFileSync(path, 'utf8')))
  validators.set(name, made)
  return made
}

const noted = new Set<string>()

function note(path: string, schema: string, shape: Shape): void {
  const line = `${JSON.stringify({ schema, shape })}\n`
  if (noted.has(line)) return
  noted.add(line)
  appendFileSync(path, line)
}

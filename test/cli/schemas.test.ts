import { readdirSync, readFileSync } from 'node:fs'
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

test.each(readdirSync(SCHEMAS))(
  'docs/schemas/%s is the schema of a command, in the version that it answers',
  name => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'))
    expect([...ids]).toContain(schema.$id)
    expect(name).toBe(`${schema.$id.split('/')[0]}.json`)
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema)
    expect([validate({}), validate({ schema: 'other/1' })]).toEqual([false, false])
  },
)

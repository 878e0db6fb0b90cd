import { ID_FIELDS } from '../../../core/engine/engine.ts'
import { type EngineSaid, newEngine } from '../../../core/engine/new-engine.ts'
import { enginesIn } from '../../../store/engines.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { picked, typed } from '../work/questions.ts'
import { judged, type Read, refusalWords } from '../work/readings.ts'

const anyEngine = ({ engines }: { readonly engines: boolean }) => engines

/** One of the databases that the office has named. */
export const whichEngine = picked('engine', async ({ read }) => {
  const engines = await read(enginesIn)
  return engines.map(({ name, registry }) => ({ name: `${name}  ${registry}`, value: name }))
})

/** A part of what is said of a database, taken as it is together with parts that are right. */
function part(said: (text: string) => Partial<EngineSaid>): Read {
  return judged(text => {
    newEngine({ ...SOUND, ...said(text) })
    return text
  })
}

const SOUND: EngineSaid = {
  name: 'x',
  url: 'duckdb:x',
  registry: 'x',
  columns: ID_FIELDS.map(field => `${field}=x`),
  password: undefined,
}

/** A name that no database has yet. */
const unusedName: Read = async (name, sitting, answers) => {
  const isKnown = (await sitting.read(enginesIn)).some(engine => engine.name === name)
  if (isKnown) return { fault: refusalWords(sitting.desk.say, { code: 'engine-exists', details: { name } }) }
  return part(name => ({ name }))(name, sitting, answers)
}

/** `名称=name`, one after the other. */
function pairsIn(text: string): string[] {
  return partsOf(text.replaceAll(/[\s,，;；、]+/g, '\n').replaceAll('＝', '='))
}

export const ENGINE_JOBS = {
  engines: { group: 'engines', offered: anyEngine, questions: [], lines: () => [['engine', 'list']] },
  engineAdd: {
    group: 'engines',
    offered: isThere,
    questions: [
      typed('engineName', { read: unusedName }),
      typed('engineUrl', { read: part(url => ({ url })) }),
      typed('engineTable', { read: part(registry => ({ registry })) }),
      typed('engineColumns', { read: part(text => ({ columns: pairsIn(text) })) }),
      typed('enginePassword', { free: true, read: part(password => ({ password })) }),
    ],
    lines: ({ engineName, engineUrl, engineTable, engineColumns = '', enginePassword }) => [
      [
        ...['engine', 'add', engineName!, engineUrl!, '--registry', engineTable!],
        ...pairsIn(engineColumns).flatMap(pair => ['--column', pair]),
        ...option('--password', enginePassword),
      ],
    ],
    binding: true,
  },
  engineCheck: {
    group: 'engines',
    offered: anyEngine,
    questions: [whichEngine],
    lines: ({ engine }) => [['engine', 'check', engine!]],
  },
  engineRemove: {
    group: 'engines',
    offered: anyEngine,
    questions: [whichEngine],
    lines: ({ engine }) => [['engine', 'remove', engine!]],
    binding: true,
  },
} as const satisfies Record<string, Job>

import { enginesIn } from '../../../store/engines.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { picked, typed } from '../work/questions.ts'

const anyEngine = ({ engines }: { readonly engines: boolean }) => engines

/** One of the databases that the office has named. */
export const whichEngine = picked('engine', async ({ read }) => {
  const engines = await read(enginesIn)
  return engines.map(({ name, registry }) => ({ name: `${name}  ${registry}`, value: name }))
})

export const ENGINE_JOBS = {
  engines: { group: 'engines', offered: anyEngine, questions: [], lines: () => [['engine', 'list']] },
  engineAdd: {
    group: 'engines',
    offered: isThere,
    questions: [
      typed('engineName'),
      typed('engineUrl'),
      typed('engineTable'),
      typed('engineColumns', { free: true }),
      typed('enginePassword', {
        free: true,
        check: (text, { desk }) => (/^(?:env|file):./.test(text) ? null : desk.say.desk.badPassword),
      }),
    ],
    lines: ({ engineName, engineUrl, engineTable, engineColumns = '', enginePassword }) => [
      [
        ...['engine', 'add', engineName!, engineUrl!, '--registry', engineTable!],
        ...partsOf(engineColumns.replaceAll(/[\s,，;；、]+/g, '\n')).flatMap(pair => ['--column', pair]),
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

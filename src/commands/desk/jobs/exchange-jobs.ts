import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { orBack } from '../../../terminal/asked.ts'
import { layoutNamed, SHIPPED, shippedLayouts } from '../../exchange/layout-named.ts'
import { taskOfList } from '../../exchange/take-list.ts'
import { existing, fresh } from '../work/files.ts'
import {
  type Answers,
  type Job,
  type Line,
  option,
  partsOf,
  type Question,
  type Sitting,
} from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { drawChoices, holding, typed } from '../work/questions.ts'
import { judged } from '../work/readings.ts'
import { lookedAt, optionsOf, settlingOf } from './import-mode.ts'
import { otherwiseFor, readOtherwise } from './read-otherwise.ts'

/** A layout that comes with the program, or a file of the office's own. */
const layout: Question = {
  name: 'layout',
  async ask({ desk, asker }) {
    const shipped: { readonly name: string; readonly value: string }[] = []
    for (const name of shippedLayouts()) {
      const { layout } = await layoutNamed(desk, name, undefined)
      shipped.push({ name: `${name}  ${layout.system}`, value: name })
    }
    return asker.find(desk.say.desk.ask.layout, async term => {
      const found = holding(shipped, term)
      return found.length > 0 || term === '' ? found : [{ name: term, value: term }]
    })
  },
}

/** Whether rows of a layout are picked by draws; of one that is not shipped only the command itself knows. */
function isByDraw({ layout = '' }: Answers): boolean {
  if (!shippedLayouts().includes(layout)) return true
  const { of } = JSON.parse(readFileSync(join(SHIPPED, `${layout}.json`), 'utf8')) as { readonly of: string }
  return ['results', 'assignments', 'notices'].includes(of)
}

/** One draw, or all that is there. */
const whichDraw: Question = {
  name: 'draw',
  when: isByDraw,
  async ask(sitting) {
    const { ask, options } = sitting.desk.say.desk
    const all = [{ name: options.everything, value: '' }, ...(await drawChoices(sitting, () => true))]
    return sitting.asker.find(ask.draw, async term => holding(all, term))
  },
}

const foreignFile = existing('file', 'file')
const rejectsOf = (name: string) => basename(name).replace(/\.[a-z]+$/i, '')

/** Looks at a file of the other side as it would be taken in, and asks how to go on: the options, one to a line. */
async function askForeign(sitting: Sitting, line: (given: Line) => Line, file: string): Promise<string> {
  const { desk, asker } = sitting
  const { ask, options } = desk.say.desk
  const ways = await otherwiseFor(sitting, file, ['otherSheet', 'otherHeaderRow', 'otherEncoding'])
  for (let given: Line = []; ; ) {
    const looked = await lookedAt(sitting, line(given))
    const settling = settlingOf(looked).filter(way => way === 'asRegistered')
    const modes = [...TAKEN[looked.found], ...settling, ...ways]
    const mode = await asker.choose(
      ask.mode,
      modes.map(value => ({ name: options[value], value })),
    )
    if (mode === 'import') return given.join('\n')
    if (mode === 'skipBad') return [...given, '--skip-bad'].join('\n')
    if (mode === 'asRegistered') given = [...given, ...optionsOf(mode)]
    else given = await orBack(given, readOtherwise(sitting, file, mode, given, null))
  }
}

/** How a file can be taken in, by what a look at it finds. */
const TAKEN = { right: ['import'], wrong: ['skipBad'], unread: [] } as const

/** A list that another level drew, as a file or as the zip of a draw that it made with this program. */
function takeLine({ file = '', taskNumber }: Answers, more: Line): Line {
  return [
    ...['exchange', 'take'],
    ...(isZip(file) ? ['--folder', file] : ['assigned-list', file]),
    ...['--task', taskNumber!, ...more],
  ]
}

function isZip(file = ''): boolean {
  return /\.zip$/i.test(file)
}

export const EXCHANGE_JOBS = {
  layouts: { group: 'exchange', questions: [], lines: () => [['exchange', 'list']] },
  layoutCheck: {
    group: 'exchange',
    questions: [layout],
    lines: ({ layout }) => [['exchange', 'check', layout!]],
  },
  layoutCopy: {
    group: 'exchange',
    questions: [layout, fresh('folder', (_, { layout = '' }) => rejectsOf(layout))],
    lines: ({ layout, folder }) => [['exchange', 'copy', layout!, '--to', folder!]],
  },
  send: {
    group: 'exchange',
    offered: isThere,
    questions: [
      layout,
      whichDraw,
      fresh('sendTo', ({ desk }, { layout = '' }) => desk.say.desk.sentName(rejectsOf(layout), 'xlsx'), {
        endings: ['.xlsx', '.csv'],
      }),
    ],
    lines: ({ layout = '', draw, sendTo }, { desk }) => [
      [
        ...['exchange', 'out', layout, ...partsOf(draw)],
        ...['--to', sendTo!, '--rejects', desk.say.desk.rejectsName(rejectsOf(sendTo!))],
      ],
    ],
  },
  takeIn: {
    group: 'exchange',
    offered: isThere,
    questions: [
      layout,
      foreignFile,
      {
        name: 'mode',
        ask: (sitting, { layout = '', file = '' }) =>
          askForeign(sitting, given => ['exchange', 'in', layout, file, ...given], file),
      },
      fresh('rejects', ({ desk }, { file = '' }) => desk.say.desk.rejectsName(rejectsOf(file)), {
        when: ({ mode }) => partsOf(mode).includes('--skip-bad'),
      }),
    ],
    lines: ({ layout, file, mode, rejects }) => [
      ['exchange', 'in', layout!, file!, ...partsOf(mode), ...option('--rejects', rejects)],
    ],
  },
  takeList: {
    group: 'exchange',
    offered: ({ filled }) => filled.has('targets'),
    questions: [
      existing('file', 'file', { matching: /\.(?:csv|txt|xlsx|gz|tsv|zip)$/i }),
      typed('taskNumber', {
        read: judged((task, { desk }) => taskOfList(desk.say.desk.labels.taskNumber, task)),
      }),
      {
        name: 'mode',
        when: ({ file }) => !isZip(file),
        ask: (sitting, answers) => askForeign(sitting, given => takeLine(answers, given), answers.file ?? ''),
      },
      fresh('rejects', ({ desk }, { file = '' }) => desk.say.desk.rejectsName(rejectsOf(file)), {
        when: ({ mode }) => partsOf(mode).includes('--skip-bad'),
      }),
    ],
    lines: answers => [
      takeLine(answers, [...partsOf(answers.mode), ...option('--rejects', answers.rejects)]),
    ],
    binding: true,
  },
  compare: {
    group: 'exchange',
    offered: isThere,
    questions: [
      layout,
      foreignFile,
      whichDraw,
      fresh('compareTo', ({ desk }, { layout = '' }) => desk.say.desk.comparedName(rejectsOf(layout)), {
        free: true,
        endings: ['.html', '.csv'],
      }),
    ],
    lines: ({ layout, file, draw, compareTo }) => [
      [...['exchange', 'diff', layout!, file!, ...partsOf(draw)], ...option('--to', compareTo)],
    ],
  },
} as const satisfies Record<string, Job>

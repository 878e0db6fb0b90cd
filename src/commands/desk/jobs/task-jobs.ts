import type { DrawAt } from '../../../store/desk/office-state.ts'
import { freezeFigures } from '../figures/freeze-figures.ts'
import { fresh } from '../work/files.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import { hasDraws } from '../work/offered.ts'
import { approver, drawIn, picked, publicReason, year } from '../work/questions.ts'
import { AD_HOC } from './ad-hoc-job.ts'
import { whoIsLent } from './draw-people.ts'
import { whichEngine } from './engine-jobs.ts'
import { formatOption, formats } from './formats.ts'
import { seedSource, sourceLines } from './seed-source.ts'

const isDrawn = ({ state }: DrawAt) => state === 'drawn'
const isFrozen = ({ state }: DrawAt) => state === 'frozen'

/** Tasks that nobody has frozen first, then the others: those may be frozen again. */
const taskToFreeze = picked('task', async ({ desk, state, read }) => {
  const ahead = state.ahead.map(({ id, name, from, to }) => ({
    name: `${id}  ${name}${desk.say.desk.taskPeriod(from, to)}`,
    value: id,
  }))
  const known = new Set(state.ahead.map(({ id }) => id))
  const { matchingTasks } = await import('../../../store/desk/matching-records.ts')
  const all = await read(store => matchingTasks(store, '', 1_000))
  const others = all
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({ name: `${id}  ${name}`, value: id }))
  return [...ahead, ...others]
})

const waitingTask = picked('task', async ({ state }) =>
  state.waiting.map(({ number, taskId, name }) => ({ name: `${number}  ${taskId} ${name}`, value: taskId })),
)

/** The name of a folder or file says the task's number; its year is parted by a hyphen. */
const fileOfTask = (task = '') => task.replaceAll(/[/\\:*?"<>|\s]/g, '-')

const announcement = fresh(
  'announceTo',
  ({ desk }, { task }) => desk.say.desk.announcementName(fileOfTask(task)),
  { free: true },
)

const freezeLines: Job['lines'] = (answers, sitting) => [
  ...sourceLines(answers, sitting),
  ['draw', 'freeze', answers.task!, ...option('--to', answers.announceTo)],
]

const sealedLines: Job['lines'] = (answers, sitting) => [
  ...sourceLines(answers, sitting),
  ['draw', 'freeze', answers.task!, '--sealed', ...option('--to', answers.announceTo)],
]

const lentLines: Job['lines'] = (answers, sitting) => [
  ...sourceLines(answers, sitting),
  [
    ...['draw', 'freeze', answers.task!, ...partsOf(answers.lent).flatMap(pair => ['--lend', pair])],
    ...['--reason', answers.reason!, '--approver', answers.approver!, ...option('--to', answers.announceTo)],
  ],
]

const engineLines: Job['lines'] = (answers, sitting) => [
  ...sourceLines(answers, sitting),
  [...['draw', 'freeze', answers.task!, '--engine', answers.engine!], ...option('--to', answers.announceTo)],
]

export const TASK_JOBS = {
  plan: {
    group: 'tasks',
    offered: ({ filled }) => filled.has('plan'),
    questions: [year()],
    lines: ({ year }) => [['plan', 'check', '--year', year!]],
  },
  simulate: {
    group: 'tasks',
    offered: ({ ahead }) => ahead.length > 0,
    questions: [taskToFreeze],
    lines: ({ task }) => [['draw', 'simulate', task!]],
  },
  freeze: {
    group: 'tasks',
    offered: ({ filled }) => filled.has('plan'),
    questions: [taskToFreeze, seedSource, announcement],
    lines: freezeLines,
    figures: freezeFigures(freezeLines),
    binding: true,
  },
  adhoc: AD_HOC,
  freezeSealed: {
    group: 'tasks',
    offered: ({ filled }) => filled.has('plan'),
    questions: [taskToFreeze, seedSource, announcement],
    lines: sealedLines,
    figures: freezeFigures(sealedLines),
    binding: true,
  },
  freezeLent: {
    group: 'tasks',
    offered: ({ filled }) => filled.has('plan') && filled.has('inspectors'),
    questions: [
      taskToFreeze,
      { name: 'lent', ask: whoIsLent },
      seedSource,
      publicReason,
      approver,
      announcement,
    ],
    lines: lentLines,
    figures: freezeFigures(lentLines),
    binding: true,
  },
  freezeEngine: {
    group: 'tasks',
    offered: ({ filled, engines }) => engines && filled.has('plan'),
    questions: [taskToFreeze, whichEngine, seedSource, announcement],
    lines: engineLines,
    figures: freezeFigures(engineLines),
    binding: true,
  },
  run: {
    group: 'tasks',
    offered: ({ waiting }) => waiting.length > 0,
    questions: [waitingTask],
    lines: ({ task }, { state }) => {
      const number = state.waiting.find(({ taskId }) => taskId === task)?.number
      return [['draw', 'run', task!], ...(number === undefined ? [] : [['draw', 'show', number]])]
    },
  },
  show: {
    group: 'tasks',
    offered: hasDraws,
    questions: [drawIn('draw')],
    lines: ({ draw }) => [['draw', 'show', draw!]],
  },
  draws: {
    group: 'tasks',
    offered: hasDraws,
    questions: [],
    lines: () => [['draw', 'list']],
  },
  announce: {
    group: 'tasks',
    offered: ({ waiting }) => waiting.length > 0,
    questions: [
      drawIn('draw', isFrozen),
      formats,
      fresh('announceTo', ({ desk }, { draw }) => desk.say.desk.announcementName(draw!)),
    ],
    lines: ({ draw, formats, announceTo }) => [
      ['draw', 'announce', draw!, '--to', announceTo!, ...formatOption(formats)],
    ],
  },
  reveal: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.some(({ sealed }) => sealed),
    questions: [drawIn('draw', ({ sealed, state }) => sealed && state === 'drawn')],
    lines: ({ draw }) => [['draw', 'reveal', draw!]],
    binding: true,
  },
  replay: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.length > 0,
    questions: [drawIn('draw', isDrawn)],
    lines: ({ draw }) => [['draw', 'replay', draw!]],
  },
} as const satisfies Record<string, Job>

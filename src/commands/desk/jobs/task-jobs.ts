import type { DrawAt } from '../../../store/desk/office-state.ts'
import { fallFigures, mergeFigures, voidFigures } from '../figures/draw-figures.ts'
import { freezeFigures } from '../figures/freeze-figures.ts'
import { existing, fresh } from '../work/files.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import {
  approver,
  drawChoices,
  drawIn,
  oneOf,
  picked,
  publicReason,
  reason,
  year,
} from '../work/questions.ts'
import { AD_HOC } from './ad-hoc-job.ts'
import { causesOfFall, inspectorsSeated, targetsInBoth, targetsStanding, whoIsLent } from './draw-people.ts'
import { whichEngine } from './engine-jobs.ts'
import { seedSource, sourceLines } from './seed-source.ts'

const hasDraws = ({
  drawn,
  waiting,
}: {
  readonly drawn: readonly unknown[]
  readonly waiting: readonly unknown[]
}) => drawn.length + waiting.length > 0
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

const fallLines: Job['lines'] = ({ draw, fallen, target, inspector, outcome, approver, evidence }) => [
  [
    ...['draw', 'substitute', draw!],
    ...(fallen === 'target' ? ['--target', target!] : ['--inspector', inspector!]),
    ...['--reason', outcome!, '--approver', approver!, ...option('--evidence', evidence)],
  ],
]

const voidLines: Job['lines'] = ({ draw, reason, approver }) => [
  ['draw', 'void', draw!, '--reason', reason!, '--approver', approver!],
]

const mergeLines: Job['lines'] = ({ draw, guest, targets, reason, approver }) => [
  [
    ...['draw', 'merge', draw!, guest!],
    ...partsOf(targets).flatMap(target => ['--target', target]),
    ...['--reason', reason!, '--approver', approver!],
  ],
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
  substitute: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.length > 0,
    questions: [
      drawIn('draw', isDrawn),
      oneOf('fallen', ['target', 'inspector']),
      picked('target', targetsStanding, { when: ({ fallen }) => fallen === 'target' }),
      picked('inspector', inspectorsSeated, { when: ({ fallen }) => fallen === 'inspector' }),
      { name: 'outcome', ask: causesOfFall },
      approver,
      existing('evidence', 'file', { matching: /./, free: true }),
    ],
    lines: fallLines,
    figures: fallFigures(fallLines),
    binding: true,
  },
  void: {
    group: 'tasks',
    offered: hasDraws,
    questions: [drawIn('draw', draw => isDrawn(draw) || isFrozen(draw)), publicReason, approver],
    lines: voidLines,
    figures: voidFigures(voidLines),
    binding: true,
  },
  announce: {
    group: 'tasks',
    offered: ({ waiting }) => waiting.length > 0,
    questions: [
      drawIn('draw', isFrozen),
      fresh('announceTo', ({ desk }, { draw }) => desk.say.desk.announcementName(draw!)),
    ],
    lines: ({ draw, announceTo }) => [['draw', 'announce', draw!, '--to', announceTo!]],
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
  merge: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.length > 1,
    questions: [],
    lines: () => [['draw', 'merge']],
  },
  mergeVisits: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.length > 1,
    questions: [
      drawIn('draw', isDrawn),
      picked('guest', async (sitting, { draw }) =>
        drawChoices(sitting, other => isDrawn(other) && other.number !== draw),
      ),
      { name: 'targets', ask: targetsInBoth },
      reason,
      approver,
    ],
    lines: mergeLines,
    figures: mergeFigures(mergeLines),
    binding: true,
  },
} as const satisfies Record<string, Job>

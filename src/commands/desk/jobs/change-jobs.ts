import type { DrawAt } from '../../../store/desk/office-state.ts'
import { fallFigures, mergeFigures, voidFigures } from '../figures/draw-figures.ts'
import { existing } from '../work/files.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import { hasDraws } from '../work/offered.ts'
import { approver, drawChoices, drawIn, oneOf, picked, publicReason, reason } from '../work/questions.ts'
import {
  causesOfFall,
  inspectorsSeated,
  targetsInBoth,
  targetsStanding,
  visitsOfInspector,
} from './draw-people.ts'

const isDrawn = ({ state }: DrawAt) => state === 'drawn'
const isFrozen = ({ state }: DrawAt) => state === 'frozen'

const fallLines: Job['lines'] = ({ draw, fallen, target, inspector, seats, outcome, approver, evidence }) => [
  [
    ...['draw', 'substitute', draw!],
    ...(fallen === 'target'
      ? ['--target', target!]
      : ['--inspector', inspector!, ...option('--visit', seats)]),
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

/** What becomes of a draw after it was made. */
export const CHANGE_JOBS = {
  substitute: {
    group: 'tasks',
    offered: ({ drawn }) => drawn.length > 0,
    questions: [
      drawIn('draw', isDrawn),
      oneOf('fallen', ['target', 'inspector']),
      picked('target', targetsStanding, { when: ({ fallen }) => fallen === 'target' }),
      picked('inspector', inspectorsSeated, { when: ({ fallen }) => fallen === 'inspector' }),
      picked('seats', visitsOfInspector, { when: ({ fallen }) => fallen === 'inspector' }),
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

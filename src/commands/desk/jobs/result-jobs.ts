import { basename } from 'node:path'
import type { DrawAt } from '../../../store/desk/office-state.ts'
import { stepFigures } from '../figures/draw-figures.ts'
import { existing, fresh } from '../work/files.ts'
import { type Job, partsOf } from '../work/job.ts'
import { anyDrawn } from '../work/offered.ts'
import { approver, drawIn, publicReason, recordIn, year } from '../work/questions.ts'
import { askImport, importLine } from './import-mode.ts'
import { changesOfResult, setOptions } from './record-questions.ts'

const isDrawn = ({ state }: DrawAt) => state === 'drawn'
const anyResults = ({ filled }: { readonly filled: ReadonlySet<string> }) => filled.has('results')

const reviewLines: Job['lines'] = ({ draw, approver }) => [
  ['results', 'review', draw!, '--approver', approver!],
]

const reviewOfLines: Job['lines'] = ({ draw, department, approver }) => [
  ['results', 'review', draw!, '--department', department!, '--approver', approver!],
]

const returnLines: Job['lines'] = ({ result, reason }) => [
  ['results', 'return', result!, '--reason', reason!],
]

const takeDownLines: Job['lines'] = () => [['results', 'takedown']]

export const RESULT_JOBS = {
  sheet: {
    group: 'results',
    offered: anyDrawn,
    questions: [
      drawIn('draw', isDrawn),
      fresh('sheetTo', ({ desk }, { draw }) => desk.say.desk.sheetName(draw!)),
    ],
    lines: ({ draw, sheetTo }) => [['results', 'sheet', draw!, '--to', sheetTo!]],
  },
  enter: {
    group: 'results',
    offered: anyDrawn,
    questions: [
      existing('file', 'file'),
      { name: 'mode', ask: (sitting, { file }) => askImport(sitting, file!, 'results') },
      fresh(
        'rejects',
        ({ desk }, { file = '' }) => desk.say.desk.rejectsName(basename(file).replace(/\.[a-z]+$/i, '')),
        { when: ({ mode }) => partsOf(mode).includes('--skip-bad') },
      ),
    ],
    lines: ({ file, mode, rejects }) => [importLine(file!, partsOf(mode), rejects)],
  },
  open: {
    group: 'results',
    offered: anyDrawn,
    questions: [drawIn('draw', isDrawn)],
    lines: ({ draw }) => [['results', 'list', draw!]],
  },
  review: {
    group: 'results',
    offered: anyResults,
    questions: [drawIn('draw', isDrawn), approver],
    lines: reviewLines,
    figures: stepFigures(reviewLines),
    binding: true,
  },
  reviewOf: {
    group: 'results',
    offered: anyResults,
    questions: [drawIn('draw', isDrawn), recordIn('department', () => 'departments'), approver],
    lines: reviewOfLines,
    figures: stepFigures(reviewOfLines),
    binding: true,
  },
  return: {
    group: 'results',
    offered: anyResults,
    questions: [recordIn('result', () => 'results'), publicReason],
    lines: returnLines,
    figures: stepFigures(returnLines),
    binding: true,
  },
  publish: {
    group: 'results',
    offered: anyResults,
    questions: [
      drawIn('draw', isDrawn),
      fresh('publishTo', ({ desk }, { draw }) => desk.say.desk.resultsName(draw!)),
    ],
    lines: ({ draw, publishTo }) => [
      ['results', 'publish', draw!],
      ['publish', 'results', '--draw', draw!, '--to', publishTo!],
    ],
    // The folder is written, and what is written is not taken back.
    figures: stepFigures(({ draw }) => [['results', 'publish', draw!]]),
    binding: true,
  },
  correctResult: {
    group: 'results',
    offered: anyResults,
    questions: [recordIn('result', () => 'results'), changesOfResult, publicReason, approver],
    lines: ({ result, fields, reason, approver }) => [
      [
        ...['results', 'correct', result!, ...setOptions(fields)],
        ...['--reason', reason!, '--approver', approver!],
      ],
    ],
    binding: true,
  },
  caseSheet: {
    group: 'results',
    offered: ({ filled }) => filled.has('targets'),
    questions: [year(), fresh('sheetTo', ({ desk }, { year }) => desk.say.desk.caseSheetName(year!))],
    lines: ({ year, sheetTo }) => [['results', 'sheet', '--cases', year!, '--to', sheetTo!]],
  },
  risk: {
    group: 'results',
    offered: anyResults,
    questions: [
      fresh('proposeTo', ({ desk, state }) => desk.say.desk.riskName(state.today), {
        endings: ['.csv', '.xlsx'],
      }),
    ],
    lines: ({ proposeTo }) => [['propose', 'risk', '--to', proposeTo!]],
  },
  takedown: {
    group: 'results',
    offered: anyResults,
    questions: [],
    lines: takeDownLines,
    figures: stepFigures(takeDownLines),
    binding: true,
  },
} as const satisfies Record<string, Job>

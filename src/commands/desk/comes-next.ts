import type { LibraryName } from '../../core/registry/libraries/field.ts'
import type { OwedSum } from '../../core/report/deadlines.ts'
import type { OfficeState } from '../../store/desk/office-state.ts'
import type { Desk } from '../../terminal/desk.ts'
import { deskWindow } from '../../terminal/desk-window.ts'
import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import type { Sentences } from '../../terminal/sentences/sentences.ts'
import type { Asked } from './answer-all.ts'
import type { Answers } from './work/job.ts'

/** A job that is likely to come next, with what is known of it already. */
export interface Offer {
  readonly job: JobName
  readonly given: Answers
  readonly title: string
  /** How far it had come when it broke off. */
  readonly resumed?: Asked
}

/** What was done last in this sitting. */
export interface Done {
  readonly job: JobName
  readonly answers: Answers
}

/** The registries that a draw cannot do without, in the order in which they refer to each other. */
const NEEDED = [
  'departments',
  'items',
  'targets',
  'inspectors',
  'plan',
] as const satisfies readonly LibraryName[]

/** Those of them that are still empty, the one first that the others refer to. */
export function lackingIn({ filled, itemsBind, engines }: OfficeState): readonly LibraryName[] {
  const isSpared = { departments: false, items: !itemsBind, targets: engines, inspectors: false, plan: false }
  return NEEDED.filter(name => !filled.has(name) && !isSpared[name])
}

/** As many offers as stay in sight above the rest, in most windows and in small ones. */
const MOST = 5
const FEW = 3

/** What comes next, the most likely first: what follows from the last job, then what waits, then what the year brings. */
export function comesNext(
  state: OfficeState,
  owed: readonly OwedSum[],
  done: Done | null,
  { say, world }: Pick<Desk, 'say' | 'world'>,
): readonly Offer[] {
  const { jobs, offers } = say.desk
  if (state.entry < 0) return (['init', 'demo'] as const).map(job => ({ job, given: {}, title: jobs[job] }))
  const lacking = lackingIn(state)
  const plain = (job: JobName, given: Answers = {}): Offer => ({ job, given, title: jobs[job] })
  const offerImport: Offer[] =
    lacking.length === 0
      ? []
      : [
          {
            job: 'import',
            given: {},
            title: offers.lacking(lacking.map(name => say.registry.libraries[name])),
          },
        ]
  const runs = state.waiting.map((draw): Offer => {
    const work = { id: draw.number, name: draw.name }
    const title =
      draw.ahead === null
        ? offers.of(jobs.run, work)
        : offers.due(jobs.run, work, `${draw.ahead.name} ${draw.ahead.due}`)
    return { job: 'run', given: { task: draw.taskId }, title }
  })
  const isReady = (_: Offer, i: number) => state.waiting[i]!.ahead === null
  const freezes =
    lacking.length > 0 ? [] : state.ahead.slice(0, 2).map(task => freezeOf(task, jobs.freeze, offers.of))
  const all = [
    ...afterwards(done, state, owed, say),
    ...offerImport,
    ...runs.filter(isReady),
    ...freezes,
    ...duties(owed, say),
    ...runs.filter((run, i) => !isReady(run, i)),
    ...(lacking.length > 0 ? [] : [plain('import')]),
  ]
  const { columns, rows } = deskWindow(world)
  const isSmall = rows < 30 && columns < 60
  return withoutTwins(all).slice(0, isSmall ? FEW : MOST)
}

/** Each piece of work once, and a job of any draw not beside the same job of one that is at hand. */
function withoutTwins(all: readonly Offer[]): Offer[] {
  const seen = new Set<string>()
  return all.filter(({ job, given }) => {
    const isSeen = seen.has(job + JSON.stringify(given)) || (Object.keys(given).length === 0 && seen.has(job))
    seen.add(job).add(job + JSON.stringify(given))
    return !isSeen
  })
}

/** What may be done with every task that is at work, by the names of the tasks. */
export function offersOfTasks(
  { ahead, waiting, drawn }: OfficeState,
  { desk: { jobs, offers } }: Sentences,
): readonly Offer[] {
  const ofDraw = (job: JobName, { number, name }: OfficeState['drawn'][number]): Offer => ({
    job,
    given: { draw: number },
    title: offers.of(jobs[job], { id: number, name }),
  })
  return [
    ...ahead.flatMap(task => [
      freezeOf(task, jobs.freeze, offers.of),
      { job: 'simulate' as const, given: { task: task.id }, title: offers.of(jobs.simulate, task) },
    ]),
    ...waiting.map(
      ({ number, taskId, name }): Offer => ({
        job: 'run',
        given: { task: taskId },
        title: offers.of(jobs.run, { id: number, name }),
      }),
    ),
    ...drawn.flatMap(draw =>
      (['show', 'export', 'sheet', 'review', 'publish', 'certify', 'substitute'] as const).map(job =>
        ofDraw(job, draw),
      ),
    ),
  ]
}

function freezeOf(
  { id, name }: OfficeState['ahead'][number],
  job: string,
  of: Sentences['desk']['offers']['of'],
): Offer {
  return { job: 'freeze', given: { task: id }, title: of(job, { id, name }) }
}

/** What follows a job whatever was answered. */
const FOLLOWS: Readonly<Partial<Record<JobName, JobName>>> = {
  template: 'import',
  merge: 'mergeVisits',
  engineAdd: 'engineCheck',
  keyNew: 'keyAdd',
  keyAdd: 'keyList',
  checkpoint: 'cosigned',
  stampQuery: 'stampToken',
  witnessInit: 'witnessSign',
}

/** What usually follows a job. */
function afterwards(
  done: Done | null,
  { drawn, waiting }: OfficeState,
  owed: readonly OwedSum[],
  say: Sentences,
): Offer[] {
  const { jobs, offers } = say.desk
  const of = (job: JobName, draw: string | undefined): Offer[] => {
    const at = [...drawn, ...waiting].find(({ number }) => number === draw)
    return at === undefined
      ? []
      : [{ job, given: { draw: at.number }, title: offers.of(jobs[job], { id: at.number, name: at.name }) }]
  }
  const drawOf = (task: string | undefined) => drawn.find(({ taskId }) => taskId === task)?.number
  const follows = done === null ? undefined : FOLLOWS[done.job]
  if (follows !== undefined) return [{ job: follows, given: {}, title: jobs[follows] }]
  switch (done?.job) {
    case 'run':
      return of('export', drawOf(done.answers.task))
    case 'export':
      return [...of('sheet', done.answers.draw), ...of('certify', done.answers.draw)]
    case 'substitute':
      return (['show', 'export', 'sheet'] as const).flatMap(job => of(job, done.answers.draw))
    case 'sheet':
    case 'enter':
      return duties(owed, say).slice(0, 1)
    case 'review':
      return of('publish', done.answers.draw)
    default:
      return []
  }
}

/** What is owed, by what does away with it. */
function duties(owed: readonly OwedSum[], { desk: { jobs, offers } }: Sentences): Offer[] {
  return (['enter', 'review', 'publish', 'take-down'] as const).flatMap((duty): Offer[] => {
    const count = owed.filter(sum => sum.duty === duty).reduce((sum, { owed }) => sum + owed, 0)
    const job = duty === 'take-down' ? 'takedown' : duty
    return count === 0 ? [] : [{ job, given: {}, title: offers.duty(jobs[job], count) }]
  })
}

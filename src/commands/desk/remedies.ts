import type { UserError } from '../../core/refusal.ts'
import type { Answers, Job, Line, Question, Sitting } from './work/job.ts'
import { approver, publicReason, reason } from './work/questions.ts'

/** What a command that was declined may be given to be taken all the same. */
interface Remedy {
  readonly flags: readonly string[]
  readonly asks: readonly ('reason' | 'approver')[]
}

/** What is done about a refusal: a line is added to, or a question is answered otherwise. */
export type Remedied =
  | { readonly kind: 'added'; readonly line: Line }
  | { readonly kind: 'answered'; readonly question: Question; readonly answer: string }

const REASON: Remedy = { flags: [], asks: ['reason'] }
const AGAIN: Remedy = { flags: ['--again'], asks: ['reason', 'approver'] }

/** By the code of the refusal: the same that its hint names as options. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  'period-over': REASON,
  'period-ahead': REASON,
  'twin-frozen': REASON,
  'plan-change-needs-reason': REASON,
  'task-already-drawn': AGAIN,
  'attempt-ended': AGAIN,
  'task-changed-since-freeze': AGAIN,
  'weak-seed': { flags: ['--weak-seed'], asks: ['reason', 'approver'] },
  'results-stand': { flags: ['--despite-results'], asks: [] },
  'reserves-used-up': { flags: ['--leave-empty'], asks: [] },
  'inspector-went': { flags: ['--despite-results'], asks: [] },
}

/** The options that make a refused command taken. */
export const FLAGS_OF_REMEDIES: readonly string[] = Object.values(REMEDIES).flatMap(({ flags }) => flags)

/** Refusals of which another source of the seed is the way out. */
const OF_SOURCES = new Set([
  'source-is-known',
  'source-is-due',
  'source-without-form',
  'no-public-source',
  'one-event-twice',
  'unreadable-source',
  'twin-frozen',
  'weak-seed',
])

/**
 * What a command line is to be added so that it is taken after all, as its refusal says: asked for only where the person
 * says that it is meant. Null where there is no such thing, or they do not.
 */
export async function askRemedy(
  sitting: Sitting,
  { questions }: Job,
  answers: Answers,
  refused: UserError['reason'],
  before: Line,
): Promise<Remedied | null> {
  const { asker, desk } = sitting
  const { options, asksFor } = desk.say.desk
  const remedy = REMEDIES[refused.code]
  const { task } = answers
  // The source of a task of the plan is put into the plan, of those that nobody has frozen yet.
  const canChange = task === undefined || sitting.state.ahead.some(({ id }) => id === task)
  const source =
    OF_SOURCES.has(refused.code) && canChange ? questions.find(({ name }) => name === 'sources') : undefined
  const missing = remedy?.asks.filter(name => !before.includes(`--${name}`)) ?? []
  const isMore = missing.length > 0 || remedy?.flags.some(flag => !before.includes(flag)) === true
  if (!isMore && source === undefined) return null
  const how = await asker.choose(asksFor, [
    ...(source === undefined ? [] : [{ name: options.otherSource, value: 'source' as const }]),
    { name: options.leave, value: 'leave' as const },
    ...(isMore ? [{ name: options.despite, value: 'despite' as const }] : []),
  ])
  switch (how) {
    case 'leave':
      return null
    case 'source':
      return { kind: 'answered', question: source!, answer: await source!.ask(sitting, answers) }
    case 'despite':
      return { kind: 'added', line: await insistedLine(sitting, remedy!, missing, before) }
    default:
      return how satisfies never
  }
}

async function insistedLine(
  sitting: Sitting,
  { flags, asks }: Remedy,
  missing: Remedy['asks'],
  before: Line,
): Promise<Line> {
  // What somebody must approve is told to the public.
  const questions = { reason: asks.includes('approver') ? publicReason : reason, approver }
  const said: string[] = []
  for (const name of missing) said.push(`--${name}`, await questions[name].ask(sitting, {}))
  return [...before, ...flags.filter(flag => !before.includes(flag)), ...said]
}

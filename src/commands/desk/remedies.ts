import type { UserError } from '../../core/refusal.ts'
import type { Line, Sitting } from './work/job.ts'
import { approver, publicReason, reason } from './work/questions.ts'

/** What a command that was declined may be given to be taken all the same. */
interface Remedy {
  readonly flags: readonly string[]
  readonly asks: readonly ('reason' | 'approver')[]
}

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
  'inspector-went': { flags: ['--despite-results'], asks: [] },
}

/**
 * What a command line is to be added so that it is taken after all, as its refusal says: asked for only where the person
 * says that it is meant. Null where there is no such thing, or they do not.
 */
export async function askRemedy(
  sitting: Sitting,
  refused: UserError['reason'],
  before: Line,
): Promise<Line | null> {
  const remedy = REMEDIES[refused.code]
  if (remedy === undefined) return null
  const { flags, asks } = remedy
  const missing = asks.filter(name => !before.includes(`--${name}`))
  if (missing.length === 0 && flags.every(flag => before.includes(flag))) return null
  const { asker, desk } = sitting
  const { options, asksFor } = desk.say.desk
  const isMeant = await asker.choose(asksFor, [
    { name: options.leave, value: false },
    { name: options.despite, value: true },
  ])
  if (!isMeant) return null
  // What somebody must approve is told to the public.
  const questions = { reason: asks.includes('approver') ? publicReason : reason, approver }
  const said: string[] = []
  for (const name of missing) said.push(`--${name}`, await questions[name].ask(sitting, {}))
  return [...before, ...flags.filter(flag => !before.includes(flag)), ...said]
}

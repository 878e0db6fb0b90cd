import type { FrequentTarget } from '../../core/visits/frequency.ts'
import type { NamingDesk } from '../naming.ts'

/** Targets that have had as many visits as a day, a week or a month may have, each with the day from which on they may be visited again; nothing where none has. */
export function frequentLines({ say, named }: NamingDesk, targets: readonly FrequentTarget[]): string[] {
  if (targets.length === 0) return []
  const lines = targets
    .slice(0, TOLD)
    .map(found => `  ${say.visits.full({ ...found, target: named('targets', found.target) })}`)
  const more = targets.length - lines.length
  return [say.visits.frequent(targets.length), ...lines, ...(more > 0 ? [`  ${say.import.more(more)}`] : [])]
}

const TOLD = 20

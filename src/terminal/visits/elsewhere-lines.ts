import { escapeControls } from '../../core/escape-controls.ts'
import type { FoundElsewhere } from '../../core/results/found-by-others.ts'
import type { NamingDesk } from '../naming.ts'

/** What other departments found at whom a draw took, for those who go there (结果互认); nothing where nobody did. */
export function elsewhereLines(
  { say, named }: NamingDesk,
  draw: string,
  { count, told }: FoundElsewhere,
): string[] {
  if (count === 0) return []
  const lines = told.map(
    ({ target, found }) => `  ${say.visits.elsewhereAt(named('targets', target), escapeControls(found))}`,
  )
  const more = count - told.length
  return [say.visits.elsewhere(count, draw), ...lines, ...(more > 0 ? [`  ${say.import.more(more)}`] : [])]
}

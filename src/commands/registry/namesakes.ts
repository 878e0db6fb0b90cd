import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Gathered } from '../../core/registry/import-report.ts'
import type { Store } from '../../store/open.ts'
import { namesakes } from '../../store/registry/registry.ts'

/** Names, beside each code that has lost its digits, the targets of the registry that go by the name in its row. */
export function withNamesakes(store: Store, gathered: Gathered): Gathered {
  const cut = new Set(gathered.issues.map(nameBeside).filter(name => name !== ''))
  if (cut.size === 0) return gathered
  const known = namesakes(store, cut)
  const issues = gathered.issues.map(issue => {
    const ids = known.get(nameBeside(issue))
    return ids === undefined ? issue : ({ ...issue, details: { ...issue.details, namesakes: ids } } as Issue)
  })
  return { ...gathered, issues }
}

function nameBeside(issue: Issue): string {
  const cut =
    issue.code === 'rounded-code' || issue.code === 'code-as-exponent' || issue.code === 'code-as-number'
  return cut ? (issue.details.name ?? '') : ''
}

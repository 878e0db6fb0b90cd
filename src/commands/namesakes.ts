import type { Gathered } from '../core/registry/findings.ts'
import type { Issue } from '../core/registry/issue.ts'
import type { Store } from '../store/open.ts'
import { namesakes } from '../store/registry.ts'

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
  const cut = issue.code === 'code-rounded' || issue.code === 'code-exponent' || issue.code === 'code-number'
  return cut ? (issue.details.name ?? '') : ''
}

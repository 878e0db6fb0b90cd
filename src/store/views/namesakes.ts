import type { Issue } from '../../core/registry/cells/issue.ts'
import type { ImportReport } from '../../core/registry/import-report.ts'
import type { Store } from '../open.ts'
import { namesakes } from '../registry/targets.ts'

/** Names, beside each code that has lost its digits, the targets of the registry that go by the name in its row. */
export function withNamesakes(store: Store, report: ImportReport): ImportReport {
  const cut = new Set(report.issues.map(nameBeside).filter(name => name !== ''))
  if (cut.size === 0) return report
  const known = namesakes(store, cut)
  const issues = report.issues.map(issue => {
    const ids = known.get(nameBeside(issue))
    return ids === undefined ? issue : ({ ...issue, details: { ...issue.details, namesakes: ids } } as Issue)
  })
  return { ...report, issues }
}

function nameBeside(issue: Issue): string {
  const cut =
    issue.code === 'rounded-code' || issue.code === 'code-as-exponent' || issue.code === 'code-as-number'
  return cut ? (issue.details.name ?? '') : ''
}

import type { RuleValues } from './rule-book.ts'

/** What the rules say of proposals of another class of risk. */
export interface RiskTerms {
  /** From low to high. */
  readonly classes: readonly string[]
  /** By how many classes an outcome or an event moves a target up. */
  readonly up: ReadonlyMap<string, number>
  readonly added: boolean
  /** How many visits without a problem move a target down; 0: none do. */
  readonly downVisits: number
  readonly lookBackDays: number
  /** Whether what was reviewed counts before it is published. */
  readonly reviewedCounts: boolean
  readonly casesCount: boolean
  /** The class that a target without one starts from; `''`: nothing is proposed of it. */
  readonly unclassed: string
  /** Whether the classes of the registry are the office's own. */
  readonly setHere: boolean
}

export function riskTermsOf(values: RuleValues): RiskTerms {
  const up = values['risk-up'].split(';').flatMap(pair => {
    const cut = pair.lastIndexOf('=')
    return cut < 0 ? [] : [[pair.slice(0, cut), Number(pair.slice(cut + 1))] as const]
  })
  return {
    classes: values['risk-classes'].split(';'),
    up: new Map(up),
    added: values['risk-up-counted'] === '相加',
    downVisits: Number(values['risk-down-visits']),
    lookBackDays: Number(values['risk-look-back-days']),
    reviewedCounts: values['risk-results'] === '已审核',
    casesCount: values['risk-cases'] === '计入',
    unclassed: values['risk-unclassed'],
    setHere: values['risk-set-by'] === '本机关',
  }
}

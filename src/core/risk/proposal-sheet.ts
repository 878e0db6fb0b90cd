import type { Day } from '../dates.ts'
import type { Document } from '../publication/document.ts'
import { listDocument } from '../publication/document.ts'
import { OUTCOME_WORDS } from '../registry/cells/result-codes.ts'
import { headingOf, library } from '../registry/libraries/library.ts'
import type { RiskTerms } from '../rules/risk-terms.ts'
import { CLEAN } from './grounds.ts'
import { type Evidence, evidenceKey } from './propose.ts'

/** What a person may decide: a class that another body set changes only by its own word. */
export const DECISIONS = ['同意', '不同意', '同意并改动来源等级'] as const
export type Decision = (typeof DECISIONS)[number]

/** A proposal as it is laid before whoever decides. */
export interface RiskProposal {
  readonly id: string
  readonly code: string
  readonly uscc: string
  readonly registration: string
  readonly name: string
  /** The class that stands; empty for none. */
  readonly from: string
  readonly to: string
  readonly moves: number
  readonly evidence: readonly Evidence[]
  /** Where the class that stands came from, in words; empty where the office set it itself or nobody did. */
  readonly source: string
}

const TARGETS = library('targets')

/** The headings of a sheet of proposals. The class stands under its own heading, so that whoever reads the sheet as a list changes nothing. */
export const SHEET = {
  code: headingOf(TARGETS, 'code'),
  uscc: headingOf(TARGETS, 'uscc'),
  registration: headingOf(TARGETS, 'registration'),
  name: headingOf(TARGETS, 'name'),
  from: headingOf(TARGETS, 'risk'),
  to: '建议等级',
  moves: '升降',
  rule: '所依规则',
  evidence: '所依结果',
  source: '现等级来源',
  day: '建议日期',
  decision: '决定',
  reason: '决定理由',
} as const

/** The sheet of proposals (风险等级调整建议表), which a person decides on and `import targets` takes. */
export function proposalSheet(
  file: string,
  proposals: readonly RiskProposal[],
  day: Day,
  terms: RiskTerms,
): Document {
  const headings = Object.values(SHEET)
  const rows = proposals.map(one => {
    const { code, uscc, registration, name, from, to, source, evidence } = one
    const cells: Readonly<Record<keyof typeof SHEET, string>> = {
      ...{ code, uscc, registration, name, from, to, source, day },
      moves: movesText(one.moves),
      rule: ruleText(evidence, terms),
      evidence: evidenceText(evidence),
      decision: '',
      reason: '',
    }
    return Object.keys(SHEET).map(field => cells[field as keyof typeof SHEET])
  })
  return listDocument(file, '信用风险等级调整建议表', '', { headings, rows })
}

export function movesText(moves: number): string {
  return moves > 0 ? `升${moves}级` : `降${-moves}级`
}

/** The rules by which the evidence moves a class, with their values. */
export function ruleText(evidence: readonly Evidence[], { added, downVisits }: RiskTerms): string {
  if (evidence[0]?.ground === CLEAN) return `risk-down-visits=${downVisits}`
  const steps = new Map(evidence.map(({ ground, steps }) => [ground, steps]))
  const pairs = [...steps].map(([ground, count]) => `${ground}=${count}`)
  return `risk-up ${pairs.join(';')}${pairs.length > 1 || evidence.length > 1 ? `（${added ? '相加' : '取最高'}）` : ''}`
}

/** Each piece of evidence: the result, what of it, in words, and the day of the inspection. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return evidence
    .map(one => `${evidenceKey(one)} ${OUTCOME_WORDS.get(one.ground) ?? ''}（${one.inspected}）`)
    .join('；')
}

/** The names of the evidence that {@link evidenceText} wrote. */
export function evidenceIn(text: string): { readonly result: string; readonly ground: string }[] {
  return text.split('；').flatMap(part => {
    const [, result, ground] = /^(\S+) (\S+) /.exec(part.trim()) ?? []
    return result === undefined || ground === undefined ? [] : [{ result, ground }]
  })
}

import { membersIn } from '../registry/cells/cell-result.ts'
import type { Issue } from '../registry/cells/issue.ts'
import { type ResultField, type Said, wrong } from './said.ts'

/** Codes that stand alone: nothing was found, or the firm is no more (注销、被吊销、被撤销、迁出). */
const ALONE: ReadonlySet<string> = new Set(['1', '9', '10', '11', '12'])

/** Codes of a problem that is not settled by itself: somebody must say what became of it. */
const PROBLEMS: ReadonlySet<string> = new Set(['B', 'C', '6', '8', 'A', '2', 'D', '3', '4', '5', 'G'])

/** 后续处置: nothing more is to be done. */
const NOTHING_TO_DO = /^无需(?:后续)?处置$|无需后续处置$/

/** True for codes of which one is a problem that stays open until somebody says what became of it. */
export function isProblem(outcomes: readonly string[]): boolean {
  return outcomes.some(code => PROBLEMS.has(code))
}

/** True where a problem was found, settled on the spot (E) or not. */
export function isFinding(outcomes: readonly string[]): boolean {
  return outcomes.some(code => code === 'E' || PROBLEMS.has(code))
}

/** What is wrong with the outcome of a row and with what followed from it: codes and measures that exclude each other, an end without one. */
export function outcomeFault(said: Said): Issue | null {
  const outcomes = membersIn(said.get('outcome'))
  if (outcomes.length === 0) return wrong(said, 'outcome', 'missing-value', {})
  const alone = outcomes.find(code => ALONE.has(code))
  if (alone !== undefined && outcomes.length > 1)
    return wrong(said, 'outcome', 'result-outcomes-exclude', { alone, others: without(outcomes, alone) })
  const recheck = membersIn(said.get('recheck_outcome'))
  const found = recheck.find(code => ALONE.has(code))
  if (found !== undefined && recheck.length > 1)
    return wrong(said, 'recheck_outcome', 'result-outcomes-exclude', {
      alone: found,
      others: without(recheck, found),
    })
  const measures = membersIn(said.get('measures'))
  const nothing = measures.find(measure => NOTHING_TO_DO.test(measure))
  if (nothing !== undefined && measures.length > 1)
    return wrong(said, 'measures', 'result-measures-exclude', {
      alone: nothing,
      others: without(measures, nothing),
    })
  if (nothing !== undefined && said.get('settled') === '未完结')
    return wrong(said, 'settled', 'result-open-without-need', { measure: nothing })
  const closed = said.get('closed')
  if (closed !== '' && said.get('settled') === '未完结')
    return wrong(said, 'settled', 'result-open-though-closed', { closed })
  if (recheck.length > 0 && said.get('recheck') === '') return wrong(said, 'recheck', 'missing-value', {})
  if (settledBy(said) === '已完结' && isProblem(outcomes) && nothing === undefined && !hasEnd(said))
    return wrong(said, 'settled', 'result-closed-without-end', {
      expected: ['处理结果', '复查结果', '处罚结果'],
    })
  return null
}

/** What was done about a problem, of which there is none beside 未发现问题. */
const DONE_ABOUT = ['deadline', 'case_number', 'receiver', 'transferred', 'penalty'] as const
const DONE_ABOUT_MEASURES = /责令|移送|立案|处罚/

/** Where a row tells a problem, or what was done about it, beside 未发现问题; null where it does not. */
export function problemBesideNone(said: Said): ResultField | null {
  if (!membersIn(said.get('outcome')).includes('1')) return null
  if (said.get('found') !== '') return 'found'
  const measures = membersIn(said.get('measures')).filter(measure => !NOTHING_TO_DO.test(measure))
  if (measures.some(measure => DONE_ABOUT_MEASURES.test(measure))) return 'measures'
  return DONE_ABOUT.find(field => said.get(field) !== '') ?? null
}

/** 完结状态 as it is, or as it follows: nothing to do is settled, and so is what was no problem, or has a day of its end. */
export function settledBy(said: Pick<Said, 'get'>): '已完结' | '未完结' {
  const stated = said.get('settled')
  if (stated === '已完结' || stated === '未完结') return stated
  const nothing = membersIn(said.get('measures')).some(measure => NOTHING_TO_DO.test(measure))
  if (nothing || said.get('closing') !== '' || said.get('closed') !== '') return '已完结'
  return isProblem(membersIn(said.get('outcome'))) ? '未完结' : '已完结'
}

function hasEnd(said: Said): boolean {
  const ends = ['closing', 'recheck_outcome', 'penalty'] as const
  return ends.some(field => said.get(field) !== '')
}

function without(codes: readonly string[], alone: string): string[] {
  return codes.filter(code => code !== alone)
}

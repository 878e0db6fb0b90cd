import type { Issue } from '../registry/cells/issue.ts'
import type { JudgingInput } from './judging-input.ts'
import type { ResultPlace } from './place-of-result.ts'
import { type ResultField, type Said, wrong } from './said.ts'

/** Days that follow the inspection, those that may lie ahead marked. */
const FOLLOWING: readonly (readonly [field: ResultField, ahead: boolean])[] = [
  ['deadline', true],
  ['recheck', false],
  ['transferred', false],
  ['closed', false],
]

/** What is wrong with the days of a row: the inspection after the draw and not ahead, what follows after the inspection. */
export function dayFault(said: Said, { occasion }: ResultPlace, { today }: JudgingInput): Issue | null {
  const inspected = said.get('inspected')
  if (inspected === '') return wrong(said, 'inspected', 'missing-value', {})
  if (inspected > today) return wrong(said, 'inspected', 'result-day-ahead', { today })
  if (occasion.kind === 'draw' && inspected < occasion.runOn) {
    const details = { draw: occasion.number, day: occasion.runOn }
    return wrong(said, 'inspected', 'result-before-draw', details)
  }
  if (occasion.kind === 'case' && inspected !== occasion.day)
    return wrong(said, 'inspected', 'result-other-day', { visit: occasion.number, day: occasion.day })
  for (const [field, ahead] of FOLLOWING) {
    const day = said.get(field)
    if (day === '') continue
    if (day < inspected) return wrong(said, field, 'result-day-order', { inspected })
    if (!ahead && day > today) return wrong(said, field, 'result-day-ahead', { today })
  }
  return null
}

/** An inspection outside the period of its draw, which may have been so all the same. */
export function isOutsidePeriod(said: Said, { occasion }: ResultPlace): boolean {
  const inspected = said.get('inspected')
  return occasion.kind === 'draw' && (inspected < occasion.from || occasion.to < inspected)
}

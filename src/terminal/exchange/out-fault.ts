import { escapeControls } from '../../core/escape-controls.ts'
import type { OutFault } from '../../core/exchange/outgoing.ts'
import type { Desk } from '../desk.ts'
import { columnLetters, placeText } from '../reports/issue.ts'
import type { Sentences } from '../sentences/sentences.ts'

/** A value that the other side would refuse: its place, the value, what is wrong and what would be right, the record here. */
export function faultLine({ say, colours }: Desk, fault: OutFault): string {
  const { value, id } = fault
  const shown = value === '' ? '' : say.import.quoted(escapeControls(value).slice(0, 80))
  const place = colours.err.place(placeText(say, fault))
  return `${place}${shown}${say.published.between}${faultSentence(say, fault)}${say.exchange.ofRecord(escapeControls(id))}`
}

/** What is wrong with it, and what would be right. */
export function faultSentence(say: Sentences, { problem }: OutFault): string {
  const write = say.exchange.problems[problem.kind] as (problem: OutFault['problem']) => string
  return escapeControls(write(problem))
}

/** The same for scripts. */
export function faultData(say: Sentences, fault: OutFault): unknown {
  const { row, column, heading, value, id, problem } = fault
  const { kind: code, ...details } = problem
  const sentence = faultSentence(say, fault)
  return { row, column: columnLetters(column), heading, value, id, code, details, sentence }
}

import { escapeControls } from '../../core/escape-controls.ts'
import type { Issue, Place } from '../../core/registry/cells/issue.ts'
import type { Sentences } from '../sentences/sentences.ts'

/** One issue: its place, the value as written, what is wrong with it and how to put it right. */
export function issueText(say: Sentences, issue: Issue, place: (text: string) => string): string {
  const value = issue.value === '' ? '' : say.import.quoted(escapeControls(issue.value).slice(0, 80))
  return `${place(placeText(say, issue))}${value}${say.published.between}${issueSentence(say, issue)}`
}

/** What is wrong with a value, in one sentence. */
export function issueSentence(say: Sentences, issue: Issue): string {
  const write = say.issues[issue.code] as (details: Issue['details'], value: string) => string
  return escapeControls(write(issue.details, issue.value))
}

/** A place as a spreadsheet names it. */
export function placeText(say: Sentences, { row, column, heading, sheet }: Place): string {
  const place = say.import.place(
    row,
    column === null ? null : columnLetters(column),
    heading === null ? null : escapeControls(heading),
  )
  return sheet === undefined ? place : say.import.inSheet(escapeControls(sheet), place)
}

/** Columns as a spreadsheet names them: A … Z, AA … */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** The same for scripts. */
export function issueData(say: Sentences, issue: Issue): unknown {
  const { row, heading, value, code, details, sheet } = issue
  const column = issue.column === null ? null : columnLetters(issue.column)
  return {
    ...(sheet === undefined ? {} : { sheet }),
    row,
    column,
    heading,
    value,
    code,
    details,
    sentence: issueSentence(say, issue),
  }
}

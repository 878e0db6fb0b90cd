import { publishedText, textGiven } from '../../../core/approval/approval.ts'
import type { Day } from '../../../core/dates.ts'
import { type Reason, UserError } from '../../../core/refusal.ts'
import { cleanNarrow } from '../../../core/registry/cells/clean.ts'
import { contextOf, NOTHING_KNOWN } from '../../../core/registry/cells/context.ts'
import { parseDay, readYear } from '../../../core/registry/cells/date.ts'
import type { Field, LibraryName } from '../../../core/registry/libraries/field.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { sentenceOf } from '../../../terminal/desk.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import type { Sentences } from '../../../terminal/sentences/sentences.ts'
import { cellRead, cellReading } from '../../registry/ask-cell.ts'
import type { Answers, Sitting } from './job.ts'

/** An answer as it is understood, or why it is none. */
export type Reading = { readonly value: string } | { readonly fault: string }

/** How a typed answer is understood, which is not empty and has no blanks around it. */
export type Read = (text: string, sitting: Sitting, answers: Answers) => Reading | Promise<Reading>

/**
 * What the command that gets this answer would say to it: `judge` gives the answer as it is taken, or throws the refusal.
 * So nobody hears at the end of all questions what was wrong with the first.
 */
export function judged(
  judge: (text: string, sitting: Sitting, answers: Answers) => string | Promise<string>,
): Read {
  return async (text, sitting, answers) => {
    try {
      return { value: await judge(text, sitting, answers) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { fault: refusalWords(sitting.desk.say, error.reason) }
    }
  }
}

/** The sentence of a refusal, without the name of the program before it; its hint too, where that tells of no option. */
export function refusalWords(say: Sentences, reason: Reason): string {
  const [state, hint = ''] = sentenceOf(say, reason).map(line => line.replace(BEFORE, ''))
  return hint === '' || /--|\bssj /.test(hint) ? state! : say.desk.withHint(state!, hint)
}

/** What stands before a sentence: the program, that it is a hint, that it is about an option. */
const BEFORE = /^ssj: (?:提示：|hint: )?(?:选项 |option )?/

/** Words that the public will read: none of them may tell of a person. */
export function publicWords(name: QuestionName): Read {
  return judged((text, { desk }) => publishedText(desk.say.desk.labels[name], text))
}

/** Words that stay in the ledger. */
export function plainWords(name: QuestionName): Read {
  return judged((text, { desk }) => textGiven(desk.say.desk.labels[name], text))
}

/** A day as people write it, 2026年3月1日 and full-width figures among them; `fits` says more about it. */
export function dayThat(
  fits: (day: Day, sitting: Sitting, answers: Answers) => string | null | Promise<string | null> = () => null,
): Read {
  return async (text, sitting, answers) => {
    const day = parseDay(cleanNarrow(text).text)?.value
    if (day === undefined) return { fault: sitting.desk.say.desk.badDay }
    const fault = await fits(day, sitting, answers)
    return fault === null ? { value: day } : { fault }
  }
}

/** A year, with 年 or without. */
export const yearRead: Read = (text, { desk }) => {
  const read = readYear(cleanNarrow(text).text)
  return 'value' in read ? { value: read.value } : { fault: desk.say.desk.badYear }
}

/** The value of a field of a registry, read as a row of a file would be. */
export function asField(of: LibraryName, name: string): Read {
  const field = fieldOf(of, name)
  return (text, { desk }) => cellReading(desk, library(of), field, text)
}

/** The same of a field that refers to nothing, where there is no database yet. */
export function asOwnField(of: LibraryName, name: string): Read {
  const field = fieldOf(of, name)
  return (text, { desk }) => cellRead(desk, field, text, contextOf(NOTHING_KNOWN))
}

/** A field of a registry by its name. */
export function fieldOf(of: LibraryName, name: string): Field {
  const { fields, later = [] }: { readonly fields: readonly Field[]; readonly later?: readonly Field[] } =
    library(of)
  return [...fields, ...later].find(field => field.name === name)!
}

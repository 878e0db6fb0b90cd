import type { Option } from '@commander-js/extra-typings'
import { OFFICE_BOOK } from '../core/office/office-book.ts'
import { LIBRARIES } from '../core/registry/libraries/field.ts'
import { REPORT_KINDS } from '../core/report/report-kinds.ts'
import { RULE_BOOK } from '../core/rules/rule-book.ts'
import { SHELLS } from './shells.ts'

/** What an argument may be, where it is one of a few words: by the words of its command and its own name. */
const OF_ARGUMENTS: Readonly<Record<string, () => readonly string[]>> = {
  library: () => LIBRARIES,
  shell: () => SHELLS,
  'rules show name': () => RULE_BOOK.map(({ name }) => name),
  'rules set name': () => RULE_BOOK.map(({ name }) => name),
  'office show name': () => OFFICE_BOOK.map(({ name }) => name),
  'publish list': () => ['items', 'plan', 'results'],
  'report name': () => REPORT_KINDS,
}

/** The words that an argument may be; none where it may be anything. */
export function choicesOfArgument(words: readonly string[], name: string): readonly string[] {
  return (OF_ARGUMENTS[[...words, name].join(' ')] ?? OF_ARGUMENTS[name])?.() ?? []
}

/** The words that an option may be, which its parser knows. */
export function choicesOfOption(option: Option): readonly string[] {
  return (option.parseArg as { choices?: readonly string[] } | undefined)?.choices ?? []
}

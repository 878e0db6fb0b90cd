import type { Option } from '@commander-js/extra-typings'
import { DIALECTS } from '../core/engine/engine.ts'
import { OFFICE_BOOK } from '../core/office/office-book.ts'
import { LAYOUTS } from '../core/publication/lists/layouts.ts'
import { LIBRARY_NAMES } from '../core/registry/libraries/library.ts'
import { REPORT_KINDS } from '../core/report/report-kinds.ts'
import { RULE_BOOK } from '../core/rules/rule-book.ts'
import { SHELLS } from './shells.ts'

/**
 * What may stand at a place of a command line: one of a few words, the path of a file or folder, what the database knows
 * under a name, or anything.
 */
export type Place =
  | { readonly words: readonly string[] }
  | { readonly path: true }
  | { readonly known: 'task' | 'draw' | 'department' | 'item' | 'engine' }

const ANYTHING: Place = { words: [] }
const PATH: Place = { path: true }
const YES_OR_NO: Place = { words: ['是', '否', 'yes', 'no'] }
const OF_OFFICE: Place = { words: OFFICE_BOOK.map(({ name }) => name) }
const RULE: Place = { words: RULE_BOOK.map(({ name }) => name) }
const ENGINE: Place = { known: 'engine' }
const DRAW: Place = { known: 'draw' }

/** Arguments, by the words of their command and their own name, or by their name alone. */
const OF_ARGUMENTS: Readonly<Record<string, Place>> = {
  library: { words: LIBRARY_NAMES },
  shell: { words: SHELLS },
  'rules show name': RULE,
  'rules set name': RULE,
  'office show name': OF_OFFICE,
  'publish list': { words: ['items', 'plan', 'results'] },
  'report name': { words: REPORT_KINDS },
  'engine change name': ENGINE,
  'engine check name': ENGINE,
  'engine remove name': ENGINE,
  task: { known: 'task' },
  draw: DRAW,
  draws: DRAW,
  which: DRAW,
  file: PATH,
  files: PATH,
  folder: PATH,
  layout: PATH,
}

/** Options that are not one of the words that their parser knows, nor a path by what stands for their value. */
const OF_OPTIONS: Readonly<Record<string, Place>> = {
  '--draw': DRAW,
  '--task': { known: 'task' },
  '--department': { known: 'department' },
  '--lead': { known: 'department' },
  '--with': { known: 'department' },
  '--items': { known: 'item' },
  '--engine': ENGINE,
  '--avoid-station': YES_OR_NO,
  '--balance': YES_OR_NO,
  '--publish-list': YES_OR_NO,
  '--rotate': YES_OR_NO,
  '--kind': { words: ['定向', '不定向', '专项'] },
  '--joint': { words: ['任一', '全部', '同往'] },
  '--exclude-drawn': { words: ['否', '本年', '近3年', '本年同部门', '近3年同事项'] },
  '--rounding': { words: ['ceil', 'round', 'floor'] },
  '--on-conflict': { words: ['fail', 'newest', 'keep'] },
  '--encoding': { words: ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] },
  '--delimiter': { words: [',', ';', 'tab'] },
  '--dialect': { words: DIALECTS },
  '--layout': { words: [...new Set(LAYOUTS.map(({ name }) => name))] },
}

/** What an argument of a command may be. */
export function placeOfArgument(words: readonly string[], name: string): Place {
  return OF_ARGUMENTS[[...words, name].join(' ')] ?? OF_ARGUMENTS[name] ?? ANYTHING
}

/** What the value of an option may be. */
export function placeOfOption({ long, flags, parseArg }: Option): Place {
  const { choices } = (parseArg ?? {}) as { choices?: readonly string[] }
  if (choices !== undefined) return { words: choices }
  return /<(?:file|folder)\b/.test(flags) ? PATH : (OF_OPTIONS[long ?? ''] ?? ANYTHING)
}

/** The words that an argument may be; none where it may be anything. */
export function choicesOfArgument(words: readonly string[], name: string): readonly string[] {
  const place = placeOfArgument(words, name)
  return 'words' in place ? place.words : []
}

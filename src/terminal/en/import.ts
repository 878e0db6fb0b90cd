import type { FieldDifference } from '../../core/registry/cells/issue.ts'
import type { LargeRemoval } from '../../core/registry/large-removal.ts'
import type * as zh from '../zh-CN/import.ts'

const orLike = (nearest: string | null) => (nearest === null ? '' : `; the nearest is “${nearest}”`)

const both = (fields: readonly FieldDifference[]) => {
  const told = fields
    .slice(0, 3)
    .map(({ field, was, becomes }) => `${field} is “${was}” there and “${becomes}” here`)
  return told.join('; ') + (fields.length > 3 ? `; ${fields.length - 3} more differ` : '')
}

const known = ({ name, namesakes = [] }: { name?: string; namesakes?: readonly string[] }) =>
  namesakes.length === 0 ? '' : `; in the registry “${name}” is ${namesakes.join(', ')}`

const candidates = (codes: readonly string[]) =>
  codes.length === 0 ? '' : `; it may have been ${codes.join(', ')}`

const part = ({ heading, value, before, gone }: LargeRemoval) =>
  `${gone} of ${before} records ${value === '' ? 'of the whole registry' : `with ${heading} “${value}”`}`

const several = (parts: readonly LargeRemoval[]) =>
  parts.slice(0, 5).map(part).join(', ') + (parts.length > 5 ? ` and ${parts.length - 5} more parts` : '')

export const importReasons: typeof zh.importReasons = {
  'no-such-map': ({ name, nearest }) => [
    `no headings are kept under the name “${name}”${orLike(nearest)}`,
    '--map takes HEADING=FIELD, or a name that --save-map was given',
  ],
  'unknown-map-field': ({ pair, field, nearest, library }) => [
    `cannot map “${pair}”: there is no field “${field}”${orLike(nearest)}`,
    `ssj template ${library} --headings en lists the fields`,
  ],
  'no-such-field': ({ library, field, nearest }) => [
    `there is no field “${field}”${orLike(nearest)}`,
    `ssj template ${library} --headings en lists the fields`,
  ],
  'duplicate-field': ({ field, heading }) => [
    field === heading
      ? `“${heading}” is given twice: leave one`
      : `“${field}” is another name of “${heading}”, which is given too: leave one`,
  ],
  'large-removal': ({ file, parts }) => [
    `“${file}” was not imported: it would retire ${several(parts)} (more than 30 %)`,
    'look at it with --dry-run; add --yes when it is meant',
  ],
}

export const importIssues: typeof zh.importIssues = {
  'rounded-code': details =>
    `a spreadsheet turned the last digits into 0${candidates(details.candidates)}${known(details)}`,
  'code-as-number': details =>
    `is a number in the workbook, digits after the 15th are lost: export it again as text${candidates(details.candidates)}${known(details)}`,
  'code-as-exponent': details =>
    `a spreadsheet turned it into E notation and its digits are lost: export it again from its source${known(details)}`,
  'duplicate-id': ({ id, other, fields }) =>
    `${id} stands in row ${other} too, with other content: ${both(fields)}`,
  conflict: ({ id, departments, fields }) =>
    `${id} contradicts what ${departments} registered: ${both(fields)}`,
  'duplicate-firm': ({ id, twin, other, fields }) =>
    `is the same firm as ${twin} ${other === null ? 'in the registry' : `in row ${other}`} (same registration number), with other content: ${both(fields)}; the code of this row is ${id}`,
}

export const issueKinds: typeof zh.issueKinds = {
  'missing-value': 'empty but needed',
  'control-character': 'control character',
  'invalid-id-character': 'character not for an id',
  'lost-zeros': 'leading zeros lost',
  'uscc-length': 'length of code',
  'uscc-alphabet': 'character of code',
  'uscc-check': 'check character of code',
  'rounded-code': 'code cut by a spreadsheet',
  'code-as-number': 'code stored as a number',
  'error-cell': 'error value in a cell',
  'code-as-exponent': 'code in E notation',
  'registration-check': 'registration number',
  'invalid-date': 'not a date',
  'reversed-dates': 'dates reversed',
  'invalid-days': 'not days',
  'invalid-period': 'not a period',
  'period-without-year': 'year missing',
  'invalid-yesno': 'not yes or no',
  'invalid-count': 'not a whole number',
  'invalid-choice': 'not one of the choices',
  'invalid-rate': 'not a rate',
  'rate-above-100': 'rate too high',
  'invalid-rates': 'not rates by class',
  'invalid-reserve': 'not a reserve',
  'invalid-team': 'not seats',
  'invalid-condition': 'not a condition',
  'unknown-field': 'no such field',
  'field-is-list': 'field cannot be a stratum',
  'invalid-source': 'seed source',
  'duplicate-source': 'seed source twice',
  'missing-heading': 'heading missing',
  'duplicate-heading': 'heading twice',
  'unknown-heading': 'heading not known',
  'no-headings': 'no headings',
  'wrong-column-count': 'number of columns',
  'missing-id': 'no id',
  'duplicate-id': 'twice in the file',
  conflict: 'contradicts other departments',
  'duplicate-firm': 'one firm, two numbers',
  'unknown-department': 'department not known',
  'several-departments': 'several departments',
  'ambiguous-department': 'name of two departments',
  'unknown-item': 'item not known',
  'unknown-inspector': 'inspector not known',
  'unknown-target': 'target not known',
  'rate-and-count': 'rate and count',
  'no-rate-or-count': 'neither rate nor count',
  'lead-among-partners': 'lead department twice',
  'team-of-other-department': 'seats of another department',
}

export const importing: typeof zh.importing = {
  byKind: kinds => `  issues: ${kinds}`,
  settled: count => `  conflicts settled by --on-conflict: ${count}`,
  shrinkage: one => `  would retire ${part(one)} (more than 30 %)`,
  largeChange: file => `${file}: retire them and import?`,
  changedTo: (field, was, becomes) => `${field} “${was}” → “${becomes}”`,
  changed: (id, line, fields) => `  row ${line} ${id}: ${fields}`,
  moreChanges: count => `  … ${count} more changes; --json has them all`,
  sameFile: entry => `  the same file as entry ${entry} imported; nothing changed`,
  savedMap: name => `  the headings are kept as “${name}”: next time say --map ${name}`,
  mapUnused: headings => `  headings of --map that the file does not have: ${headings}`,
  notRead: file => `ssj: ${file} was not imported:`,
}

export const LIBRARY_NAMES: typeof zh.LIBRARY_NAMES = {
  departments: 'departments',
  items: 'inspection items',
  targets: 'targets',
  inspectors: 'inspectors',
  experts: 'experts',
  recusals: 'recusals',
  plan: 'annual plan',
  results: 'results',
}

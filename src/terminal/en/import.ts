import type { FieldDifference } from '../../core/registry/issue.ts'
import type { Shrinkage } from '../../core/registry/shrinkage.ts'
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

const part = ({ heading, value, before, gone }: Shrinkage) =>
  `${gone} of ${before} records ${value === '' ? 'of the whole registry' : `with ${heading} “${value}”`}`

const several = (parts: readonly Shrinkage[]) =>
  parts.slice(0, 5).map(part).join(', ') + (parts.length > 5 ? ` and ${parts.length - 5} more parts` : '')

export const importReasons: typeof zh.importReasons = {
  'map-none': ({ name, nearest }) => [
    `no headings are kept under the name “${name}”${orLike(nearest)}`,
    '--map takes HEADING=FIELD, or a name that --save-map was given',
  ],
  'map-field': ({ pair, field, nearest, library }) => [
    `cannot map “${pair}”: there is no field “${field}”${orLike(nearest)}`,
    `ssj template ${library} --headings en lists the fields`,
  ],
  'field-none': ({ library, field, nearest }) => [
    `there is no field “${field}”${orLike(nearest)}`,
    `ssj template ${library} --headings en lists the fields`,
  ],
  'field-twice': ({ field, heading }) => [
    field === heading
      ? `“${heading}” is given twice: leave one`
      : `“${field}” is another name of “${heading}”, which is given too: leave one`,
  ],
  'large-change': ({ file, parts }) => [
    `“${file}” was not imported: it would retire ${several(parts)} (more than 30 %)`,
    'look at it with --dry-run; add --yes when it is meant',
  ],
}

export const importIssues: typeof zh.importIssues = {
  'code-rounded': details =>
    `a spreadsheet turned the last digits into 0${candidates(details.candidates)}${known(details)}`,
  'code-number': details =>
    `is a number in the workbook, digits after the 15th are lost: export it again as text${candidates(details.candidates)}${known(details)}`,
  'code-exponent': details =>
    `a spreadsheet turned it into E notation and its digits are lost: export it again from its source${known(details)}`,
  'id-twice': ({ id, other, fields }) =>
    `${id} stands in row ${other} too, with other content: ${both(fields)}`,
  conflict: ({ id, departments, fields }) =>
    `${id} contradicts what ${departments} registered: ${both(fields)}`,
  'firm-twice': ({ id, twin, other, fields }) =>
    `is the same firm as ${twin} ${other === null ? 'in the registry' : `in row ${other}`} (same registration number), with other content: ${both(fields)}; the code of this row is ${id}`,
}

export const issueKinds: typeof zh.issueKinds = {
  'needed-empty': 'empty but needed',
  'control-character': 'control character',
  'id-character': 'character not for an id',
  'zeros-lost': 'leading zeros lost',
  'uscc-length': 'length of code',
  'uscc-alphabet': 'character of code',
  'uscc-check': 'check character of code',
  'code-rounded': 'code cut by a spreadsheet',
  'code-number': 'code stored as a number',
  'cell-error': 'error value in a cell',
  'code-exponent': 'code in E notation',
  'registration-check': 'registration number',
  'date-none': 'not a date',
  'dates-reversed': 'dates reversed',
  'days-none': 'not days',
  'period-none': 'not a period',
  'period-year': 'year missing',
  'yesno-none': 'not yes or no',
  'count-none': 'not a whole number',
  'choice-none': 'not one of the choices',
  'rate-none': 'not a rate',
  'rate-above': 'rate too high',
  'rates-none': 'not rates by class',
  'reserve-none': 'not a reserve',
  'team-none': 'not seats',
  'condition-none': 'not a condition',
  'field-unknown': 'no such field',
  'field-list': 'field cannot be a stratum',
  'source-none': 'seed source',
  'source-double': 'seed source twice',
  'heading-missing': 'heading missing',
  'heading-double': 'heading twice',
  'heading-unknown': 'heading not known',
  'headings-none': 'no headings',
  'columns-count': 'number of columns',
  'id-none': 'no id',
  'id-twice': 'twice in the file',
  conflict: 'contradicts other departments',
  'firm-twice': 'one firm, two numbers',
  'department-unknown': 'department not known',
  'department-several': 'several departments',
  'department-double': 'name of two departments',
  'item-unknown': 'item not known',
  'inspector-unknown': 'inspector not known',
  'target-unknown': 'target not known',
  'rate-and-count': 'rate and count',
  'rate-nor-count': 'neither rate nor count',
  'lead-twice': 'lead department twice',
  'team-stranger': 'seats of another department',
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

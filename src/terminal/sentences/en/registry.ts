import { hasDayForm } from '../../../core/registry/cells/date.ts'
import { DOUBT_WORDS } from '../../../core/registry/cells/doubt.ts'
import type { CutCode, FieldDifference } from '../../../core/registry/cells/issue.ts'
import type { LargeChange } from '../../../core/registry/large-change.ts'
import { hintsEn } from '../hints/hints-en.ts'
import { riskEn } from '../risk/words-en.ts'
import type { RegistrySentences } from '../topics/registry.ts'
import { holidayFault } from './holiday-fault.ts'
import { counted, LIBRARIES, libraryNamed, listed, namesakes, orLike, removal } from './phrases.ts'
import { resultIssuesEn } from './results.ts'

export const registryEn: RegistrySentences = {
  reasons: {
    'unknown-library': ({ name, nearest, known }) => [
      `there is no library “${name}”${orLike(nearest)}`,
      `the libraries are ${listed(known)}`,
    ],
    'no-such-map': ({ name, nearest }) => [
      `no column mapping is saved as “${name}”${orLike(nearest)}`,
      '--map takes HEADING=FIELD, or a name saved with --save-map',
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
        ? `“${heading}” is given twice: keep only one`
        : `“${field}” is another name for “${heading}”, which is also given: keep only one`,
    ],
    'large-removal': ({ file, parts }) => [
      `“${file}” was not imported: it would ${several(parts)} (more than 30%)`,
      'inspect it with --dry-run; if it is intended, add --yes',
    ],
    'invalid-where': ({ where, sentence }) => [`cannot select by “${where}”: ${sentence}`],
    'ambiguous-task': ({ task, candidates }) => [
      `tasks of several years go by the number “${task}”: ${listed(candidates)}`,
      `write the year as well, such as ${candidates.at(-1)}`,
    ],
    'no-such-record': ({ library, id, nearest }) => [
      `there is no “${id}” in ${libraryNamed(library)}${orLike(nearest)}`,
    ],
    'faulty-holidays': ({ file, faults }) => [
      `${file === '' ? '' : `${file}: `}working days cannot be reckoned with the table of holidays: ${faults.map(holidayFault).join('; ')}`,
      'compare it with the notice of the State Council’s office; a file takes the place of a year’s whole table with import holidays FILE --replace',
    ],
    'invalid-value': ({ library, heading, value, sentence }) => [
      `cannot write to ${libraryNamed(library)}: ${heading === '' ? '' : `${heading} “${value}”: `}${sentence}`,
    ],
  },
  issues: {
    ...resultIssuesEn,
    ...riskEn.issues,
    'missing-value': () => 'must not be empty',
    'too-long': ({ limit, found }) => `this has ${found} characters; such a cell has ${limit} at most`,
    'control-character': ({ character }) => `contains the control character ${character}`,
    'invalid-id-character': ({ character }) =>
      /[=+\-@]/.test(character)
        ? `an id must not begin with “${character}”`
        : `an id must not contain “${character}”`,
    'lost-zeros': ({ id }) =>
      `the registry has “${id}”: a spreadsheet seems to have removed the leading zeros; write them again`,
    'uscc-length': ({ found }) => `a unified social credit code has 18 characters; this one has ${found}`,
    'uscc-alphabet': ({ character, suggestion }) =>
      `“${character}” never occurs in a unified social credit code${suggestion === null ? '' : `; perhaps it is ${suggestion}`}`,
    'uscc-check': () => `the check character does not hold: compare it with the original; ${AS_REGISTERED}`,
    'no-code': () =>
      'one character over and over is no number; leave the cell empty and give a 对象编号 instead',
    'old-registration': () => `an old registration number, in which nothing can be checked; ${AS_REGISTERED}`,
    'identity-number': () =>
      "a resident's identity number is no code; give the credit code, the registration number or a 对象编号 of your own",
    'error-cell': () => 'this is an error value, or a word for none; its content is lost',
    'doubtful-value': ({ doubt, inspectors = [] }) =>
      `doubtful (${DOUBT_WORDS[doubt] ?? doubt}${inspectors.length === 0 ? '' : `: ${inspectors.join(', ')}`}), which the rule refused-doubts refuses; correct it, or change the rule`,
    'formula-without-value': () =>
      'this is a formula whose result the file does not hold; open and save it once in Excel or WPS',
    'registration-check': ({ found }) =>
      found === 15
        ? `the check digit does not hold: compare it with the original; ${AS_REGISTERED}`
        : `a registration number has 15 digits; this one has ${found} characters`,
    'invalid-date': (_, value) =>
      hasDayForm(value) ? 'there is no such day in the calendar' : 'not a date; write it as 2026-03-01',
    'reversed-dates': ({ from, to }) => `the period runs backwards: ${from} is after ${to}`,
    'invalid-days': () =>
      'not a day or a period; write 2026-08-01~2026-08-10, with semicolons between several',
    'invalid-period': () => 'not a period; write it as 2026-03-01~2026-06-30',
    'invalid-year': () => 'not a year; write its four digits, such as 2026',
    'period-without-year': () => 'the year is missing; write 2026年3月—12月 or 2026-03-01~2026-12-31',
    'invalid-yesno': () => 'must be 是 or 否',
    'invalid-count': () => 'must be a whole number',
    'invalid-choice': ({ choices }) => `must be one of ${listed(choices)}`,
    'invalid-rate': ({ seems }) =>
      seems === 'range'
        ? 'this is a range; decide on one rate, such as 3%'
        : seems === 'count'
          ? 'this is a number of targets; put it in the column 抽查数量 and leave this one empty'
          : 'not a rate; write 3%, 2‰, 0.03 or 全部',
    'rate-above-100': (_, value) =>
      `the rate is above 100%${/^[\d.]+$/.test(value) ? `; if ${value}% is meant, write the “%”` : ''}`,
    'invalid-rates': ({ part }) => `cannot understand “${part}”; write A=1%;B=3%;C=10%;D=30%`,
    'invalid-reserve': () => 'must be a share (20%) or a count (5)',
    'invalid-team': ({ part }) =>
      `cannot understand the seats “${part}”; write 2, or 组长,食品,任意, or DEPARTMENT:组长,任意;DEPARTMENT:2`,
    'invalid-condition': ({ part }) =>
      `cannot understand the condition “${part}”; write FIELD=VALUE,VALUE;FIELD>=VALUE;FIELD~TEXT;FIELD=空 (empty)`,
    'unknown-field': ({ field, nearest }) => `there is no field “${field}”${orLike(nearest)}`,
    'field-is-list': ({ field }) =>
      `a target can have several values of “${field}”, so it cannot define strata`,
    'field-not-public': ({ field }) =>
      `the names of strata are published and “${field}” may not be, so it cannot define strata`,
    'invalid-source': ({ part }) => `a seed source must not contain “=”: “${part}”`,
    'duplicate-source': ({ source }) => `the seed source “${source}” is given twice`,
    'malformed-source': ({ source }) =>
      `“${source}” is not a valid seed source: a name that begins with drand/ or secret/ must be complete (drand/quicknet/ROUND; to seal, use --sealed); call any other source something else`,
    'unknown-source-form': ({ source, form }) =>
      `seed source “${source}”: “${form}” is no form; forms are dice/25 (or 骰子/25), digits/5, numbers/6/33+1/16, hex/64, drand/quicknet/ROUND, text, as in NAME:digits/5; lotteries that are known by name need none`,
    'invalid-source-due': ({ source, due, expected }) =>
      `seed source “${source}”: “${due}” does not say when its value will be known; write @${expected}`,
    'missing-heading': ({ heading }) => `the heading “${heading}” is missing`,
    'duplicate-heading': ({ heading }) =>
      `the heading “${heading}” occurs twice; rename or delete one of the columns`,
    'unknown-heading': ({ nearest }, value) =>
      `unknown heading${orLike(nearest)}; correct it, delete the column, or use --map ${value}=${nearest ?? 'FIELD'}`,
    'no-headings': ({ expected, sheets }) =>
      `no headings found in the first rows; expected ${listed(expected)}${sheets.length === 0 ? '' : `; the workbook also has ${listed(sheets)}, which --sheet can select`}; --header-row says where they stand`,
    'wrong-column-count': ({ expected, found }) => `expected ${expected} columns, found ${found}`,
    'held-back': ({ what }) =>
      what === 'surplus'
        ? 'this stood beyond the headings: put it back into its column, then empty this cell'
        : 'this row was damaged in its file: compare it with the original, then empty this cell',
    'undecodable-bytes': ({ bytes }) =>
      `bytes that are no text: ${bytesShown(bytes)} (shown as �); correct them from the original`,
    'not-registered': ({ lacks }) =>
      `the registry has no such id: without the heading ${listed(lacks)} a file can only change records that stand`,
    'missing-id': ({ headings }) => `no id: fill in at least one of ${listed(headings)}`,
    'unknown-department': ({ name, nearest }) =>
      `there is no department “${name}”${nearest === null ? '; if it is new, import it first; if not, add the name to the aliases of a department' : orLike(nearest)}`,
    'several-departments': ({ names }) =>
      `this column takes one department, but ${names.length} are given: ${listed(names)}`,
    'answers-for-itself': () =>
      'this is the number of the target itself; write the USCC, registration number or name of the firm that answers for it',
    'several-firms': ({ names }) =>
      `this column is for one firm, and names ${names.length}: ${listed(names)}; write the one that letters go to`,
    'ambiguous-department': ({ name, other }) =>
      `the name “${name}” also belongs to ${other}: write the code`,
    'several-of-name': ({ name, codes }) => namesakes(name, codes),
    'ambiguous-item': ({ name, codes }) =>
      `${codes.length} items are called “${name}” (${listed(codes.slice(0, 5))}); write the code of the one that is meant`,
    'unknown-item': ({ name, nearest }) => `there is no item “${name}”${orLike(nearest)}`,
    'unknown-code': ({ table, code, known }) =>
      `code table “${table}” has no “${code}”${known.length === 0 ? ' (it is empty still)' : `, only ${listed(known)}`}; ask the other side and add a row to ${table}.csv`,
    'unknown-number': ({ library, number, ids }) =>
      ids.length === 0
        ? `nothing in ${libraryNamed(library)} has the number “${number}”: write it to our record first`
        : `several in ${libraryNamed(library)} have the number “${number}”: ${listed(ids)}`,
    'ambiguous-task': ({ candidates }) =>
      `tasks of several years go by this number (${listed(candidates)}): write the year as well, such as ${candidates.at(-1)}`,
    'year-contradicts-number': ({ year }) => `the number names another year than ${year}: make both the same`,
    'period-of-other-year': ({ task, year }) =>
      `is not in the year of task ${task}; for a new task of ${year} write its name and lead department too, to move this one write the year (年度) ${task.slice(0, 4)}`,
    'unknown-inspector': ({ name, nearest }) => `there is no inspector “${name}”${orLike(nearest)}`,
    'unknown-target': ({ name }) => `there is no target “${name}”`,
    'rate-and-count': () => 'give a rate or a count, not both',
    'no-rate-or-count': () => 'give a rate, rates by stratum, or a count',
    'lead-among-partners': ({ department }) =>
      `the lead department ${department} is also listed as a participating department`,
    'team-of-other-department': ({ department }) =>
      `there are seats for department ${department}, which takes no part in the task`,
    'rounded-code': details =>
      `a spreadsheet turned the last digits into 0${candidates(details.candidates)}${known(details)}`,
    'code-as-number': details =>
      `stored as a number in the workbook, so the digits after the 15th are lost; export it again as text${candidates(details.candidates)}${known(details)}`,
    'code-as-exponent': details =>
      `a spreadsheet turned it into scientific notation and its digits are lost; export it again from the original system${known(details)}`,
    'duplicate-id': ({ id, other, fields }) =>
      `${id} also occurs in row ${other}, with different content: ${both(fields)}`,
    conflict: ({ id, departments, fields }) =>
      `${id} contradicts what ${departments} registered: ${both(fields)}`,
    'shared-number': ({ id, twins, by, other, fields }) =>
      `${twins.join(', ')} ${other === null ? 'in the registry' : `in row ${other}`} has this ${by} too and is not the firm of this row (${id})${fields.length === 0 ? '' : `: ${both(fields)}`}; check the number; if they are different firms, --on-conflict newest registers each for itself, keep leaves the row out`,
    'duplicate-firm': ({ id, twin, by, other, fields }) =>
      `this is the same firm as ${twin} ${other === null ? 'in the registry' : `in row ${other}`} (same ${by}), with different content: ${both(fields)}; the code in this row is ${id}`,
  },
  words: {
    libraries: LIBRARIES,
    ask: heading => `${heading}: `,
    templateWritten: path => `the empty template is ${path}: fill it in and import it with ssj import`,
    added: (library, id) => `wrote ${id} to ${libraryNamed(library)}`,
    retired: (library, id) => `retired ${id} from ${libraryNamed(library)}; its history is kept`,
    extraField: (heading, nearest) =>
      `  there is no field “${heading}”; it is kept as an extra field${orLike(nearest)}`,
    listCount: count => counted(count, 'record'),
    versionSpan: (since, until) =>
      `since entry ${since}${until === null ? ', current' : `, until entry ${until}`}`,
    someTarget: 'a condition that at least one target meets',
    hints: hintsEn,
  },
  help: {
    template: 'print an empty template of a library: CSV, or .xlsx with drop-downs and hints',
    templateTo: 'write it to this file, .csv or .xlsx (else CSV to standard output)',
    headings: 'language of the headings, zh or en',
    add: 'enter one record, by --set or by answering questions',
    set: 'FIELD=VALUE; may be repeated',
    retire: 'take a record out of use, keeping its history',
    list: 'list a library',
    where: 'conditions, such as 分库=餐饮;名称~饭店;成立日期>=2020-01-01;上次检查日期=空 (empty)',
    search: 'a text that any field holds, whatever its width and letter case',
    columns: 'only these fields, parted by commas; without it a table has the first ones that are filled',
    sort: 'in order of this field, such as 成立日期 or 成立日期:desc',
    limit: 'no more records than this',
    format: 'table (default), csv, json or ndjson (one record a line)',
    at: 'as it stood at this ledger entry',
    show: 'show one record',
    history: 'show every version',
    recusalsWhere:
      'for recusals only: record one for every target that meets the condition, such as 法定代表人=示例甲',
  },
}

const AS_REGISTERED =
  'if the register really has this number, --as-registered takes it (the ledger keeps that)'

const several = (parts: readonly LargeChange[]) =>
  listed(parts.slice(0, 5).map(removal)) + (parts.length > 5 ? ` and ${parts.length - 5} more parts` : '')

const both = (fields: readonly FieldDifference[]) => {
  const told = fields
    .slice(0, 3)
    .map(({ field, was, becomes }) => `${field} is “${was}” there and “${becomes}” here`)
  const more = fields.length - told.length
  return (
    told.join('; ') +
    (more > 0 ? `; ${counted(more, 'more field')} ${more === 1 ? 'differs' : 'differ'}` : '')
  )
}

const known = ({ name, namesakes = [] }: CutCode) =>
  namesakes.length === 0 ? '' : `; in the registry, “${name}” is ${listed(namesakes)}`

const candidates = (codes: readonly string[]) =>
  codes.length === 0 ? '' : `; it may have been ${listed(codes)}`

const bytesShown = (bytes: readonly number[]) =>
  bytes.map(byte => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')

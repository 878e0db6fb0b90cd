import { hasDayForm } from '../../../core/registry/cells/date.ts'
import type { CutCode, FieldDifference } from '../../../core/registry/cells/issue.ts'
import type { LargeRemoval } from '../../../core/registry/large-removal.ts'
import type { RegistrySentences } from '../topics/registry.ts'
import { counted, LIBRARIES, libraryNamed, listed, orLike, removal } from './phrases.ts'

export const registryEn: RegistrySentences = {
  reasons: {
    'unknown-library': ({ name, nearest, known }) => [
      `there is no library “${name}”${orLike(nearest)}`,
      `the libraries are ${listed(known)}`,
    ],
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
    'no-such-record': ({ library, id, nearest }) => [
      `there is no “${id}” in ${libraryNamed(library)}${orLike(nearest)}`,
    ],
    'invalid-value': ({ library, heading, value, sentence }) => [
      `cannot write ${libraryNamed(library)}: ${heading} “${value}” ${sentence}`,
    ],
  },
  issues: {
    'missing-value': () => 'may not be empty',
    'control-character': ({ character }) => `holds the control character ${character}`,
    'invalid-id-character': ({ character }) => `an id may not hold “${character}”`,
    'lost-zeros': ({ id }) =>
      `the registry has “${id}”: a spreadsheet seems to have taken the zeros away, write them again`,
    'uscc-length': ({ found }) => `a unified social credit code has 18 characters, this one has ${found}`,
    'uscc-alphabet': ({ character, suggestion }) =>
      `“${character}” never stands in a unified social credit code${suggestion === null ? '' : `; perhaps ${suggestion}`}`,
    'uscc-check': ({ expected }) => `the check character is wrong: the first 17 ask for ${expected}`,
    'error-cell': () => 'is an error value of the workbook: its content is lost',
    'registration-check': ({ expected }) =>
      expected === null
        ? 'a registration number has 15 digits'
        : `the check digit of the registration number is wrong: the first 14 ask for ${expected}`,
    'invalid-date': (_, value) =>
      hasDayForm(value) ? 'is no day of the calendar' : 'is no date; the form is 2026-03-01',
    'reversed-dates': ({ from, to }) => `runs backwards: ${from} is after ${to}`,
    'invalid-days': () => 'is no day or span; the form is 2026-08-01~2026-08-10, several with semicolons',
    'invalid-period': () => 'is no period; the form is 2026-03-01~2026-06-30',
    'period-without-year': () => 'names no year; the form is 2026年3月—12月 or 2026-03-01~2026-12-31',
    'invalid-yesno': () => 'should be 是 or 否',
    'invalid-count': () => 'should be a whole number',
    'invalid-choice': ({ choices }) => `should be one of ${listed(choices)}`,
    'invalid-rate': ({ seems }) =>
      seems === 'range'
        ? 'is a span; decide for one rate, like 3%'
        : seems === 'count'
          ? 'is a number of targets: it belongs in the column 抽查数量, leave this one empty'
          : 'is no rate; write 3%, 2‰, 0.03 or 全部',
    'rate-above-100': (_, value) =>
      `is a rate above 100 %${/^[\d.]+$/.test(value) ? `; if it is ${value}%, write the “%”` : ''}`,
    'invalid-rates': ({ part }) => `“${part}” is not understood; write A=1%;B=3%;C=10%;D=30%`,
    'invalid-reserve': () => 'should be a share (20%) or a count (5)',
    'invalid-team': ({ part }) =>
      `the seats “${part}” are not understood; write 2, or 组长,食品,任意, or DEPARTMENT:组长,任意;DEPARTMENT:2`,
    'invalid-condition': ({ part }) =>
      `the condition “${part}” is not understood; write FIELD=VALUE,VALUE;FIELD>=VALUE`,
    'unknown-field': ({ field, nearest }) => `targets have no field “${field}”${orLike(nearest)}`,
    'field-is-list': ({ field }) => `“${field}” can have several values for one target and cannot stratify`,
    'invalid-source': ({ part }) => `the source “${part}” may not hold “=”`,
    'duplicate-source': ({ source }) => `the source “${source}” is written twice`,
    'missing-heading': ({ heading }) => `the heading “${heading}” is missing`,
    'duplicate-heading': ({ heading }) =>
      `the heading “${heading}” stands twice: rename or delete one of them`,
    'unknown-heading': ({ nearest }, value) =>
      `this heading is not known${orLike(nearest)}; correct it, delete the column, or say --map ${value}=${nearest ?? 'FIELD'}`,
    'no-headings': ({ expected, sheets }) =>
      `no headings found in the first rows; expected ${listed(expected)}${sheets.length === 0 ? '' : `; there are also the sheets ${listed(sheets)}: --sheet names one`}`,
    'wrong-column-count': ({ expected, found }) => `should have ${expected} columns, this row has ${found}`,
    'missing-id': ({ headings }) => `has no id: one of ${listed(headings)} is needed`,
    'unknown-department': ({ name, nearest }) =>
      `there is no department “${name}”${nearest === null ? '; import a new one first, or add the name to the aliases of one' : orLike(nearest)}`,
    'several-departments': ({ names }) =>
      `this column takes one department, here are ${names.length}: ${listed(names)}`,
    'ambiguous-department': ({ name, other }) =>
      `the name “${name}” belongs to ${other} alike: write the code`,
    'unknown-item': ({ name, nearest }) => `there is no item “${name}”${orLike(nearest)}`,
    'unknown-inspector': ({ name, nearest }) => `there is no inspector “${name}”${orLike(nearest)}`,
    'unknown-target': ({ name }) => `there is no target “${name}”`,
    'rate-and-count': () => 'give a rate or a count, not both',
    'no-rate-or-count': () => 'give a rate, rates by stratum, or a count',
    'lead-among-partners': ({ department }) =>
      `the lead department ${department} stands among the participating ones too`,
    'team-of-other-department': ({ department }) =>
      `seats for department ${department}, which has no part in the task`,
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
  },
  words: {
    libraries: LIBRARIES,
    ask: heading => `${heading}: `,
    added: (library, id) => `wrote ${id} into ${libraryNamed(library)}`,
    retired: (library, id) => `retired ${id} from ${libraryNamed(library)}; its history stays`,
    extraField: (heading, nearest) =>
      `  there is no field “${heading}”: kept as an extra one${nearest === null ? '' : ` (the nearest field is “${nearest}”)`}`,
    listCount: count => counted(count, 'record'),
    versionSpan: (since, until) =>
      `since entry ${since}${until === null ? ', current' : `, until entry ${until}`}`,
    someTarget: 'a condition that some target meets',
  },
  help: {
    template: 'print an empty CSV of a library with its headings',
    headings: 'language of the headings, zh or en',
    add: 'enter one record by --set or by questions',
    set: 'FIELD=VALUE, repeatable',
    retire: 'take a record out of use; its history stays',
    list: 'list a library',
    where: 'conditions, like 分库=餐饮;成立日期>=2020-01-01',
    at: 'as it stood at this ledger entry',
    show: 'show one record',
    history: 'show every version',
    recusalsWhere: 'recusals only: one for each target that meets the condition, such as 法定代表人=示例甲',
  },
}

const several = (parts: readonly LargeRemoval[]) =>
  parts.slice(0, 5).map(removal).join(', ') + (parts.length > 5 ? ` and ${parts.length - 5} more parts` : '')

const both = (fields: readonly FieldDifference[]) => {
  const told = fields
    .slice(0, 3)
    .map(({ field, was, becomes }) => `${field} is “${was}” there and “${becomes}” here`)
  return told.join('; ') + (fields.length > 3 ? `; ${fields.length - 3} more differ` : '')
}

const known = ({ name, namesakes = [] }: CutCode) =>
  namesakes.length === 0 ? '' : `; in the registry “${name}” is ${listed(namesakes)}`

const candidates = (codes: readonly string[]) =>
  codes.length === 0 ? '' : `; it may have been ${listed(codes)}`

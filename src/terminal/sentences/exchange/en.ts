import type { CHECKS, Check } from '../../../core/exchange/checks.ts'
import { CODE_HEADINGS, type CodeFlaw } from '../../../core/exchange/code-table.ts'
import type { ListVerdict } from '../../../core/exchange/list-verdict.ts'
import type { LayoutFlaw } from '../../../core/exchange/read-layout.ts'
import { jsonState } from '../disk/disk-en.ts'
import { counted, LIBRARIES, listed, orLike } from '../en/phrases.ts'
import type { ExchangeSentences } from '../topics/exchange.ts'

const CHECK: Readonly<Record<keyof typeof CHECKS, string>> = {
  digits: 'digits alone would be right',
  uscc: 'it must be a unified social credit code whose check digit holds',
  'firm-number': 'it must be a unified social credit code or a registration number whose check digit holds',
  'implementation-code':
    'the first 18 characters must be the unified social credit code of the body, the 19th one of 1 to 5',
  region: 'it must be the six digits of an administrative division',
  two: 'it must have at least two values, with commas between',
}

/** Exchange with other systems. */
export const exchangeEn: ExchangeSentences = {
  reasons: {
    'unknown-exchange-layout': ({ name, nearest, known }) => [
      `there is no exchange layout or file called “${name}”${orLike(nearest)}`,
      `the layouts that come with the program are ${listed(known)}; docs/exchange.md says how to write one`,
    ],
    'invalid-exchange-layout': ({ path, flaw }) => [
      flaw.problem.kind === 'not-json'
        ? `exchange layout ${path} cannot be read: ${jsonState(flaw.problem.at)}`
        : `${flaw.place} of exchange layout ${path} is wrong${flaw.found === '' ? '' : ` (“${flaw.found.slice(0, 80)}”)`}: ${layoutFlaw(flaw)}`,
    ],
    'invalid-code-table': ({ path, flaw }) => [
      `row ${flaw.row}, “${flaw.heading}” of code table ${path}${flaw.found === '' ? '' : ` (“${flaw.found}”)`}: ${codeFlaw(flaw)}`,
      `its headings are ${Object.values(CODE_HEADINGS)
        .map(([, en]) => en)
        .join(',')}`,
    ],
    'no-code-table': ({ layout, table }) => [
      `exchange layout “${layout}” needs the code table “${table}”, and there is no ${table}.csv`,
      'put it beside the layout, or name its folder with --codes',
    ],
    'layout-not-readable': ({ layout }) => [
      `exchange layout “${layout}” has no column that is read in: it is for sending and comparing`,
      'columns that are read in name their field as “read”',
    ],
    'layout-without-key': ({ layout }) => [
      `exchange layout “${layout}” does not say by which columns rows are the same (key), so nothing can be compared`,
    ],
    'file-not-of-layout': ({ path, layout, expected }) => [
      `${path} has no headings of exchange layout “${layout}”`,
      `it must have at least ${listed(expected)}`,
    ],
    'no-list-in-folder': ({ path, why, file }) => [
      `${path} gives no list to go by: ${NO_LIST[why] ?? why}${file === '' ? '' : ` (${file})`}`,
      'ssj verify shows its verdict; ask who drew it for the whole folder',
    ],
    'marked-before-taken': ({ heading, targets }) => [
      `the list was never taken, and ${counted(targets.length, 'target')} ${targets.length === 1 ? 'has' : 'have'} the mark “${heading}” already: ${listed(targets.slice(0, 5))}`,
      'give them another value (撤), then take the list: only exchange take puts it there',
    ],
    'layout-needs-draw': ({ layout }) => [
      `exchange layout “${layout}” tells of draws: name one`,
      'ssj log shows the numbers of draws',
    ],
    'nothing-to-send': ({ layout }) => [`there is nothing to send by “${layout}”`],
  },
  words: {
    columns: {
      layout: 'layout',
      system: 'system',
      of: 'tells of',
      columns: 'columns',
      tables: 'tables to fill in',
    },
    subject: of => SUBJECT[of] ?? LIBRARIES[of as keyof typeof LIBRARIES],
    reason: 'why it would be refused',
    sent: (file, rows, system) => `wrote ${file}: ${counted(rows, 'row')} for ${system}`,
    refused: (rows, faults) =>
      `${counted(rows, 'row')} would be refused and ${rows === 1 ? 'is' : 'are'} not in it (${counted(faults, 'value')}):`,
    ofRecord: id => ` (ours: ${id})`,
    problems: {
      must: () => 'it must be filled in and is not',
      'too-long': ({ limit, found }) => `at most ${limit} characters are taken; it has ${found}`,
      'not-exact': ({ length, found }) => `it must have ${length} characters; it has ${found}`,
      check: ({ check }) => CHECK[check as Check],
      'not-a-day': () => 'it must be a day',
      'no-code': ({ table, ours, filled }) =>
        `code table “${table}” has no code for “${ours}”${filled === 0 ? ' (it is empty still: ask your province and fill it in)' : ''}: add a row to ${table}.csv`,
      before: ({ heading, day }) => `it cannot be before “${heading}” (${day})`,
      formula: () => 'a spreadsheet would take its first character for a formula: leave that out',
      'holds-mark': ({ mark }) =>
        `it has several values, and one holds “${mark}”, which stands between them: nobody could part them`,
      repeated: ({ row, key }) => `“${key}” is the same as in row ${row}: the other side takes one`,
      'unknown-visit': ({ key }) =>
        `there is no such visit here (${key}): not in the draw, replaced, or void`,
      'two-codes': ({ row, code }) =>
        `row ${row} gives the same visit another code, “${code}”: it can have one`,
    },
    compared: ({ ours, theirs, same, ...kinds }, system) => [
      `compared with ${system}: ours ${ours}, theirs ${theirs}, the same ${same}`,
      `  only ours ${kinds['only-ours']}, only theirs ${kinds['only-theirs']}, different ${kinds.different}, repeated ${kinds.repeated}; nothing was changed`,
    ],
    reportWritten: file => `the difference report is in ${file}`,
    reportTitle: system => `Differences from ${system}`,
    reportHeadings: ['what', 'key', 'field', 'ours', 'theirs', 'ours is', 'theirs is', 'what to do'],
    differenceLine: ([kind, key, field, ours, theirs, , place, todo]) =>
      `${kind} ${key}${field === '' ? '' : `: ${field}, ours “${ours}”, theirs “${theirs}”`}${place === '' ? '' : ` (${place})`} — ${todo}`,
    kinds: {
      'only-ours': 'only ours',
      'only-theirs': 'only theirs',
      different: 'different',
      repeated: 'repeated',
    },
    row: row => `row ${row}`,
    sendIt: layout => `check its numbers; what they should have, send with ssj exchange out ${layout}`,
    takeIt: (layout, file) =>
      `check it, then take it in with ssj exchange in ${layout} ${file} (first with --dry-run)`,
    enterIt: 'check it and enter it here: this layout is not read in',
    decide: (layout, file, taken) =>
      `find out who is right: if we are, send with ssj exchange out ${layout}; if they are, ${taken ? `take it in with ssj exchange in ${layout} ${file}` : 'correct ours'}`,
    unite: side =>
      `${side === 'both' ? 'both sides have' : side === 'ours' ? 'we have' : 'they have'} several of one key: find out which is meant, then compare again`,
    layoutHolds: (path, columns, system) =>
      `exchange layout ${path} holds: ${system}, ${counted(columns, 'column')}`,
    source: (source, day) => `source: ${source}${day === '' ? '' : ` (${day})`}`,
    emptyTable: (table, path) => `code table “${table}” is empty, to be filled in: ${path}`,
    filledTable: (table, count, path) => `code table “${table}”, ${counted(count, 'code')}: ${path}`,
    listTaken: (condition, commitment) =>
      `ssj: the line of the plan is to have 检查对象条件 ${condition}, 抽查比例 100%, 替补 0, 名单抽取机关 (who drew it) and${commitment === null ? ', where there is a commitment of that draw, 名单凭证' : ` 名单凭证 ${commitment}`}`,
    listChecked: (list, verdict) => {
      switch (verdict.kind) {
        case 'none-given':
          return `not the list: this folder does not say that its list was drawn elsewhere, so ${list} says nothing of it`
        case 'no-list':
          return `not the list: ${list} gives none to go by: ${NO_LIST[verdict.why]}${verdict.file === '' ? '' : ` (${verdict.file})`}`
        case 'other-proof':
          return `not the list: the commitment of ${list} is ${verdict.found}, and this folder names ${verdict.said || 'none'}`
        case 'other-file':
          return `not the list: the SHA-256 of ${list} is ${verdict.found}, and the condition of this draw has ${verdict.said || 'none'}`
        case 'same-file':
          return `the same list: the condition of this draw has the SHA-256 of ${list}; its headings are unknown here, so compare its rows yourself`
        case 'compared':
          return comparedList(list, verdict)
        default:
          return verdict satisfies never
      }
    },
    codesTaken: (file, counts, { visits, without, dryRun }) =>
      `${dryRun ? 'would take' : 'took'} codes of visits from ${file}: ${counts.new} new, ${counts.changed} changed, ${counts.same} the same; of ${counted(visits, 'visit')} ${without} ${without === 1 ? 'has' : 'have'} none${dryRun ? '; nothing was changed' : ''}`,
    codeChanged: (visit, before, code) =>
      `${visit}: “${before}” becomes “${code}” (the ledger keeps the old one)`,
    codesRefused: (file, faults) =>
      `${counted(faults, 'value')} of ${file} ${faults === 1 ? 'is' : 'are'} wrong, and no code was taken:`,
    codesSkipped: faults => `${counted(faults, 'value')} ${faults === 1 ? 'is' : 'are'} wrong and left out:`,
    copied: (layout, folder) =>
      `exchange layout “${layout}” and its code tables are in ${folder}; once changed, name the file instead of the layout`,
  },
  help: {
    exchange: 'exchange with other systems: send, take in and compare by their layouts',
    list: 'the exchange layouts that come with the program',
    check: 'check the file of an exchange layout and its code tables',
    copy: 'write an exchange layout and its code tables to a folder, to be changed',
    out: 'send by a layout; says row by row what the other side would refuse',
    in: 'take in a file by a layout: headings, codes and numbers become ours, then it is imported',
    take: 'take a list that another level drew: marks the targets of that task in the registry',
    task: 'the number of the task',
    folder:
      'where the other level draws with this program: the folder or zip of its draw, which is drawn again and must agree',
    diff: 'compare ours with theirs, with what to do for each difference; changes nothing',
    codes: 'the folder of the code tables',
    to: 'the file to write, *.csv or *.xlsx',
    copyTo: 'the folder to write',
    reportTo: 'write the difference report to this file, *.csv or *.html',
    batch: 'which batch of the day it is',
    rejects: 'write the rows that would be refused, with the reasons, to this file',
    where: 'only records that meet a condition',
    department: 'only those of this department',
    state: 'only results in this state',
  },
}

function comparedList(
  list: string,
  { common, strange, absent, whole }: Extract<ListVerdict, { kind: 'compared' }>,
): string {
  const some = (targets: readonly string[]) =>
    `${targets.length} (${listed(targets.slice(0, 5))}${targets.length > 5 ? ' …' : ''})`
  const isLess = absent.length > 0
  if (strange.length === 0 && !(whole && isLess))
    return `the list as it is: ${counted(common, 'target')} of this draw, all on ${list}${isLess ? `; ${some(absent)} more of the list are not in this draw: find out whether they are another district's or were left out` : ', and nobody is missing'}`
  const parts = [
    ...(strange.length === 0 ? [] : [`${some(strange)} are not on it`]),
    ...(isLess ? [`${some(absent)} of it are not in this draw`] : []),
  ]
  return `not the list: compared with ${list}, ${parts.join(', and ')}`
}

const NO_LIST: Readonly<Record<string, string>> = {
  differs: 'it does not agree with the law',
  'not-drawn': 'it only commits, and nothing is drawn yet',
  'no-teams': 'its seed found no teams, so nobody was drawn',
  void: 'that draw is void',
}

const SUBJECT: Readonly<Record<string, string>> = {
  assignments: 'assignments (who inspects whom)',
  notices: 'notices of inspections',
}

function layoutFlaw({ problem }: LayoutFlaw): string {
  switch (problem.kind) {
    case 'not-json':
      return jsonState(problem.at)
    case 'missing':
      return 'it must be filled in'
    case 'unknown-key':
      return `there is no such key${orLike(problem.nearest)}`
    case 'not-one-of':
      return `it must be one of ${listed(problem.known)}`
    case 'not-text':
      return 'it must be text'
    case 'not-a-day':
      return 'it must be a day, such as 2026-11-26'
    case 'not-a-count':
      return 'it must be a whole number above nought'
    case 'not-yes-or-no':
      return 'it must be true or false (in a table yes or no)'
    case 'not-a-list':
      return 'it must be a list'
    case 'unknown-path':
      return `there is no such field${orLike(problem.nearest)}`
    case 'unknown-heading':
      return 'no column has this heading'
    case 'twice':
      return `the column “${problem.other}” has it already`
    default:
      return problem satisfies never
  }
}

function codeFlaw({ problem, other }: CodeFlaw): string {
  const texts = {
    'no-heading': 'this heading is missing',
    empty: 'it must be filled in: every code has a source and a day',
    'not-a-day': 'it must be a day, such as 2026-11-26',
    'two-codes': `row ${other} has another code for the same value here`,
  } as const
  return texts[problem]
}

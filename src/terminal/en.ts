import type { SeedProblem } from '../core/draw/seed/seed.ts'
import type { FileProblem } from '../core/file-problem.ts'
import { wordsEn as words } from '../core/publication/words/words-en.ts'
import { hasDayForm } from '../core/registry/cells/date.ts'
import type { LibraryName } from '../core/registry/libraries/field.ts'
import { blockingText } from './en/blocking.ts'
import { certificateEn } from './en/certificate.ts'
import { changeReasons, changes, changesHelp } from './en/changes.ts'
import { freezingEn } from './en/freezing.ts'
import { importIssues, importing, importReasons, issueKinds, LIBRARY_NAMES } from './en/import.ts'
import { lookalikes } from './en/lookalikes.ts'
import { mergeReasons, merging, mergingHelp } from './en/merging.ts'
import { planEn } from './en/plan.ts'
import { publicSide } from './en/public-side.ts'
import { reportReasons, reports, reportsHelp } from './en/reports.ts'
import { rulesEn } from './en/rules.ts'
import { simulation, simulationHelp } from './en/simulation.ts'
import { staff, staffHelp, staffReasons } from './en/staff.ts'
import { visitsEn } from './en/visits.ts'
import type { IssueSentences, ReasonSentences, Told } from './sentence.ts'
import type { Sentences } from './zh-CN.ts'

const orLike = (nearest: string | null) => (nearest === null ? '' : `; the nearest is “${nearest}”`)

const reasons: ReasonSentences = {
  ...importReasons,
  ...changeReasons,
  ...reportReasons,
  ...mergeReasons,
  ...staffReasons,
  ...publicSide.reasons,
  'database-exists': ({ path }) => [
    `cannot create database “${path}”: the file exists`,
    'give another name, or use the database that is there',
  ],
  'no-such-database': ({ path }) => [
    `cannot open database “${path}”: no such file`,
    'run ssj init first, or name it with --db',
  ],
  'foreign-database': ({ path }) => [
    `cannot open database “${path}”: it is not a database of ssj`,
    'name a file that ssj made with --db',
  ],
  'newer-database': ({ path, version, known }) => [
    `cannot open database “${path}”: a newer ssj wrote it (schema ${version}, this program knows ${known})`,
    'update ssj',
  ],
  'database-locked': ({ path }) => [
    `cannot write database “${path}”: another command is using it`,
    'try again when it has ended',
  ],
  'database-damaged': ({ path }) => [
    `cannot read database “${path}”: the file is damaged`,
    'restore a copy made with ssj backup',
  ],
  'database-unreachable': ({ path }) => [
    `cannot open database “${path}”: its folder does not exist or may not be used`,
  ],
  'write-failed': ({ path, message }) => [
    `cannot write “${path}”: ${message}`,
    'check free space and permissions',
  ],
  'unknown-command': ({ name, nearest }) => [
    `there is no command “${name}”${orLike(nearest)}`,
    'ssj --help lists them all',
  ],
  usage: ({ message }) => [message, 'ssj --help shows the usage'],
  'missing-option': ({ option }) => [`option ${option} is missing`],
  'invalid-option': ({ option, value, expected }) => [
    `option ${option} cannot be “${value}”: it takes ${expected}`,
  ],
  'unknown-library': ({ name, nearest, known }) => [
    `there is no library “${name}”${orLike(nearest)}`,
    `the libraries are ${known.join(', ')}`,
  ],
  'no-such-file': ({ path }) => [`cannot read “${path}”: no such file`],
  'unreadable-file': ({ path, message }) => [`cannot read “${path}”: ${message}`],
  'invalid-file': ({ path, problem }) => {
    const [state, ...help] = fileProblem(problem)
    return [`cannot read “${path}”: ${state}`, ...help]
  },
  'file-exists': ({ path }) => [`cannot write “${path}”: the file exists`],
  'no-such-record': ({ library, id, nearest }) => [
    `there is no “${id}” in ${LIBRARY_NAMES[library as LibraryName] ?? library}${orLike(nearest)}`,
  ],
  'invalid-value': ({ library, heading, value, sentence }) => [
    `cannot write ${LIBRARY_NAMES[library as LibraryName] ?? library}: ${heading} “${value}” ${sentence}`,
  ],
  'unreadable-entry': ({ entry }) => [
    `entry ${entry} of the ledger cannot be read: it was edited`,
    'ssj log --verify checks it',
  ],
  'no-such-entry': ({ entry, last }) => [`the ledger has no entry ${entry}: the last one is ${last}`],
  'no-such-task': ({ task, nearest }) => [
    `the plan has no task “${task}”${orLike(nearest)}`,
    'ssj list plan shows the tasks',
  ],
  'task-already-drawn': ({ task, draw, attempt }) => [
    `task “${task}” was drawn before (${draw}, attempt ${attempt})`,
    'to draw again give --again --reason TEXT --approver NAME; the earlier attempt stays, marked void',
  ],
  'task-id-taken': ({ task }) => [
    `the plan has a task “${task}” with other content`,
    'give another --id, or draw the task by its number',
  ],
  'option-needs-ad-hoc-task': ({ option, task }) => [
    `${option} is for ad-hoc tasks; task “${task}” is what the plan says`,
    'change the plan with ssj import plan or ssj add plan',
  ],
  'task-changed-since-freeze': ({ task, draw }) => [
    `task “${task}” is frozen as ${draw}, and the registries, the rules or the task have changed since`,
    'draw what was frozen with ssj draw run; to freeze again give --again --reason TEXT --approver NAME',
  ],
  'approver-is-actor': ({ approver }) => [`the approver “${approver}” is the actor: they must be two people`],
  'empty-frame': ({ task, registry, elsewhere, outside, excluded }) => [
    `the frame of task “${task}” is empty: ${registry} targets in the registry, ${elsewhere} of other departments, ${outside} outside the conditions, ${excluded} excluded`,
    'look at the departments, conditions and rates of the task',
  ],
  'expert-is-inspector': ({ id }) => [
    `the number ${id} stands in the libraries of experts and of inspectors: nobody can tell who is meant`,
    'give the expert another number: ssj add experts, then ssj retire experts',
  ],
  'nobody-for-seat': ({ department, seat, pool }) => [
    `nobody of department ${department} can take the seat “${seat || 'anyone'}”: ${pool} people in the pool, none of them with that qualification or role`,
    'record the qualification, or change the seats of the task',
  ],
  infeasible: ({ department, blocking }) => [
    `department ${department} cannot be matched: ${blockingText(blocking)}`,
  ],
  'no-such-draw': ({ draw, nearest }) => [
    `there is no draw “${draw}”${orLike(nearest)}`,
    'ssj draw list shows them',
  ],
  'draw-not-run': ({ draw }) => [`draw ${draw} is frozen but not drawn yet`, 'draw it with ssj draw run'],
  'draw-void': ({ draw }) => [`draw ${draw} is void`],
  'invalid-seed': ({ problem, sources }) => [
    seedProblem(problem),
    `the announced sources are, in order: ${sources.join(', ')}; give --seed 'SOURCE=VALUE' once for each`,
  ],
  'folder-not-empty': ({ path }) => [
    `cannot write folder “${path}”: something else is in it`,
    'give a folder that does not exist or is empty',
  ],
  'no-such-folder': ({ path }) => [`there is no folder “${path}”`],
  'list-not-published': ({ task }) => [
    `the list of task “${task}” is not to be published`,
    '--profile archive exports for the archive',
  ],
  ...certificateEn.reasons,
  'not-a-folder': ({ path }) => [`“${path}” is not the folder of a draw: it has no commitment.json`],
  ...rulesEn.reasons,
  ...visitsEn.reasons,
  ...planEn.reasons,
  ...freezingEn.reasons,
}

function seedProblem(problem: SeedProblem): string {
  const source = `the seed source “${problem.source}”`
  switch (problem.kind) {
    case 'missing':
      return `${source} has no value`
    case 'doubled':
      return `${source} was given twice`
    case 'unknown':
      return `${source} was not announced`
    case 'empty':
      return `${source} has an empty value`
    case 'illegible':
      return `the value of ${source} holds invisible characters`
    case 'malformed-source':
      return `${source} is named like secret/ or drand/ but is no valid one`
    case 'secret':
      return `the value of ${source} is wrong: its SHA-256 is ${problem.found}, not the 64 digits of its name`
    case 'not-randomness':
      return `the value of ${source} should be 64 hexadecimal digits, not “${problem.found}”`
    case 'signature-missing':
      return `${source} needs its signature: --signature '${problem.source}=HEX'`
    case 'signature-wrong':
      return `the signature of ${source} does not verify under the public key of that round`
    case 'signature-other':
      return `the value of ${source} is not the SHA-256 of its signature`
    default:
      return problem satisfies never
  }
}

const RESAVE = 'save it as “CSV UTF-8” or .xlsx in Excel or WPS'

function fileProblem(problem: FileProblem): Told {
  switch (problem.kind) {
    case 'unreadable':
      return [problem.code === 'ENOENT' ? 'no such file' : `the system would not open it (${problem.code})`]
    case 'changed-while-reading':
      return ['it changed while it was read', 'import it when it is written']
    case 'empty':
      return ['it is empty']
    case 'not-a-table':
      return [`it is not CSV but ${lookalikes[problem.seems]}`, RESAVE]
    case 'undecodable':
      return [
        `line ${problem.line} has a byte that is not ${problem.encoding} (byte ${problem.position + 1}, 0x${problem.byte.toString(16).toUpperCase()})`,
        'if it is that place alone, type it again and save; if the whole file is in another encoding, name it with --encoding (utf-8, gb18030, utf-16le, utf-16be)',
      ]
    case 'binary':
      return [`byte ${problem.position + 1} is NUL: no text file`, RESAVE]
    case 'unclosed-quote':
      return [
        `the quote in row ${problem.row}, column ${problem.column} is never closed`,
        'close it, or take the stray quote out',
      ]
    case 'row-too-long':
      return [`row ${problem.row} is longer than ${problem.limit} bytes`]
    case 'damaged-gzip':
      return ['the compressed file is damaged']
    case 'damaged-spreadsheet':
      return [`the workbook is damaged: ${problem.detail}`, RESAVE]
    case 'stray-cell':
      return [
        `the sheet has something in cell ${problem.place}, far from the rest`,
        'delete the rows or columns there, save, and import again',
      ]
    case 'spreadsheet-too-large':
      return [
        `the workbook is too large (${problem.bytes} bytes, the limit is ${problem.limit})`,
        'save it as CSV',
      ]
    case 'no-such-sheet':
      return [`there is no sheet “${problem.sheet}”`, `the sheets are ${problem.sheets.join(', ')}`]
    default:
      return problem satisfies never
  }
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`

const issues: IssueSentences = {
  ...importIssues,
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
  'invalid-choice': ({ choices }) => `should be one of ${choices.join(', ')}`,
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
  'duplicate-heading': ({ heading }) => `the heading “${heading}” stands twice: rename or delete one of them`,
  'unknown-heading': ({ nearest }, value) =>
    `this heading is not known${orLike(nearest)}; correct it, delete the column, or say --map ${value}=${nearest ?? 'FIELD'}`,
  'no-headings': ({ expected, sheets }) =>
    `no headings found in the first rows; expected ${expected.join(', ')}${sheets.length === 0 ? '' : `; there are also the sheets ${sheets.join(', ')}: --sheet names one`}`,
  'wrong-column-count': ({ expected, found }) => `should have ${expected} columns, this row has ${found}`,
  'missing-id': ({ headings }) => `has no id: one of ${headings.join(', ')} is needed`,
  'unknown-department': ({ name, nearest }) =>
    `there is no department “${name}”${nearest === null ? '; import a new one first, or add the name to the aliases of one' : orLike(nearest)}`,
  'several-departments': ({ names }) =>
    `this column takes one department, here are ${names.length}: ${names.join(', ')}`,
  'ambiguous-department': ({ name, other }) => `the name “${name}” belongs to ${other} alike: write the code`,
  'unknown-item': ({ name, nearest }) => `there is no item “${name}”${orLike(nearest)}`,
  'unknown-inspector': ({ name, nearest }) => `there is no inspector “${name}”${orLike(nearest)}`,
  'unknown-target': ({ name }) => `there is no target “${name}”`,
  'rate-and-count': () => 'give a rate or a count, not both',
  'no-rate-or-count': () => 'give a rate, rates by stratum, or a count',
  'lead-among-partners': ({ department }) =>
    `the lead department ${department} stands among the participating ones too`,
  'team-of-other-department': ({ department }) =>
    `seats for department ${department}, which has no part in the task`,
}

export const en: Sentences = {
  usage: (_code, message) => message,
  help: {
    public: publicSide.help,
    program:
      'audited random draws: freeze the frame, draw from a public seed, match inspectors, export what anyone can verify',
    titles: {},
    version: 'print the version',
    help: 'print this help',
    db: 'database file (else $SSJ_DB, else ./ssj.db)',
    lang: 'language, zh or en (else SSJ_LANG, LC_ALL, LANG; Chinese when nothing says otherwise)',
    actor: 'who acts (else $SSJ_ACTOR, else the system user)',
    json: 'print one JSON document on stdout',
    quiet: 'print no result, answer by the exit code',
    init: 'create the database',
    template: 'print an empty CSV of a library with its headings',
    headings: 'language of the headings, zh or en',
    import: 'import CSV or .xlsx: all rows of a file or none',
    encoding: 'encoding of the file (found by itself)',
    delimiter: 'separator (found by itself)',
    sheet: 'name or number of the sheet',
    department: "put every row into this department's library of targets",
    map: 'says which field a heading is, HEADING=FIELD, as often as needed; or a name that is kept',
    saveMap: 'keeps what --map says under this name, for the next file',
    onConflict:
      'where two rows tell one record differently: fail (default) tells it, newest takes the later, keep the earlier',
    replace: 'retire records that the file no longer has',
    yes: 'does not ask before more than 30 % are retired',
    dryRun: 'change nothing, show what would be',
    skipBad: 'skip rows with issues, import the others',
    rejects: 'write refused rows with their reasons to this file',
    add: 'enter one record by --set or by questions',
    set: 'FIELD=VALUE, repeatable',
    retire: 'take a record out of use; its history stays',
    reason: 'reason',
    list: 'list a library',
    where: 'conditions, like 分库=餐饮;成立日期>=2020-01-01',
    at: 'as it stood at this ledger entry',
    show: 'show one record',
    history: 'show every version',
    draw: 'draws',
    freeze: 'fix frame, pool and sizes of a task, print the commitment digest',
    freezeTo:
      'write what may be published before the seed exists to this folder; a day is the last day of an ad-hoc task',
    taskTo: 'ad-hoc task: last day',
    run: 'draw a frozen task, or freeze and draw at once',
    seed: 'value of a seed source, SOURCE=VALUE, once for each; a bare value has the source seed',
    seedMachine: 'take the seed from this machine (goes on record)',
    signature: 'signature of a drand source, SOURCE=HEX',
    again: 'draw again: the earlier attempt stays, marked void',
    approver: 'who approves',
    drawList: 'list all draws',
    drawShow: 'show the targets and teams of a draw',
    replay: 'draw again from the registries as they stood and compare',
    void: 'mark a draw void, never delete it',
    export: 'export the folder of a draw',
    exportTo: 'folder to write',
    profile: 'public (default) or archive',
    verify: 'check an exported folder; needs no database',
    log: 'show the ledger',
    logVerify: 'check every digest of the ledger',
    backup: 'copy the database',
    demo: 'the whole road on sample data',
    certificate: certificateEn.help,
    demoTo: 'folder for the demonstration',
    ...rulesEn.help,
    ...visitsEn.help,
    ...changesHelp,
    ...simulationHelp,
    ...mergingHelp,
    ...staffHelp,
    ...reportsHelp,
    ...planEn.help,
    task: {
      '--id <text>': 'ad-hoc task: its number',
      '--name <text>': 'ad-hoc task: its name',
      '--kind <text>': '定向, 不定向 or 专项',
      '--lead <department>': 'lead department',
      '--with <departments>': 'participating departments',
      '--joint <text>': '任一 (any) or 全部 (all)',
      '--items <codes>': 'item codes',
      '--where <condition>': 'conditions on targets',
      '--by <fields>': 'fields to stratify by, joined with +',
      '--rate <rate>': 'rate for every stratum',
      '--count <number>': 'count for the whole draw',
      '--rates <rates>': 'rates by stratum, A=1%;B=3%',
      '--minimum <number>': 'at least this many in each stratum',
      '--rounding <rule>': 'ceil, round or floor',
      '--reserve <share>': 'reserves: a share or a count',
      '--team <seats>': 'seats',
      '--avoid-station <yesno>': 'own-station avoidance, 是 or 否',
      '--rotate <yesno>': 'who went to a target last time keeps away this time, 是 or 否',
      '--source <name>': 'seed sources, separated by semicolons',
      '--from <day>': 'first day',
      '--exclude-drawn <window>': 'leave out targets drawn: 否, 本年 or 近N年, then perhaps 同部门 or 同事项',
      '--method <text>': 'how it is inspected (检查方式)',
      '--cause <text>': 'the cause of a 专项 task',
      '--balance <yesno>': 'balance the work over the year, 是 or 否',
      '--publish-list <yesno>': 'publish the list, 是 or 否',
    },
  },
  hint: 'hint: ',
  sealed: publicSide.sealed,
  public: publicSide.said,
  reasons,
  changes,
  simulation,
  merging,
  staff,
  reports,
  issues,
  notes: {
    merged: 'merged cells filled row by row',
    placeholder: '“/”, “—”, “无” read as an empty cell',
    spaces: 'stray spaces removed',
    invisible: 'invisible characters removed',
    width: 'full-width characters made half-width',
    prefix: 'anti-spreadsheet prefix removed',
    case: 'lower case made upper case',
    'decimal-tail': '“.0” removed',
    'date-form': 'date written the standard way',
    'date-serial': 'spreadsheet serial number made a date',
    forever: '长期 kept as 9999-12-31',
    'list-form': 'list separated by semicolons',
    'rate-form': 'rate written the standard way',
    'period-form': 'period written the standard way',
    'frequency-form': 'frequency written the standard way',
    word: 'word replaced by the standard one',
    alias: 'name replaced by its code',
    composed: 'characters composed (NFC)',
    'year-from-name': 'year taken from the name of the task',
    'organisation-check':
      'to be checked: places 9–17 of the code are no valid organisation code (taken as they are)',
  },
  asides: {
    above: 'above the headings',
    blank: 'blank',
    hint: 'hints',
    sample: 'samples',
    total: 'totals',
    footer: 'below the table',
    headings: 'headings again',
  },
  excluded: words.excluded,
  leftOut: {
    'not-in-force': 'not in force',
    engagement: 'expert engaged for less than the task',
    items: 'expert for other items',
    certificate: 'certificate ends before the task does',
    away: 'away for the whole task',
    limit: 'yearly limit reached',
  },
  libraries: LIBRARY_NAMES,
  rules: rulesEn.words,
  visits: visitsEn.words,
  plan: planEn.words,
  freezing: freezingEn.words,
  internal: message => `internal error: ${message}`,
  place: (row, column, heading) =>
    `row ${row}${column === null ? '' : ` column ${column}`}${heading === null ? '' : ` (${heading})`}`,
  quoted: text => ` “${text}”`,
  between: ' ',
  listed: names => names.join(', '),
  more: count => `… and ${count} more`,
  created: path => `created database ${path}`,
  imported: (file, library) => `${file} → ${LIBRARY_NAMES[library]}`,
  counts: c =>
    `  ${counted(c.read, 'row')} read: ${c.new} new, ${c.changed} changed, ${c.unchanged} unchanged, ${c.retired} retired, ${c.refused} refused`,
  normalised: count =>
    `  ${counted(count, 'value')} read differently from ${count === 1 ? 'how it is' : 'how they are'} written:`,
  example: (place, value, read) => `${place} “${value}” read as “${read}”`,
  aside: (label, count, rows) => `  ${counted(count, 'row')} passed over (${label}; row ${rows})`,
  extraColumn: (heading, nearest) =>
    `  unknown heading “${heading}” kept as an extra field${nearest === null ? '' : ` (the nearest field is “${nearest}”; --map ${heading}=${nearest} says so)`}`,
  extraField: (heading, nearest) =>
    `  there is no field “${heading}”: kept as an extra one${nearest === null ? '' : ` (the nearest field is “${nearest}”)`}`,
  met: names => `  the department library was empty: filled from the file with ${names}`,
  noDepartment: count =>
    `  ${count === 1 ? '1 target names' : `${count} targets name`} no department: in a draw ${count === 1 ? 'it is' : 'they are'} the lead department's (--department puts a file into one department's library)`,
  entry: (number, digest) => `  ledger entry ${number}, digest ${digest}`,
  nothingChanged: '  same as the registry, nothing changed',
  dryRun: '  dry run: nothing was written',
  ...importing,
  issueKinds,
  nothingWritten: (file, count) => `ssj: ${file} has ${counted(count, 'issue')}, nothing was imported`,
  rejectsKept: path => `  refused rows and their reasons are in ${path}`,
  retired: (library, id) => `retired ${id} from ${LIBRARY_NAMES[library]}; its history stays`,
  added: (library, id) => `wrote ${id} into ${LIBRARY_NAMES[library]}`,
  listCount: count => counted(count, 'record'),
  versionSpan: (since, until) =>
    `since entry ${since}${until === null ? ', current' : `, until entry ${until}`}`,
  ask: heading => `${heading}: `,
  yes: 'yes',
  no: 'no',
  frozen: (draw, attempt) => `frozen as draw ${draw} (attempt ${attempt})`,
  frozenBefore: draw => `the task is frozen as ${draw} already, nothing has changed`,
  waterfall: {
    registry: 'registry',
    elsewhere: 'of other departments',
    outside: 'outside the conditions',
    excluded: reason => `excluded: ${reason}`,
    frame: 'frame',
    unassigned: (count, lead) =>
      `${count} targets of the frame have no department and are ${lead}'s, which leads`,
  },
  strata: {
    stratum: 'stratum',
    size: 'size',
    rate: 'rate',
    take: 'take',
    reserve: 'reserve',
    probability: 'inclusion probability',
    total: 'total',
  },
  pool: (department, inPool, out) =>
    `  ${department}: ${inPool} in the pool${out === '' ? '' : `; left out: ${out}`}`,
  leftOutFor: (reason, people) => `${people.length} ${reason} (${people.join(' ')})`,
  poolHeading: 'inspectors',
  withoutExpiry: count => `${count} of them have no certificate expiry on record: please check`,
  roundedToNone: stratum => `stratum “${stratum}” rounds to a take of 0`,
  digest: digest => `commitment digest ${digest}`,
  sourcesAre: sources => `seed sources: ${sources}`,
  publishedTo: path => `what may be published before the seed exists is in ${path}`,
  drawn: (draw, drawn, reserve) => `draw ${draw}: ${drawn} targets drawn, ${reserve} reserves`,
  teamsMatched: (visits, people) => `${visits} teams matched from ${people} inspectors`,
  seedWas: {
    committed: 'frame and commitment were frozen before the seed',
    atOnce: 'frozen and drawn at once (the commitment was not published before)',
    machine: 'the seed comes from this machine',
  },
  drawState: { frozen: 'frozen', drawn: 'drawn', void: 'void' },
  drawColumns: {
    draw: 'draw',
    task: 'task',
    attempt: 'attempt',
    state: 'state',
    frame: 'frame',
    drawn: 'drawn',
    digest: 'digest',
  },
  visitColumns: { target: 'target', name: 'name', stratum: 'stratum', status: 'status', team: 'team' },
  voidBecause: (reason, approver) => `void because: ${reason} (approved by ${approver})`,
  voided: draw => `draw ${draw} is marked void; its record stays`,
  replayed: draw => `draw ${draw} computed again: the same`,
  replayDiffers: draw => `draw ${draw} computed again: not the same`,
  exported: (path, files, sums) =>
    `wrote ${path} (${files} files); to check: cd ${sums} && sha256sum -c SHA256SUMS`,
  agrees: path => `agrees: ${path}`,
  agreed: digest => `  commitment digest ${digest}`,
  verifiedParts: parts => `  verified: ${parts}`,
  notShown: parts => `  not shown, not verified: ${parts}`,
  differs: path => `differs: ${path}`,
  checks: words.checks,
  parts: words.parts,
  differencePlace: words.place,
  expectedFound: words.expectedFound,
  selectKey: key => `  select key ${key} (the ticket of a target = printf '%s%s' KEY ID | sha256sum)`,
  verifiedSizes: (targets, drawn, reserves) =>
    `  ${targets} targets in the frame, ${drawn} drawn, ${reserves} reserves`,
  logColumns: {
    entry: 'entry',
    at: 'time (UTC)',
    actor: 'actor',
    action: 'action',
    rows: 'written/ended',
    digest: 'digest',
  },
  logHolds: entries => `${entries} entries, every digest holds`,
  logBroken: (entry, what) => `entry ${entry} does not hold: ${what}`,
  logProblem: {
    chain: 'it does not follow from the entry before',
    digest: 'its content is not what its digest says',
    rows: table => `the rows of table ${table} are not what its digest says`,
    seal: 'it has no seal',
    orphan: table => `table ${table} has rows of no entry`,
  },
  certificate: certificateEn.sentences,
  backedUp: path => `backed up to ${path}`,
  reading: 'reading',
  menuNeedsTerminal: 'the menu needs a terminal: name a command',
  menu: {
    title: 'What would you like to do?',
    import: 'import a registry',
    add: 'enter one record',
    freeze: 'freeze a frame',
    run: 'draw',
    substitute: 'substitute a target or an inspector',
    certify: 'certify what a draw did with one target',
    target: 'code, registration number or name',
    targetOut: 'target that falls out (empty: it is an inspector)',
    inspectorOut: 'number of the inspector who falls out',
    reason: 'reason',
    approver: 'approver',
    export: 'export a draw',
    verify: 'verify a folder',
    log: 'read the ledger',
    quit: 'quit',
    library: 'which library',
    file: 'path of the file',
    task: 'number of the task',
    seed: source => `value of the seed source “${source}”`,
    draw: 'number of the draw',
    folder: 'folder',
  },
  demo: {
    intro: folder =>
      `the demonstration runs in the new folder ${folder}: import → freeze → draw → export → verify`,
    end: folder => `done. The folder for publication is ${folder}`,
    check: folder => `anyone can check it: cd ${folder} && sha256sum -c SHA256SUMS`,
  },
}

import type { EngineReasons } from '../../../core/engine/reasons.ts'
import { CERTIFICATE_CURES, CERTIFICATE_PROBLEMS, FILE_CURES, FILE_PROBLEMS } from '../engines/problems-en.ts'
import { otherValueEn, trapEn } from '../engines/unfit-en.ts'
import type { EngineSentences } from '../topics/engine.ts'
import { listed, orLike } from './phrases.ts'

export const engineEn: EngineSentences = {
  reasons: {
    'unknown-engine': ({ name, nearest }) => [
      `there is no engine “${name}”${orLike(nearest)}`,
      'ssj engine list shows them, ssj engine add names one',
    ],
    'engine-exists': ({ name }) => [
      `there is an engine “${name}” already`,
      'give another name, or ssj engine remove first',
    ],
    'engine-has-draws': ({ name, draws }) => [
      `cannot remove engine “${name}”: the frames of ${listed(draws)} lie in it`,
      'without it these draws can be neither exported nor replayed',
    ],
    'engine-name': ({ name }) => [
      `“${name}” is no name for an engine`,
      'letters, digits, _ and -, 40 characters at most',
    ],
    'engine-url': ({ url, problem }) => [
      `the address “${url}” ${URL_PROBLEMS[problem]}`,
      problem === 'password'
        ? 'leave the password out, and say where it is: --password env:NAME or --password file:PATH'
        : 'such as postgres://user@host:5432/db, clickhouse://one,two/db?cluster=name, mysql://user@host/db, duckdb:FILE',
    ],
    'engine-kind': ({ engine, kind, other }) => [
      `engine “${engine}” is ${kind} and cannot become ${other}`,
      'name a database of another kind with ssj engine add',
    ],
    'engine-url-option': ({ option, allowed }) => [
      `the option “${option}” of an engine’s address is not known, or has no such value`,
      `it may be: ${allowed.join(', ')}`,
    ],
    'engine-file': ({ engine, file }) => [
      `the file “${file}” of engine “${engine}” does not exist`,
      'duckdb: takes a file that is there, from the folder of the command on, or a whole path',
    ],
    'engine-file-open': ({ engine, file, problem, message }) => [
      `the file “${file}” of engine “${engine}” ${FILE_PROBLEMS[problem]}: ${message}`,
      FILE_CURES[problem],
    ],
    'targets-elsewhere': ({ engines }) => [
      `this database has no targets: they lie in ${listed(engines)}, and a simulation draws from those that are here`,
      'freeze on the engine instead: it tells frame, sizes and who would be excluded, and ssj draw void takes it back before a seed is known; or import a sample of the targets',
    ],
    'engine-registry': ({ text }) => [
      `“${text}” is neither a table nor a select`,
      '--registry takes the name of a table, or a select without a semicolon',
    ],
    'engine-column': ({ pair, problem }) => [
      problem === 'twice'
        ? `--column “${pair}”: the field has a column already`
        : `--column “${pair}” should be field=column`,
      'such as --column 名称=firm_name',
    ],
    'engine-without-id': ({ fields }) => [
      'no column can be the code of a target',
      `name at least one of ${listed(fields)} with --column`,
    ],
    'engine-password': ({ engine, from, problem }) => [
      `cannot get the password of engine “${engine}” (${from}): ${PASSWORD_PROBLEMS[problem]}`,
      problem === 'seen-by-others'
        ? `chmod 600 ${from.slice('file:'.length)}`
        : 'a password is env:NAME or file:PATH',
    ],
    'engine-ca': ({ engine, file, problem }) => [
      problem === 'no-file'
        ? `the file of certificates “${file}” of engine “${engine}” does not exist`
        : `the file “${file}” of engine “${engine}” holds no certificate`,
      'ca=FILE is a file in PEM, from the folder of the command on, or a whole path',
    ],
    'engine-certificate': ({ engine, problem, message }) => [
      `${CERTIFICATE_PROBLEMS[problem](engine)}: ${message}`,
      CERTIFICATE_CURES[problem],
    ],
    'engine-of-dialect': ({ dialect, engines }) => [
      engines.length === 0
        ? `no engine is named sql:${dialect}`
        : `more than one engine is named sql:${dialect}: ${listed(engines)}`,
      engines.length === 0
        ? `first ssj engine add NAME sql:${dialect} --registry … --column …`
        : 'say which with --engine',
    ],
    'driver-missing': ({ engine, driver, command }) => [
      `engine “${engine}” needs the driver ${driver}, which is not installed`,
      `run ${command} where ssj is installed, with -g where ssj was`,
    ],
    'engine-unanswered': ({ engine, dialect, statements }) => [
      `engine “${engine}” (sql:${dialect}) has no driver, and ssj cannot ask it: ${statements.length} statements are to be executed`,
      `to freeze and draw: ssj engine sql TASK --dialect ${dialect} > ask.sql, then --results FILE with what came out; to certify, export and replay: set SSJ_ENGINE_RESULTS=FILE, and the statements go to standard output`,
    ],
    'engine-answer': ({ file, row, place, statement, problem, expected, found }) => [
      `${file} row ${row}${place === null ? '' : `, column ${place}`}: ${ANSWER_PROBLEMS[problem](statement, expected, found)}`,
      problem === 'mangled'
        ? 'have the client print neither quotes nor frames, and leave the tabs as they are'
        : problem === 'encoding'
          ? 'have the client write UTF-8'
          : `remove the lines that begin with ${statement}, execute that statement again and add every line that comes out`,
    ],
    'engine-answer-line': ({ file, row, place, statement, expected, found }) => [
      `${file} row ${row}, field ${place}: the answer to statement ${statement} should have ${ANSWER_FIELDS[expected]}, not “${found}”`,
      `remove the lines that begin with ${statement}, execute that statement again and add every line that comes out`,
    ],
    'engine-failed': ({ engine, statement, message }) => [
      `engine “${engine}” could not do ${statement}: ${message}`,
      'nothing was left behind; run the same command again once that is mended',
    ],
    'engine-cut-short': ({ engine, statement, expected, found }) => [
      `engine “${engine}” ended ${statement} with ${found} rows of ${expected}: it was cancelled there, or the registry changed meanwhile`,
      'nothing was left behind; run the same command again',
    ],
    'engine-unfit': ({ engine, trap, expected, found }) => [
      `cannot draw on engine “${engine}”: ${trapEn(trap, expected, found)}`,
      'ssj engine check tells everything',
    ],
    'engine-value': ({ engine, heading, target, expected }) => [
      `in ${heading} of engine “${engine}” the target “${target}” ${expected === 'order' ? 'does not stand where it should: the engine does not sort by bytes, or its code stands twice' : 'has a code that cannot be used'}`,
      'codes are NFC, without blanks around them, control characters, ; , and "',
    ],
    'engine-cell': other => [
      `in the registry of engine “${other.engine}” ${otherValueEn(other)}`,
      'give --registry a select that writes each column as ssj template targets has it; ssj engine check tells all of them',
    ],
    'engine-target-twice': ({ engine, target, count }) => [
      `the registry of engine “${engine}” has ${count} rows with the code “${target}”`,
      'a target is one row; give --registry a select that leaves the others out',
    ],
    'engine-target-without-id': ({ engine, count }) => [
      `${count} rows of the registry of engine “${engine}” have no code`,
      'give them one, or give --registry a select that leaves them out',
    ],
    'snapshot-changed': ({ engine, draw, file, expected, found }) => [
      `the snapshot of ${draw} in engine “${engine}” was changed: ${file} should be ${expected} and is ${found}`,
      'restore its tables and run again; where that cannot be, void the draw and freeze anew',
    ],
    'snapshot-gone': ({ engine, draw, table }) => [
      `the snapshot of ${draw} in engine “${engine}” is gone: there is no table ${table}`,
      'restore the table and run again; where that cannot be, void the draw and freeze anew',
    ],
    'frozen-on-engine': ({ task, draw, engine }) => [
      engine === null
        ? `task ${task} stands frozen here as ${draw}`
        : `task ${task} stands frozen on engine “${engine}” as ${draw}`,
      'leave --engine out',
    ],
    'engine-rows': ({ engine, file, expected, found }) => [
      `engine “${engine}” gave ${file} with ${found} rows, of ${expected} that it had sorted out`,
      'an answer was cut short or has rows twice: look at its limits for results, then freeze again',
    ],
    'engine-too-few': ({ engine, stratum, wanted, found }) => [
      `the snapshot in engine “${engine}” should give ${wanted} tickets of stratum “${stratum}” and gives ${found}`,
      'it was changed',
    ],
  },
  words: {
    columns: { name: 'engine', url: 'address', registry: 'registry', fields: 'field=column', draws: 'draws' },
    none: 'no engine is named',
    added: name => `engine “${name}” is named; try it with ssj engine check`,
    changed: name => `engine “${name}” is changed; try it with ssj engine check`,
    removed: name => `engine “${name}” is removed`,
    fit: name => `engine “${name}” is fit`,
    unfit: name => `engine “${name}” is not fit:`,
    trap: trapEn,
    emptyRegistry: 'the registry is empty',
    oneTarget: cells =>
      `a target of the registry: ${cells.map(([heading, value]) => `${heading}=${value}`).join(', ')}`,
    otherValues: (heading, kinds) =>
      `${heading} is written otherwise than ssj template targets has it, in ${kinds} ${kinds === 1 ? 'way' : 'ways'}:`,
    otherValue: otherValueEn,
    toAsk: count =>
      `ssj: ${count} statements are to be asked, in this order: put every line that they give into a file, and go on with --results FILE`,
  },
  help: {
    engine: 'engines: databases that the registry of targets lies in already',
    add: 'name an engine: postgres:, clickhouse:, mysql: (MariaDB, TiDB, OceanBase), duckdb:FILE',
    registry: 'the registry: a table, or a select',
    column: 'which column is which field, such as 名称=firm_name; may be given more than once',
    password: 'where the password is: env:NAME, or file:PATH of a file with rights 0600',
    list: 'list the engines',
    check: 'try every expression that a draw asks of an engine',
    remove: 'remove an engine; refused where the frame of a draw lies in it',
    change: 'change the address of an engine, or where its password is: draws whose frames lie in it stay',
    url: 'the new address, of the same kind of engine',
    freezeOn: 'freeze on the registry of this engine',
    sql: 'a database without a driver: print the statements to ask, freeze once their answers are here; with --seed, run',
    dialect:
      'the language: spark, maxcompute, starrocks (Doris), postgres, clickhouse, mysql, duckdb; the engine is named sql:LANGUAGE',
    results: 'the lines that the statements gave, those of every sitting in one file',
  },
}

const URL_PROBLEMS: Readonly<Record<EngineReasons['engine-url']['problem'], string>> = {
  malformed: 'cannot be read',
  scheme: 'is of no engine that is known',
  password: 'holds a password, which must not stand in the database and its ledger',
  'no-file': 'names no file',
}

const ANSWER_PROBLEMS: Readonly<
  Record<
    EngineReasons['engine-answer']['problem'],
    (statement: string, expected: string, found: string) => string
  >
> = {
  mangled: (statement, _, found) =>
    `the line should begin with ${statement} and a tab, but there is ${found}`,
  open: (statement, _, found) =>
    `the answer to statement ${statement} ends here: ${found} lines, and none that says it is all`,
  twice: (statement, expected) =>
    `statement ${statement} was answered twice; its first answer ended in row ${expected}`,
  count: (statement, expected, found) =>
    `the answer to statement ${statement} has ${expected} lines, and the file ${found} of them`,
  encoding: statement => `the answer to statement ${statement} is not UTF-8`,
}

const ANSWER_FIELDS: Readonly<Record<EngineReasons['engine-answer-line']['expected'], string>> = {
  text: 'a text',
  id: 'a code',
  count: 'a whole number',
  digest: 'a digest of 64 lowercase hexadecimal digits',
  kind: 'the letter of a kind',
  number: 'c (a code) or n (a name)',
  flag: '0 or 1',
  rank: '0, 1 or 2',
  nothing: 'nothing more',
  row: 'a row of frame or exclusions',
  ticket: 'the ticket of this row',
}

const PASSWORD_PROBLEMS: Readonly<Record<EngineReasons['engine-password']['problem'], string>> = {
  malformed: 'it should be env:NAME or file:PATH',
  'not-set': 'the environment has no such variable',
  'no-file': 'there is no such file',
  'seen-by-others': 'others may read that file',
  empty: 'it is empty',
}

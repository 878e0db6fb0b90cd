import type { CommonSentences } from '../topics/common.ts'
import { fileProblem, zipProblems } from './file-problem.ts'
import { listed, orLike } from './phrases.ts'

export const commonEn: CommonSentences = {
  reasons: {
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
    'no-database-driver': ({ node }) => [
      `cannot open a database: the SQLite driver for Node ${node} is not installed`,
      'run npm ci again; Node 20 compiles the driver, which takes a C++ compiler and Python 3, Node 22.14 and later do not',
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
    'unreadable-entry': ({ entry }) => [
      `entry ${entry} of the ledger cannot be read: it was edited`,
      'ssj log --verify checks it',
    ],
    'no-such-entry': ({ entry, last }) => [`the ledger has no entry ${entry}: the last one is ${last}`],
    'no-such-file': ({ path }) => [`cannot read “${path}”: no such file`],
    'unreadable-file': ({ path, message }) => [`cannot read “${path}”: ${message}`],
    'invalid-file': ({ path, problem }) => {
      const [state, ...help] = fileProblem(problem)
      return [`cannot read “${path}”: ${state}`, ...help]
    },
    'invalid-zip': ({ path, problem }) => [
      `cannot read “${path}”: ${zipProblems[problem.kind](problem.name)}`,
    ],
    'missing-headings': ({ path, expected }) => [
      `cannot read “${path}”: no headings found; there should be: ${listed(expected)}`,
    ],
    'file-exists': ({ path }) => [`cannot write “${path}”: the file exists`],
    'no-such-folder': ({ path }) => [`there is no folder “${path}”`],
    'not-a-folder': ({ path }) => [`“${path}” is not the folder of a draw: it has no commitment.json`],
    'folder-not-empty': ({ path }) => [
      `cannot write folder “${path}”: something else is in it`,
      'give a folder that does not exist or is empty',
    ],
    usage: ({ message }) => [message, 'ssj --help shows the usage'],
    'unknown-command': ({ name, nearest }) => [
      `there is no command “${name}”${orLike(nearest)}`,
      'ssj --help lists them all',
    ],
    'missing-option': ({ option }) => [`option ${option} is missing`],
    'invalid-option': ({ option, value, expected }) => [
      `option ${option} cannot be “${value}”: it takes ${expected}`,
    ],
    'one-of-options': ({ options }) => [`one of ${options.join(' and ')} is needed, and only one`],
    'option-not-applicable': ({ option, with: other }) => [`option ${option} does not go with ${other}`],
    'invalid-character': ({ option, character }) => [
      `the text of option ${option} holds the control character ${character}`,
    ],
    'approver-is-actor': ({ approver }) => [
      `the approver “${approver}” is the actor: they must be two people`,
    ],
    'private-data-in-reason': ({ option, text }) => [
      `${option} holds a mobile or identity number, which cannot be published: “${text}”`,
      'reasons are published with the result; leave the number out',
    ],
  },
  words: {
    usage: (_code, message) => message,
    hint: 'hint: ',
    internal: message => `internal error: ${message}`,
    between: ' ',
    listed: names => listed(names),
    created: path => `created database ${path}`,
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
  },
  help: {
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
    backup: 'copy the database',
    demo: 'the whole road on sample data',
    demoTo: 'folder for the demonstration',
    reason: 'reason',
    approver: 'who approves',
    encodingOut: 'encoding of the CSVs for people: utf-8 (default) or gb18030',
  },
}

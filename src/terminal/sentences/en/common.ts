import { diskFull, jsonState, settingsWords, systemState } from '../disk/disk-en.ts'
import type { CommonSentences } from '../topics/common.ts'
import { fileProblem, zipProblems } from './file-problem.ts'
import { listed, orLike } from './phrases.ts'

export const commonEn: CommonSentences = {
  reasons: {
    'database-exists': ({ path }) => [
      `cannot create database “${path}”: the file already exists`,
      'choose another name, or use the existing database',
    ],
    'no-such-database': ({ path }) => [
      `cannot open database “${path}”: no such file`,
      'run ssj init first, or name the database with --db',
    ],
    'foreign-database': ({ path }) => [
      `cannot open database “${path}”: it is not an ssj database`,
      'use --db to name a file that ssj created',
    ],
    'newer-database': ({ path, version, known }) => [
      `cannot open database “${path}”: it was written by a newer ssj (schema ${version}; this program knows up to ${known})`,
      'upgrade ssj',
    ],
    'database-locked': ({ path }) => [
      `cannot write to database “${path}”: another command is using it`,
      'try again when it has finished',
    ],
    'no-database-driver': ({ node }) => [
      `cannot open a database: the SQLite driver for Node ${node} is not installed`,
      'run npm ci or npm install again, without --ignore-scripts; Node 20 compiles the driver, which takes a C++ compiler and Python 3, Node 22.14 and later do not',
    ],
    'database-damaged': ({ path }) => [
      `cannot read database “${path}”: the file is damaged`,
      'restore a copy made with ssj backup',
    ],
    'database-unreachable': ({ path }) => [
      `cannot open database “${path}”: its folder does not exist or is not accessible`,
      'check the path: the folder must be there, and may be read and written',
    ],
    'database-read-only': ({ path }) => [
      `cannot write to database “${path}”: the file, its folder or the disk is read-only`,
      'get the right to write there, or work on a copy that lies elsewhere (--db)',
    ],
    'database-is-folder': ({ path }) => [
      `cannot open database “${path}”: it is a folder`,
      'name the file in it, such as ssj.db',
    ],
    'disk-full': diskFull,
    'write-failed': ({ path, message }) => [
      `cannot write “${path}”: ${systemState(message)}`,
      'check the path and the permissions, or name another place',
    ],
    'unreadable-entry': ({ entry }) => [
      `ledger entry ${entry} cannot be read: it has been altered`,
      'check the ledger with ssj log --verify',
    ],
    'no-such-entry': ({ entry, last }) => [`the ledger has no entry ${entry}: the last one is ${last}`],
    'no-such-file': ({ path }) => [`cannot read “${path}”: no such file`],
    'unreadable-file': ({ path, message }) => [`cannot read “${path}”: ${systemState(message)}`],
    'changed-while-read': ({ path }) => [
      `cannot read “${path}”: it was changed while it was read`,
      'wait until nobody writes there, then ask again',
    ],
    'invalid-file': ({ path, problem }) => {
      const [state, ...help] = fileProblem(problem)
      return [`cannot read “${path}”: ${state}`, ...help]
    },
    'invalid-zip': ({ path, problem }) => [
      `cannot read “${path}”: ${zipProblems[problem.kind](problem.name)}`,
    ],
    'missing-headings': ({ path, expected }) => [
      `cannot read “${path}”: no headings found; expected ${listed(expected)}`,
    ],
    'not-a-file': ({ path }) => [
      `cannot read “${path}”: it is a pipe, a device or a socket, not a file`,
      'save it to a file first',
    ],
    'file-in-use': ({ path, lock }) => [
      `another command is using “${path}”`,
      `try again when it has ended; where you know that none is running, remove “${lock}”`,
    ],
    'file-exists': ({ path }) => [`cannot write “${path}”: the file already exists`],
    'too-many-open-files': () => [
      'cannot go on: this shell lets a program open too few files at once',
      'allow more, e.g. ulimit -n 1024',
    ],
    'result-unwritten': ({ message }) => [
      `the command was carried out, but its result could not be written to stdout: ${message}`,
      'do not repeat it: make room, then see ssj log or ssj draw list for what was done',
    ],
    'invalid-settings': ({ path, flaw }) => {
      switch (flaw.kind) {
        case 'json':
          return [`cannot use “${path}”: ${jsonState(flaw.at)}`, 'such as {"lang": "zh", "actor": "王敏"}']
        case 'unknown':
          return [
            `cannot use “${path}”: there is no setting “${flaw.key}”${orLike(flaw.nearest)}`,
            `the settings are: ${listed(flaw.known)}`,
          ]
        case 'value':
          return [
            `cannot use “${path}”: the setting “${flaw.key}” cannot be ${flaw.found}: expected ${flaw.expected}`,
          ]
      }
    },
    'no-such-folder': ({ path }) => [`there is no folder “${path}”`],
    'not-a-folder': ({ path }) => [
      `“${path}” is not the folder of a draw: there is no commitment.json in it`,
    ],
    'folder-not-empty': ({ path }) => [
      `cannot write to folder “${path}”: it is not empty`,
      'name a folder that is empty or does not exist yet',
    ],
    'zip-too-large': ({ path, files, bytes }) => [
      `cannot write “${path}”: ${files} files of ${bytes} bytes are more than a zip can hold (65534 files, about 4 GB)`,
      'export as a folder, without --zip',
    ],
    usage: ({ message, of }) => [message, `run ${of} --help for the usage`],
    'unknown-command': ({ name, nearest, of }) => [
      `${of} has no command “${name}”${orLike(nearest)}`,
      `run ${of} --help for all commands`,
    ],
    'unknown-option': ({ option, nearest, of }) => [
      `${of} has no option “${option}”${orLike(nearest)}`,
      `run ${of} --help for all options`,
    ],
    'missing-option': ({ option }) => [`option ${option} is required`],
    'invalid-option': ({ option, value, expected }) => [
      `option ${option} cannot be “${value}”: expected ${expected}`,
    ],
    'one-of-options': ({ options }) => [`exactly one of ${options.join(' and ')} is required`],
    'option-not-applicable': ({ option, with: other }) => [`option ${option} cannot be used with ${other}`],
    'invalid-character': ({ option, character }) => [
      `the text of option ${option} contains the control character ${character}`,
    ],
    'approver-is-actor': ({ approver }) => [
      `the approver “${approver}” is also the actor: they must be two different people`,
    ],
    'private-data-in-reason': ({ option, text }) => [
      `${option} contains a number or an address of a person, which must not be published: “${text}”`,
      'what it says is published: leave the number out',
    ],
  },
  words: {
    usage: (_code, message) => message,
    hint: 'hint: ',
    internal: message => `internal error: ${message}`,
    listed: names => listed(names),
    created: path => `created database ${path}`,
    seenByOthers: path =>
      `warning: other users of this machine may read database “${path}”, which holds people's data and what is under seal: chmod 600 “${path}”`,
    backedUp: path => `backed up to ${path}`,
    settings: settingsWords,
    reading: 'reading',
    writing: 'writing',
    matching: 'sending people',
    progress: (what, percent, left) => `${what} ${percent} %${left === null ? '' : `, about ${left} left`}`,
    asking: {
      keys: 'up/down to move, Enter to take, Esc to go back',
      keysFind: 'type to find, up/down to move, Enter to take, Esc to go back',
      more: count => `${count} in all; `,
      nothing: 'nothing found',
      typeIt: 'nothing to pick yet: type it',
      yes: 'Yes',
      no: 'No',
      yesOrNo: 'please answer y or n',
      yesHint: ' (y, or Enter for no)',
      lineBack: '[< goes back]',
      linePasted: count => `${count} lines came at once, and are one now; Enter takes it, or write another:`,
      lineMore: (from, to, count) => `${from} to ${to} of ${count}; + for more`,
      linePick: 'a number; Enter for the first; < goes back',
      lineFind:
        'a number, or a few letters to search for (digits after a =); Enter for the first; < goes back',
    },
    demo: {
      intro: folder =>
        `this demonstration runs in a new folder, ${folder}: import → freeze → draw → export → verify`,
      end: folder => `done. The folder to publish is ${folder}`,
      check: folder =>
        `anyone can check it, as ${folder}/核对说明.txt says; on Linux: cd ${folder} && sha256sum -c --strict SHA256SUMS`,
    },
  },
  help: {
    program:
      'audited random draws: freeze the frame, draw from a public seed, match inspectors, export what anyone can verify',
    titles: {},
    version: 'print the version',
    help: 'print this help',
    helpCommand: 'print the help of a command, such as ssj help draw run',
    completion: 'print the completion script of a shell: bash, zsh, fish or powershell',
    required: ' (required)',
    examples: 'Examples:',
    notes: [
      [
        'Exit codes:',
        ['0', 'done, or yes'],
        ['1', 'the answer is no: a file has issues, a folder or replay differs, the ledger is broken'],
        ['2', 'could not: wrong option, refused, infeasible; nothing was changed'],
        ['3', 'done, but stdout could not take the result: do not repeat it'],
        ['130', 'broken off by Ctrl-C'],
      ],
      [
        'Environment:',
        ['SSJ_DB', 'the database, where --db does not say'],
        ['SSJ_LANG', 'the language, zh or en; else LC_ALL, LANG'],
        ['SSJ_ACTOR', 'who is acting'],
        ['SSJ_KEY', 'the key that signs the ledger'],
        ['NO_COLOR', 'no colours; FORCE_COLOR: colours in a pipe too'],
      ],
      [
        'Files:',
        ['ssj.db', 'the database, in the folder where the command runs'],
        [
          'ssj.json',
          'beside the database: lang, actor, color, encoding, headings, format, layout, officers, profile',
        ],
      ],
    ],
    noColor: 'no colours (as with NO_COLOR)',
    groups: {
      registries: 'Registries:',
      rules: 'Rules, annual plan, single cases:',
      draws: 'Draws:',
      results: 'Results and figures:',
      publication: 'Publication, verification and exchange:',
      ledger: 'Ledger and database:',
    },
    db: 'database file (default: $SSJ_DB, then ./ssj.db)',
    lang: 'language: zh or en (default: SSJ_LANG, LC_ALL, LANG, then Chinese)',
    actor: 'who is acting (default: $SSJ_ACTOR, then the system user)',
    json: 'print one JSON document on stdout',
    quiet: 'print no result; answer by the exit code alone',
    init: 'create the database',
    settings: 'show every setting with its value, and where it comes from',
    backup: 'copy the database',
    demo: 'a tour of the whole program on sample data',
    demoTo: 'folder for the demonstration',
    reason: 'the reason, for the record',
    approver: 'who approved it',
    encodingOut: 'encoding of the CSV files meant for people: utf-8 (default) or gb18030',
  },
}

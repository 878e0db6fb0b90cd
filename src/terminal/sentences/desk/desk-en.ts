import { listed } from '../en/phrases.ts'
import type { DeskSentences } from '../topics/desk.ts'
import { figuresEn } from './figures-en.ts'
import { bindingEn, jobsEn } from './jobs-en.ts'
import { askEn, labelsEn } from './questions-en.ts'

export const deskEn: DeskSentences = {
  words: {
    needsTerminal: 'the desk needs a terminal: name a command instead',
    title: 'Random inspections',
    state: {
      database: path => `database  ${path}`,
      noDatabase: path => `database  ${path} (not there yet)`,
      office: name => `office    ${name}`,
      actor: name => `you are   ${name}`,
      last: (at, actor, what) => `last      ${at} ${actor}: ${what}`,
      tasks: (ahead, waiting, drawn) =>
        `tasks     ${ahead} to freeze, ${waiting} waiting for the seed, ${drawn} drawn`,
      nothingOwed: 'results   nothing is owed',
      owed: 'results   ',
      duty: (duty, count, overdue, since) =>
        `${count} ${DUTIES[duty]}${overdue === 0 ? '' : ` (${overdue} overdue, first ${since})`}`,
      lacking: libraries => `registry  still empty: ${listed(libraries)}`,
    },
    groups: {
      registry: 'Registries: import, enter, correct, look up',
      tasks: 'Tasks and draws: check, freeze, draw, replace',
      publish: 'Publish and certify: export, certify, verify',
      results: 'Results: hand out, import, review, publish',
      exchange: 'Exchange: send, take in, compare',
      reports: 'Reports',
      office: 'Settings: papers, rules, ledger, backup',
      trust: 'Signatures and witnesses: keys, checkpoints, time stamps',
      engines: 'Databases elsewhere: name, check',
    },
    allWork: 'All other work',
    otherActor: 'Somebody else sits here',
    quit: 'Leave',
    whatNow: 'What shall be done?',
    which: group => `${group.split(':')[0]}: which?`,
    jobs: jobsEn,
    binding: bindingEn,
    offers: {
      of: (job, { id, name }) => `${job}: ${id} ${name}`,
      due: (job, { id, name }, due) => `${job}: ${id} ${name} (waits for ${due})`,
      lacking: ([first = '', ...others]) =>
        others.length === 0
          ? `Import a file: ${first}, still empty`
          : `Import a file: first ${first} (then ${listed(others)})`,
      duty: (job, count) => `${job} (${count})`,
    },
    ask: askEn,
    labels: labelsEn,
    options: {
      asRegistered: 'take numbers as the register has them (old ones, and those whose check fails)',
      takeNewest: 'where two rows differ: take the later',
      keepOld: 'where two rows differ: keep what is there',
      otherEncoding: 'another encoding (the text is garbled)',
      otherSource: 'Take another source of the seed',
      import: 'import it',
      skipBad: 'import the rows that are right, keep the others in a file to be corrected',
      replace: 'import it, and retire whatever it does not have',
      ofDepartment: 'it is the registry of one department: say which',
      otherLibrary: 'it is another registry',
      otherSheet: 'another sheet',
      otherHeaderRow: 'say in which row the headings stand',
      otherMap: 'say which heading is which field',
      target: 'a target falls out',
      inspector: 'an inspector falls out',
      public: 'the folder for the public',
      archive: 'the folder for the archive',
      both: 'one of each',
      none: '(none)',
      changeIt: 'change it',
      clearIt: 'take it back: it is printed no more',
      everything: '(all)',
      onlyLook: 'only look',
      items: 'the list of items',
      planLines: 'the annual plan',
      again: 'change one answer and try again',
      leave: 'leave it',
      despite: 'do it all the same, and say why',
    },
    record: {
      empty: '(leave empty)',
      none: '(none)',
      enough: count => `that is all (${count})`,
      needed: heading => `${heading} may not be empty`,
      more: 'anything else to fill in or to change?',
      done: 'that is all',
    },
    needed: 'may not be empty',
    formatsOffered: formats =>
      formats
        .replace('csv', 'CSV')
        .replace('html', 'web pages')
        .replace('xlsx', 'Excel (xlsx)')
        .replace('docx', 'Word (docx)')
        .replaceAll(',', ', '),
    insist: fault => `${fault}; if the register really has it so, press Enter once more`,
    encodingsOffered: {
      gb18030: 'GB18030 (GBK, older Excel)',
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16 (“Unicode text” of Excel)',
    },
    sourcesOffered: sources => {
      const [dice = '', other] = sources.split(';')
      return `${dice.replace(/^.*\//, '')} dice, thrown in public${other === undefined ? '' : `, and the drawing ${other}`} (${sources})`
    },
    signedName: file => `${file}-witnessed.txt`,
    taken: path => `“${path}” is there already: another name`,
    standsFor: heading => `Which field does “${heading}” stand for?`,
    badDay: 'write it as 2026-03-01',
    withHint: (sentence, hint) => `${sentence}; ${hint}`,
    badYear: 'a year is written 2026',
    beforeFirst: day => `not before ${day}`,
    badEnding: endings => `the name of the file ends with ${endings.join(', ')}`,
    badNumber: 'write figures, such as 35',
    badSize: 'write it as 30 or 5%',
    states: {
      frozen: 'waits for its seed',
      drawn: 'drawn',
      void: 'void',
      failed: 'found no teams',
      lapsed: 'lapsed',
    },
    taskPeriod: (from, to) => (from === '' ? '' : ` (${from} to ${to})`),
    recognised: (library, file) => `“${file}” holds ${library}; a look first, nothing is written:`,
    filledIn: (heading, value) => `${heading}: ${value}`,
    labelled: (label, value) => `  ${label}: ${value}`,
    line: command => `command line: ${command}`,
    between: ', ',
    figures: figuresEn,
    reckoning: 'looking ahead …',
    summary: 'About to be done: ',
    sure: 'Go ahead?',
    again: job => `Not done: ${job}. Your answers are kept`,
    asksFor: 'What now?',
    notDone: 'back again, nothing was done',
    lookAgain: 'Enter to look again (Esc to leave)',
    goOn: 'Enter to go on',
    announcementName: task => `announced-${task}`,
    publicName: draw => `public-${draw}`,
    archiveName: draw => `archive-${draw}`,
    sheetName: draw => `sheets-${draw}`,
    resultsName: draw => `results-${draw}`,
    certificateName: target => `certificate-${target}.html`,
    templateName: library => `${library}-template.csv`,
    rejectsName: file => `${file}-to-correct.csv`,
    caseSheetName: year => `sheet-of-cases-${year}`,
    riskName: day => `classes-of-risk-${day}.csv`,
    sentName: (layout, ending) => `sent-${layout}.${ending}`,
    comparedName: layout => `compared-${layout}.html`,
    keyName: 'signing.key',
    keysName: 'signing-keys.json',
    checkpointName: day => `checkpoint-${day}.txt`,
    stampName: day => `time-stamp-request-${day}.tsq`,
    backupName: day => `backup-${day}.db`,
    reportsNamed: {
      deadlines: 'what is owed, and until when',
      results: 'results',
      assessment: 'figures of the assessment',
      year: 'the whole year',
      coverage: 'coverage',
      workload: 'workload of inspectors',
      fairness: 'fairness',
      calendar: 'calendar of inspections',
      matrix: 'who met whom',
      targets: 'who met whom, and who went to which firm',
      timeline: 'timeline of one draw',
    },
    interrupted:
      'broken off. What has no entry in the ledger was not written; run ssj to see how far it came, and go on',
    brokeOff: (job, stage, entry) =>
      stage === 'asking'
        ? `last time “${job}” was left half asked: nothing was done, nothing is written`
        : entry === null
          ? `last time “${job}” broke off while it ran: the ledger has no new entry, and a file it was to write is there whole or not at all`
          : `last time “${job}” broke off while it ran, and the ledger has entry ${entry} since: read it before you do it again`,
    goOnWith: job => `Go on: ${job}`,
    goOnEntering: (library, fields) => `Go on entering: ${library} (${fields} filled in)`,
    left: where =>
      `left${where === '' ? '' : `: ${where} was not finished, and nothing of it is written`}. What was done is in the ledger; run ssj to go on`,
  },
  help: {},
}

const DUTIES = {
  enter: 'to enter',
  correct: 'to enter again',
  review: 'to review',
  publish: 'to publish',
  rectify: 'to settle',
  'take-down': 'to take down',
  'carry-out': 'tasks to carry out',
}

import { basename } from 'node:path'
import { LIBRARIES, type LibraryName } from '../../../core/registry/libraries/field.ts'
import { nameOfCode } from '../../../store/views/names.ts'
import { visitsIn } from '../../../store/visits.ts'
import { existing, fresh } from '../work/files.ts'
import { type Job, option, partsOf } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { picked, reason, recordIn, typed, year } from '../work/questions.ts'
import { dayThat, refusalWords } from '../work/readings.ts'
import { askImport, importLine } from './import-mode.ts'
import { changes, fieldsOfNew, setOptions } from './record-questions.ts'
import { causesIn } from './visit-causes.ts'

/** Which registry is meant, by its name in the user's language. */
const whichLibrary = picked('library', async ({ desk }) =>
  LIBRARIES.map(name => ({ name: desk.say.registry.libraries[name], value: name })),
)

/** The day of a visit that was made: today unless another is typed. */
const visitDay = typed('date', {
  initial: ({ state }) => state.today,
  read: dayThat((day, { desk: { say }, state: { today } }) =>
    day > today ? refusalWords(say, { code: 'invalid-visit-day', details: { day, today } }) : null,
  ),
})

const libraryOf = ({ library = '' }: { readonly library?: string }) => library as LibraryName

export const REGISTRY_JOBS = {
  import: {
    group: 'registry',
    offered: isThere,
    questions: [
      existing('file', 'file'),
      { name: 'mode', ask: (sitting, answers) => askImport(sitting, answers.file!, null) },
      fresh(
        'rejects',
        ({ desk }, { file = '' }) => desk.say.desk.rejectsName(basename(file).replace(/\.[a-z]+$/i, '')),
        { when: ({ mode }) => partsOf(mode).includes('--skip-bad') },
      ),
    ],
    lines: ({ file, mode, rejects }) => [importLine(file!, partsOf(mode), rejects)],
  },
  template: {
    group: 'registry',
    questions: [
      whichLibrary,
      fresh(
        'templateTo',
        ({ desk }, answers) => desk.say.desk.templateName(desk.say.registry.libraries[libraryOf(answers)]),
        { endings: ['.csv', '.xlsx'] },
      ),
    ],
    lines: ({ library, templateTo }) => [['template', library!, '--to', templateTo!]],
  },
  add: {
    group: 'registry',
    offered: isThere,
    questions: [whichLibrary, fieldsOfNew],
    lines: ({ library, fields }) => [['add', library!, ...setOptions(fields)]],
    done: ({ library }, { drafts }) => drafts.drop(library!),
  },
  correct: {
    group: 'registry',
    offered: isThere,
    questions: [whichLibrary, recordIn('record', libraryOf), changes],
    lines: ({ library, fields }) => [['add', library!, ...setOptions(fields)]],
    binding: true,
  },
  retire: {
    group: 'registry',
    offered: isThere,
    questions: [whichLibrary, recordIn('record', libraryOf), reason],
    lines: ({ library, record, reason }) => [['retire', library!, record!, '--reason', reason!]],
    binding: true,
  },
  list: {
    group: 'registry',
    offered: isThere,
    questions: [whichLibrary, typed('search', { free: true })],
    lines: ({ library, search }) => [['list', library!, ...option('--search', search), '--limit', '50']],
  },
  look: {
    group: 'registry',
    offered: isThere,
    questions: [whichLibrary, recordIn('record', libraryOf)],
    lines: ({ library, record }) => [['show', library!, record!, '--history']],
  },
  visit: {
    group: 'registry',
    offered: ({ filled }) => filled.has('targets'),
    questions: [
      recordIn('subject', () => 'targets'),
      recordIn('department', () => 'departments'),
      visitDay,
      picked('cause', async ({ read }) => causesIn(read)),
      typed('reference'),
    ],
    lines: ({ subject, department, date, cause, reference }) => [
      [
        ...['visit', 'add', '--target', subject!, '--department', department!],
        ...['--date', date!, '--cause', cause!, ...option('--reference', reference)],
      ],
    ],
    binding: true,
  },
  importVisits: {
    group: 'registry',
    offered: ({ filled }) => filled.has('targets'),
    questions: [existing('file', 'file')],
    lines: ({ file }) => [['visit', 'import', file!]],
    binding: true,
  },
  strike: {
    group: 'registry',
    offered: isThere,
    questions: [
      picked('visit', async ({ read }) =>
        read(store =>
          [...visitsIn(store, null)]
            .filter(({ until }) => until === null)
            .reverse()
            .map(({ id, day, target, cause }) => ({
              name: `${id}  ${day}  ${target} ${nameOfCode(store, 'targets', target, null)}  ${cause}`,
              value: id,
            })),
        ),
      ),
      reason,
    ],
    lines: ({ visit, reason }) => [['visit', 'strike', visit!, '--reason', reason!]],
    binding: true,
  },
  visits: {
    group: 'registry',
    offered: isThere,
    questions: [year()],
    lines: ({ year }) => [['visit', 'list', '--year', year!]],
  },
} as const satisfies Record<string, Job>

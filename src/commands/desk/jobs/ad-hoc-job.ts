import { isDay } from '../../../core/dates.ts'
import type { Field } from '../../../core/registry/libraries/field.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import { askCell } from '../../registry/ask-cell.ts'
import { type Answers, type Job, option, partsOf, type Question } from '../work/job.ts'
import { fresh, typed } from '../work/questions.ts'

const of = library('plan')

/** One field of a task, asked for as in a record of the plan. */
function field(name: QuestionName, called: string): Question {
  const field = (of.fields as readonly Field[]).find(({ name }) => name === called)!
  return { name, ask: ({ desk, asker }, answers) => askCell(desk, asker, of, field, answers[name]) }
}

function dayOf(name: 'from' | 'until', fits: (text: string, answers: Answers) => boolean = () => true) {
  return typed(name, {
    check: (text, { desk }, answers) => (isDay(text) && fits(text, answers) ? null : desk.say.desk.badDay),
  })
}

/** 临时任务: described by its fields, and frozen as it stands. */
export const AD_HOC: Job = {
  group: 'tasks',
  offered: ({ filled }) => filled.has('targets') && filled.has('inspectors'),
  questions: [
    field('taskName', 'name'),
    field('lead', 'lead'),
    field('items', 'items'),
    typed('size', {
      check: (text, { desk }) => (/^\d+(?:\.\d+)?[%％]?$/.test(text) ? null : desk.say.desk.badSize),
    }),
    dayOf('from'),
    dayOf('until', (text, { from = '' }) => text >= from),
    typed('where', { free: true }),
    field('sources', 'sources'),
    fresh('announceTo', ({ desk }, { taskName = '' }) =>
      desk.say.desk.announcementName(taskName.replaceAll(/[/\\:*?"<>|\s]/g, '-')),
    ),
  ],
  lines({ taskName, lead, items, size = '', from, until, where, sources = '', announceTo }) {
    return [
      [
        ...['draw', 'freeze', '--name', taskName!, '--lead', lead!, ...option('--items', items)],
        ...(/[%％]$/.test(size) ? ['--rate', size.replace('％', '%')] : ['--count', size]),
        ...['--from', from!, '--to', until!],
        ...option('--where', where),
        ...partsOf(sources.replaceAll(/[;；,，、]/g, '\n')).flatMap(source => ['--source', source]),
        ...option('--to', announceTo),
      ],
    ]
  },
  binding: true,
}

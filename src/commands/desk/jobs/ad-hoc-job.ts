import { monthEnd } from '../../../core/dates.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import { askCell } from '../../registry/ask-cell.ts'
import { freezeFigures } from '../figures/freeze-figures.ts'
import { fresh } from '../work/files.ts'
import { type Job, option, partsOf, type Question } from '../work/job.ts'
import { typed } from '../work/questions.ts'
import { asField, dayThat, fieldOf, type Read } from '../work/readings.ts'
import { ownSource } from './seed-source.ts'

const of = library('plan')

/** One field of a task, asked for as in a record of the plan. */
function field(name: QuestionName, called: string): Question {
  const field = fieldOf('plan', called)
  return { name, ask: ({ desk, asker }, answers) => askCell(desk, asker, of, field, answers[name]) }
}

/** 30, or 5%, in figures of any width. */
const sizeRead: Read = async (text, sitting, answers) => {
  for (const name of ['count', 'rate']) {
    const reading = await asField('plan', name)(text, sitting, answers)
    if ('value' in reading && !NOBODY.test(reading.value)) return reading
  }
  return { fault: sitting.desk.say.desk.badSize }
}

const NOBODY = /^[0.]*%?$/

const untilRead = dayThat((day, { desk: { say } }, { from = '' }) =>
  day >= from ? null : say.desk.beforeFirst(from),
)

function lastOfMonth(day: string): string {
  return day === '' ? '' : monthEnd(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

const adHocLines: Job['lines'] = ({
  taskName,
  lead,
  items,
  size = '',
  from,
  until,
  where,
  sources = '',
  announceTo,
}) => {
  return [
    [
      ...['draw', 'freeze', '--name', taskName!, '--lead', lead!, ...option('--items', items)],
      ...(/^\d+$/.test(size) ? ['--count', size] : ['--rate', size]),
      ...['--from', from!, '--to', until!],
      ...option('--where', where),
      ...partsOf(sources.replaceAll(/[;；,，、]/g, '\n')).flatMap(source => ['--source', source]),
      ...option('--to', announceTo),
    ],
  ]
}

/** 临时任务: described by its fields, and frozen as it stands. */
export const AD_HOC: Job = {
  group: 'tasks',
  offered: ({ filled }) => filled.has('targets') && filled.has('inspectors'),
  questions: [
    field('taskName', 'name'),
    field('lead', 'lead'),
    field('items', 'items'),
    typed('size', { read: sizeRead }),
    typed('from', { initial: ({ state }) => state.today, read: dayThat() }),
    typed('until', { initial: (_, { from = '' }) => lastOfMonth(from), read: untilRead }),
    typed('where', { free: true, read: asField('plan', 'condition') }),
    ownSource,
    fresh('announceTo', ({ desk }, { taskName = '' }) =>
      desk.say.desk.announcementName(taskName.replaceAll(/[/\\:*?"<>|\s]/g, '-')),
    ),
  ],
  lines: adHocLines,
  figures: freezeFigures(adHocLines),
  binding: true,
}

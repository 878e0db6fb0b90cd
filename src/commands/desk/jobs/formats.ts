import { option, type Question } from '../work/job.ts'

const FORMATS = ['csv,html', 'csv,html,xlsx', 'csv,html,docx', 'csv,html,xlsx,docx'] as const

/** In which formats papers are written. */
export const formats: Question = {
  name: 'formats',
  ask: ({ desk: { say }, asker }, answers) =>
    asker.choose<string>(
      say.desk.ask.formats,
      FORMATS.map(value => ({ name: say.desk.formatsOffered(value), value })),
      answers.formats,
    ),
}

/** The option that says so; none where papers are written so anyway. */
export function formatOption(formats: string | undefined): string[] {
  return formats === FORMATS[0] ? [] : option('--format', formats)
}

import type { DrawAt } from '../../../store/desk/office-state.ts'
import { readRecord } from '../../../store/registry/registry.ts'
import { recordSearch } from '../../registry/record-search.ts'
import { existing, freeName, fresh } from '../work/files.ts'
import { type Job, type Line, option, type Question } from '../work/job.ts'
import { anyDrawn } from '../work/offered.ts'
import { drawIn, oneOf, year } from '../work/questions.ts'
import { formatOption, formats } from './formats.ts'

const isDrawn = ({ state }: DrawAt) => state === 'drawn'

/** A target of the registry, or a code that is typed: of one that the registry does not know a certificate says so. */
const subject: Question = {
  name: 'subject',
  ask({ desk, asker }) {
    const search = recordSearch(desk, 'targets')
    return asker.find(desk.say.desk.ask.subject, async (term, signal) => {
      const found = await search(term, signal)
      return found.length > 0 || term === '' ? found : [{ name: term, value: term }]
    })
  },
}

/** A certificate is named after its firm. */
const certificateTo = fresh(
  'certificateTo',
  async ({ desk, read }, { subject = '' }) => {
    const name = await read(store => readRecord(store, 'targets', subject)?.get('name'))
    return desk.say.desk.certificateName((name || subject).replaceAll(/[/\\:*?"<>|\s]/g, ''))
  },
  { endings: ['.html', '.json', '.docx', '.ofd'] },
)

export const PUBLISH_JOBS = {
  export: {
    group: 'publish',
    offered: anyDrawn,
    questions: [
      drawIn('draw', isDrawn),
      oneOf('profile', ['public', 'archive', 'both']),
      formats,
      fresh('folder', ({ desk: { say } }, { draw, profile }) =>
        profile === 'archive' ? say.desk.archiveName(draw!) : say.desk.publicName(draw!),
      ),
    ],
    lines({ draw, profile, formats, folder }, { desk }) {
      const line = (to: string, archive: boolean): Line => [
        ...['export', draw!, '--to', to],
        ...(archive ? ['--profile', 'archive'] : []),
        ...formatOption(formats),
      ]
      if (profile !== 'both') return [line(folder!, profile === 'archive')]
      return [line(folder!, false), line(freeName(desk, desk.say.desk.archiveName(draw!)), true)]
    },
  },
  certify: {
    group: 'publish',
    offered: anyDrawn,
    questions: [drawIn('draw', isDrawn), subject, certificateTo],
    lines: ({ draw, subject, certificateTo }) => [['certify', draw!, subject!, '--to', certificateTo!]],
  },
  certifyYear: {
    group: 'publish',
    offered: anyDrawn,
    questions: [subject, year(), certificateTo],
    lines: ({ subject, year, certificateTo }) => [
      ['certify', subject!, '--year', year!, ...option('--to', certificateTo)],
    ],
  },
  lists: {
    group: 'publish',
    offered: ({ filled }) => filled.has('items') || filled.has('plan'),
    questions: [
      oneOf('list', ['items', 'planLines']),
      fresh(
        'listTo',
        ({ desk: { say } }, { list }) => `${say.desk.options[list as 'items' | 'planLines']}.xlsx`,
        { endings: ['.csv', '.xlsx', '.html'] },
      ),
    ],
    lines: ({ list, listTo }) => [['publish', list === 'items' ? 'items' : 'plan', '--to', listTo!]],
  },
  publicResults: {
    group: 'publish',
    offered: ({ filled }) => filled.has('results'),
    questions: [fresh('publishTo', ({ desk, state }) => desk.say.desk.resultsName(state.today))],
    lines: ({ publishTo }) => [['publish', 'results', '--to', publishTo!]],
  },
  verifyCertificate: {
    group: 'publish',
    questions: [
      existing('certificate', 'file', { matching: /\.(?:json|html)$/i }),
      existing('checked', 'folder'),
    ],
    lines: ({ certificate, checked }) => [['verify', checked!, '--certificate', certificate!]],
  },
  verify: {
    group: 'publish',
    questions: [existing('checked', 'folder')],
    lines: ({ checked }) => [['verify', checked!]],
  },
} as const satisfies Record<string, Job>

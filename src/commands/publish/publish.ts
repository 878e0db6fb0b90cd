import { nearest } from '../../core/nearest.ts'
import { itemList, type Names, planList } from '../../core/publication/lists/registry-lists.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import type { RecordOf } from '../../core/registry/record.ts'
import { writeNewFile } from '../../files/folder.ts'
import { encoded, type Format, written } from '../../files/writing/documents.ts'
import type { Store } from '../../store/open.ts'
import { readRecords } from '../../store/registry/registry.ts'
import { adHocTasks } from '../../store/registry/tasks.ts'
import type { Desk } from '../../terminal/desk.ts'
import { encodingOut } from '../encoding-out.ts'
import { inOneState } from '../session.ts'
import { layoutNamed } from './layout-named.ts'
import { officeIn } from './office-in.ts'

const refuse = refusal<OptionReasons & RegistryReasons>()

export interface PublishOptions {
  readonly to: string
  readonly layout?: string
  readonly year?: string
  readonly encoding?: string
  readonly draw?: string
  readonly department?: string
  readonly since?: string
  readonly until?: string
  /** Files of the keys that sign published results. */
  readonly sign?: readonly string[]
}

const LISTS = ['items', 'plan'] as const
const OF_RESULTS = ['draw', 'department', 'since', 'until', 'sign'] as const
const FORMAT: Readonly<Record<string, Format>> = { csv: 'csv', xlsx: 'xlsx', html: 'html', htm: 'html' }

/** publish — a registry as the list that the office publishes: the items, or the plan without ad-hoc tasks. */
export async function publish(desk: Desk, name: string, options: PublishOptions): Promise<number> {
  if (name === 'results') {
    if (options.year !== undefined) throw refuse('option-not-applicable', { option: '--year', with: name })
    return (await import('./publish-results.ts')).publishedResults(desk, options)
  }
  const other = OF_RESULTS.find(option => options[option] !== undefined)
  if (other !== undefined) throw refuse('option-not-applicable', { option: `--${other}`, with: name })
  const list = LISTS.find(known => known === name)
  if (list === undefined)
    throw refuse('unknown-library', {
      name,
      nearest: nearest(name, [...LISTS, 'results']),
      known: [...LISTS, 'results'],
    })
  const { to, year = null } = options
  const format = FORMAT[/\.([a-z]+)$/i.exec(to)?.[1]?.toLowerCase() ?? '']
  if (format === undefined)
    throw refuse('invalid-option', { option: '--to', value: to, expected: '*.csv, *.xlsx, *.html' })
  if (year !== null && !/^\d{4}$/.test(year))
    throw refuse('invalid-option', { option: '--year', value: year, expected: 'YYYY' })
  const layout = layoutNamed(desk, list, options.layout)
  const encoding = encodingOut(options.encoding)
  return inOneState(desk, async store => {
    const names = namesIn(store)
    const office = officeIn(store)
    const document =
      list === 'items'
        ? itemList([...readRecords(store, 'items')], names, layout, office)
        : planList(plannedTasks(store), names, layout, office, year)
    const [content] = encoded(await written([document], [format]), encoding).values()
    writeNewFile(desk.path(to), content!, 'umask')
    const rows = document.data!.rows.length
    desk.result({ list, file: to, layout: layout.name, rows }, () => [
      desk.say.publish.published(to, rows, layout.name),
    ])
    return 0
  })
}

/** The lines of the plan; tasks that a draw brought with it (临时任务) are none. */
function plannedTasks(store: Store): RecordOf<'plan'>[] {
  const adHoc = adHocTasks(store)
  return [...readRecords(store, 'plan')].filter(({ id }) => !adHoc.has(id))
}

function namesIn(store: Store): Names {
  const departments = new Map([...readRecords(store, 'departments')].map(one => [one.id, one]))
  const items = new Map([...readRecords(store, 'items')].map(one => [one.id, one]))
  return {
    department: code => departments.get(code)?.get('name') || code,
    level: code => departments.get(code)?.get('level') ?? '',
    item: code => {
      const item = items.get(code)
      return { name: item?.get('name') ?? code, content: item?.get('content') ?? '' }
    },
  }
}

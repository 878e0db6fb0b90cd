import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import type { DrawFacts, ItemFacts } from '../../core/publication/draw-facts.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import { taskOf } from '../../core/registry/task.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import { type DrawRecord, offsetAtFreeze, seedRun } from '../draws/draw-record.ts'
import { isSealed } from '../draws/draws.ts'
import { officeFacts } from '../office.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { drawnOf } from './drawn.ts'
import { commitmentIn, seedIn } from './kept-files.ts'
import { departmentName } from './names.ts'
import { registryChanges } from './registry-changes.ts'

/** All that notices say of a draw that has its seed, with the names of the registries as they stood when it was frozen. */
export function drawFacts(store: Store, draw: DrawRecord): DrawFacts {
  const { number, attempt, detail, since, digest } = draw
  const seeded = seedRun(draw)!
  const files = openFilesOf(store, number)
  const commitment = commitmentIn(files)
  const task = taskOf([...detail.row], detail.day)
  const plan = asRecord('plan', [...detail.row])
  const others = task.departments.filter(code => code !== task.lead)
  const selection = drawnOf(store, number)
  const count = (status: 'drawn' | 'reserve') => selection.filter(row => row.status === status).length
  const { committed, machine } = seeded.detail
  const office = officeFacts(store, number)
  return {
    number,
    attempt,
    again: detail.again,
    void: draw.void,
    task: {
      id: draw.task,
      name: detail.name,
      kind: plan.get('kind'),
      scope: plan.get('scope'),
      method: plan.get('method'),
      from: draw.starts,
      to: draw.ends,
    },
    ...numbersOf(store, draw, plan),
    items: detail.items.map(code => itemFacts(store, code, since)),
    lead: departmentName(store, task.lead, since),
    departments: [task.lead, ...others].map(code => departmentName(store, code, since)),
    commitment,
    digest,
    frozen: { at: detail.frozenAt, by: detail.actor },
    drawn: { at: seeded.detail.drawnAt, by: seeded.detail.actor },
    offset: offsetAtFreeze(detail),
    circumstances: { committed, machine, sealed: draw.sealed !== null, weak: detail.weak ?? null },
    witnesses: seeded.detail.witnesses ?? [],
    ...(seeded.detail.enteredBy === undefined ? {} : { enteredBy: seeded.detail.enteredBy }),
    seed: seedIn(files, commitment).lines.map(({ source, value }) => ({
      source,
      value: isSealed(draw) && source === draw.sealed?.source ? null : value,
    })),
    changes: commitment.spec === 'ssj-draw/1' ? null : changesBefore(store, draw),
    counts: { drawn: count('drawn'), reserve: count('reserve') },
    failed: draw.ended?.how === 'failed' ? draw.ended.detail.department : null,
    ...(office === null ? {} : { office }),
  }
}

/** What the platform calls plan and task: as the plan has it now, since it gives its numbers once it has approved. */
function numbersOf(
  store: Store,
  { taskId }: DrawRecord,
  frozen: RecordOf<'plan'>,
): Pick<DrawFacts, 'numbers'> {
  const now = readRecord(store, 'plan', taskId) ?? frozen
  const [plan, task] = [now.later('plan_number'), now.later('task_number')]
  return plan === '' && task === '' ? {} : { numbers: { plan, task } }
}

function itemFacts(store: Store, code: string, entry: EntryNumber): ItemFacts {
  const item = readRecord(store, 'items', code, entry)
  return {
    name: item?.get('name') || code,
    content: item?.get('content') ?? '',
    basis: item?.get('basis') ?? '',
    methods: item?.list('methods') ?? [],
  }
}

/** How the registries moved between the freeze before this one, of whatever task, and this one. */
function changesBefore(store: Store, { since }: DrawRecord): DrawFacts['changes'] {
  const last = store
    .sql<{ number: DrawNumber; since: EntryNumber }>(
      'select number, since from draw where since < ? order by since desc limit 1',
    )
    .get(since)
  const registries = registryChanges(store, last?.since ?? null, since)
  return { after: last?.number ?? null, registries }
}

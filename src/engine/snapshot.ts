import type { ExclusionRow, FrameRow } from '../core/draw/folder/rows.ts'
import { ANSWER_SHAPES, type Shape } from '../core/engine/answer-shapes.ts'
import { type Engine, mappedFields } from '../core/engine/engine.ts'
import {
  askedSql,
  groupKey,
  groupsSql,
  judgedRow,
  namedSql,
  snapshotSql,
  twiceSql,
  UNSTAFFABLE_KIND,
  type UnstaffableGroup,
} from '../core/engine/freeze-sql.ts'
import { readRest, recordReader } from '../core/engine/read-answers.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { KINDS, sortOutSql } from '../core/engine/sort-out-sql.ts'
import { created, dropped, inserted, namesOf, type SnapshotNames } from '../core/engine/tables.ts'
import type { Rest } from '../core/frame/rest.ts'
import { UNSTAFFABLE } from '../core/frame/staffed.ts'
import type { DepartmentCode, TargetId } from '../core/ids.ts'
import { refusal } from '../core/refusal.ts'
import { idOf, type RecordCells } from '../core/registry/libraries/record-cells.ts'
import type { Task } from '../core/registry/task.ts'
import type { Rules } from '../core/rules/rules.ts'
import { type Session, shapedLines } from './drivers/session.ts'

const refuse = refusal<EngineReasons>()

/** The registry of an engine as a task sorts it out: whom the past may bear on row by row, the rest as groups of those alike. */
export interface SortedOut {
  readonly asked: readonly Asked[]
  readonly rest: Rest
}

/** A target row by row: its record, and the same as the engine tells it. */
export interface Asked {
  readonly record: RecordCells
  readonly cells: string
}

/** Sorts the registry out within the engine; `keys` are those whom something outside the registry may bear on. */
export async function sortOut(
  session: Session,
  engine: Engine,
  { tables, made }: Making,
  { task, rules, keys }: { readonly task: Task; readonly rules: Rules; readonly keys: ReadonlySet<TargetId> },
): Promise<SortedOut> {
  const { dialect } = session
  const names = namesOf(tables)
  if (keys.size > 0) {
    await make(session, names, 'keys', made)
    const rows = Array.from(keys, target => [target])
    for (const step of inserted(dialect, names.keys, rows)) await session.run(step)
  }
  await make(session, names, 'sorted', made)
  await session.run({ sql: sortOutSql(dialect, engine, { task, rules }, names, keys.size > 0) })
  for (const step of dialect.indexed(names.sorted, 'target')) await session.run(step)
  for (const sql of [twiceSql, groupsSql, askedSql]) session.ahead?.(sql(dialect, names))
  const [twice] = await shapedLines(session, twiceSql(dialect, names), ANSWER_SHAPES.twice)
  if (twice !== undefined) {
    const [target, count] = twice.split('\t') as [string, string]
    throw target === ''
      ? refuse('engine-target-without-id', { engine: engine.name, count: Number(count) })
      : refuse('engine-target-twice', { engine: engine.name, target, count: Number(count) })
  }
  const rest = readRest(await shapedLines(session, groupsSql(dialect, names), ANSWER_SHAPES.groups))
  const nameless = [...rest.framed, ...rest.excluded].find(({ target }) => target === '')
  // Several of them stand twice.
  if (nameless !== undefined) throw refuse('engine-target-without-id', { engine: engine.name, count: 1 })
  const read = recordReader(engine)
  const asked =
    keys.size === 0 ? [] : await shapedLines(session, askedSql(dialect, names), cellsShape(engine))
  return { asked: asked.map(cells => ({ record: read(cells), cells })), rest }
}

/** The cells of a target, as many as the engine has columns. */
function cellsShape(engine: Engine): Shape {
  const { fields, extras } = mappedFields(engine)
  return [...fields, ...extras].map(() => 'text')
}

/** The ids of the targets that go by these names or numbers in the registry of an engine. */
export async function targetsCalled(
  session: Session,
  engine: Engine,
  names: readonly string[],
): Promise<Map<string, TargetId[]>> {
  const found = new Map<string, TargetId[]>()
  if (names.length === 0) return found
  for (const line of await shapedLines(
    session,
    namedSql(session.dialect, engine, names),
    ANSWER_SHAPES.named,
  )) {
    const [name, id] = line.split('\t') as [string, TargetId]
    const ids = found.get(name) ?? []
    if (!ids.includes(id)) ids.push(id)
    found.set(name, ids.sort())
  }
  return found
}

/** What was settled of those whom the past bears on, and which groups of the rest nobody may staff. */
export interface Judged {
  readonly framed: readonly (FrameRow & { readonly cells: string })[]
  readonly excluded: readonly (ExclusionRow & { readonly cells: string })[]
  readonly unstaffable: readonly UnstaffableGroup[]
}

/** Parts what was settled into rows of their own and groups: rows that stand for many tell theirs. */
export function judgedOf(
  { asked, rest }: SortedOut,
  {
    framed,
    excluded,
    unstaffable,
  }: {
    readonly framed: readonly FrameRow[]
    readonly excluded: readonly ExclusionRow[]
    readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
  },
): Judged {
  const records = new Map(asked.map(({ record, cells }) => [idOf(record), cells]))
  const groups = rest.framed.flatMap(({ target, departments, area }) => {
    const department = unstaffable.get(target)
    return department === undefined ? [] : [{ departments: departments.join(';'), area, department }]
  })
  return {
    framed: framed.flatMap(row => {
      const cells = records.get(row.target)
      return cells === undefined ? [] : [{ ...row, cells }]
    }),
    excluded: excluded.flatMap(row => {
      const cells = records.get(row.target)
      return cells === undefined ? [] : [{ ...row, cells }]
    }),
    unstaffable: [...new Map(groups.map(group => [groupKey(group), group])).values()],
  }
}

/** Makes the snapshot of frame and exclusions, and takes away what only led to it. */
export async function takeSnapshot(
  session: Session,
  { tables, made }: Making,
  judged: Judged,
): Promise<void> {
  const { dialect } = session
  const names = namesOf(tables)
  const rows = rowsOf(judged)
  const isJudged = rows.length > 0
  if (isJudged) {
    await make(session, names, 'judged', made)
    for (const step of inserted(dialect, names.judged, rows)) await session.run(step)
  }
  for (const table of ['frame', 'excluded'] as const) await make(session, names, table, made)
  for (const sql of snapshotSql(dialect, names, { isJudged, unstaffable: judged.unstaffable }))
    await session.run({ sql })
  for (const step of dropped(dialect, names, ['keys', 'firms', 'sorted', 'judged'])) await session.run(step)
}

function rowsOf({ framed, excluded, unstaffable }: Judged): (readonly string[])[] {
  return [
    ...framed.map(({ stratum, target, departments, area, cells }) =>
      judgedRow({ kind: KINDS.framed, stratum, target, departments: departments.join(';'), area, cells }),
    ),
    ...excluded.map(({ target, reason, cells }) =>
      judgedRow({ kind: KINDS.excluded, target, reason, cells }),
    ),
    ...unstaffable.map(group =>
      judgedRow({
        kind: UNSTAFFABLE_KIND,
        reason: `${UNSTAFFABLE}:${group.department}`,
        cells: groupKey(group),
      }),
    ),
  ]
}

/** The tables that a freeze has made: only these are taken away again. */
export type MadeTables = Set<string>

/** What the names of the tables begin with, and which have been made. */
export interface Making {
  readonly tables: string
  readonly made: MadeTables
}

async function make(
  session: Session,
  names: SnapshotNames,
  which: keyof SnapshotNames,
  made: MadeTables,
): Promise<void> {
  const [first, ...more] = created(session.dialect, names, which)
  await session.run(first!)
  made.add(names[which])
  for (const step of more) await session.run(step)
}

/** Takes away what a freeze has made that came to nothing. */
export async function dropMade(session: Session, made: MadeTables): Promise<void> {
  for (const table of made)
    for (const step of session.dialect.drop(table)) await session.run(step).catch(() => {})
}

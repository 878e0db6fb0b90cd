import { ANSWER_SHAPES } from '../core/engine/answer-shapes.ts'
import type { Engine } from '../core/engine/engine.ts'
import { answeredSql, firmsNamedSql, firmsSql, saysWhoAnswers } from '../core/engine/firms-sql.ts'
import { recordReader } from '../core/engine/read-answers.ts'
import { created, namesOf } from '../core/engine/tables.ts'
import type { TargetId } from '../core/ids.ts'
import { idOf, type RecordCells } from '../core/registry/libraries/record-cells.ts'
import { onlyFirms } from '../core/registry/only-firms.ts'
import { type Session, shapedLines } from './drivers/session.ts'
import type { Making } from './snapshot.ts'

/** Who answers for what in the registry of an engine, and what it says of these firms. */
export interface FirmsThere {
  readonly firms: ReadonlyMap<TargetId, TargetId>
  readonly records: readonly RecordCells[]
}

/** Nobody answers for anything there. */
export const NO_FIRMS: FirmsThere = { firms: new Map(), records: [] }

/** Asks an engine who answers for the products, projects and behaviours of its registry: by the rules of `responsibleFirms`. */
export async function firmsThere(
  session: Session,
  engine: Engine,
  { tables, made }: Making,
): Promise<FirmsThere> {
  if (!saysWhoAnswers(engine)) return NO_FIRMS
  const { dialect } = session
  const names = namesOf(tables)
  const [first, ...more] = created(dialect, names, 'firms')
  await session.run(first!)
  made.add(names.firms)
  for (const step of more) await session.run(step)
  await session.run({ sql: answeredSql(dialect, engine, names) })
  const named = firmsNamedSql(dialect, engine, names)
  session.ahead?.(named)
  const lines = await shapedLines(session, firmsSql(dialect, names), ANSWER_SHAPES.firms)
  if (lines.length === 0) return NO_FIRMS
  const read = recordReader(engine)
  const found = (await shapedLines(session, named, ANSWER_SHAPES.firmsNamed)).map(line => {
    const [kind, name, ...cells] = line.split('\t') as ['c' | 'n', string, ...string[]]
    return { byCode: kind === 'c', name, record: read(cells.join('\t')) }
  })
  const firmOf = onlyFirms(found.map(({ record, ...one }) => ({ ...one, id: idOf(record) })))
  const firms = new Map(
    lines.map(line => {
      const [target, name] = line.split('\t') as [TargetId, string]
      return [target, firmOf(name)] as const
    }),
  )
  const answering = new Set(firms.values())
  const records = new Map(found.map(({ record }) => [idOf(record), record]))
  return { firms, records: [...records].flatMap(([id, record]) => (answering.has(id) ? [record] : [])) }
}

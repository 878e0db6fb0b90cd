import { ANSWER_SHAPES } from '../core/engine/answer-shapes.ts'
import type { Engine } from '../core/engine/engine.ts'
import { cellsOfSql } from '../core/engine/place-sql.ts'
import { recordReader } from '../core/engine/read-answers.ts'
import { type OtherField, otherValues, valuesSql } from '../core/engine/registry-values.ts'
import type { RecordCells } from '../core/registry/libraries/record-cells.ts'
import { allLines, type Session, shaped } from './drivers/session.ts'

/** What the values of an engine's registry are read by. */
export interface ValuesAsked {
  readonly fields: readonly string[]
  /** Every way to name a department, and its code. */
  readonly departments: ReadonlyMap<string, string>
  readonly strata?: readonly string[]
}

/** The values in these fields of a registry that a file would have been read otherwise for: each once, whatever the number of its rows. */
export async function otherValuesIn(
  session: Session,
  engine: Engine,
  { fields, departments, strata }: ValuesAsked,
): Promise<readonly OtherField[]> {
  if (fields.length === 0) return []
  const others = otherValues(departments, strata)
  for await (const line of shaped(session, valuesSql(session.dialect, engine, fields), ANSWER_SHAPES.values))
    others.see(line)
  return others.end()
}

/** One target of a registry, as it is read; null where it has none. */
export async function oneTarget(session: Session, engine: Engine): Promise<RecordCells | null> {
  const [cells] = await allLines(session, cellsOfSql(session.dialect, engine, 1))
  return cells === undefined ? null : recordReader(engine)(cells)
}

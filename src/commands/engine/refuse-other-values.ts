import type { Engine } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { decidingFields, namesOfDepartments } from '../../core/engine/registry-values.ts'
import type { FreezeInput } from '../../core/freeze/freeze.ts'
import { refusal } from '../../core/refusal.ts'
import type { Session } from '../../engine/drivers/session.ts'
import { otherValuesIn } from '../../engine/registry-values.ts'

const refuse = refusal<EngineReasons>()

/** Refuses a registry of which a value that decides anything is written otherwise than a file's would have been read to. */
export async function refuseOtherValues(
  session: Session,
  engine: Engine,
  { task, rules, published }: Pick<FreezeInput, 'task' | 'rules' | 'published'>,
): Promise<void> {
  const [other] = await otherValuesIn(session, engine, {
    fields: decidingFields(engine, task, rules),
    departments: namesOfDepartments(published.departments),
    strata: task.strata,
  })
  if (other !== undefined) throw refuse('engine-cell', { engine: engine.name, ...other.examples[0]! })
}

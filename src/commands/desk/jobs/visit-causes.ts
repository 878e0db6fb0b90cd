import { membersIn } from '../../../core/registry/cells/cell-result.ts'
import { ruleValues } from '../../../store/rules.ts'
import type { Choice } from '../../../terminal/asker.ts'
import type { Sitting } from '../work/job.ts'

/** The causes that the office's rule has for visits that were not drawn. */
export async function causesIn(read: Sitting['read']): Promise<Choice<string>[]> {
  const causes = await read(store => ruleValues(store)['visit-causes'])
  return membersIn(causes).map(cause => ({ name: cause, value: cause }))
}

import type { Day } from '../dates.ts'
import type { FieldName } from '../registry/libraries/library.ts'
import type { LaterFieldName } from '../registry/record.ts'

/** What an ad-hoc task (临时任务) is said to be, by field of the plan; its days are said one by one. */
export interface AdHocTask {
  readonly fields: ReadonlyMap<FieldName<'plan'> | LaterFieldName<'plan'>, string>
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The cells of an ad-hoc task with what is left out filled in: it goes by the number of the draw that it is for, and
 * begins today where only its last day is said.
 */
export function adHocCells({ fields, from, to }: AdHocTask, number: string, today: Day): Map<string, string> {
  const code = fields.get('code') ?? `LS-${number}`
  const name = fields.get('name') ?? `临时任务 ${code}`
  const period: readonly (readonly [string, string])[] =
    from === undefined && to === undefined ? [] : [['period', `${from ?? today}~${to ?? from}`]]
  return new Map<string, string>([...fields, ['code', code], ['name', name], ...period])
}

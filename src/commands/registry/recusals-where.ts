import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { headingOf, library } from '../../core/registry/libraries/library.ts'
import { columnOf, ID, idOf, idReader, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import type { Store } from '../../store/open.ts'
import { records } from '../../store/registry/registry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { conditionGiven } from './list.ts'
import { readOne } from './write-one.ts'

const refuse = refusal<OptionReasons & RegistryReasons>()

/**
 * One recusal for each target that meets a condition now, such as every firm of one owner; `texts` say the rest. Refused
 * where no target does. Targets that come later are not among them: the same call again adds these alone.
 */
export function recusalsWhere(
  desk: Desk,
  store: Store,
  texts: ReadonlyMap<string, string>,
  where: string,
): Omit<ReturnType<typeof readOne>, 'row'> & { readonly rows: readonly RecordCells[] } {
  const of = library('recusals')
  const [target, heading] = [columnOf(of, 'target'), headingOf(of, 'target')]
  const meets = conditionGiven(desk, store, library('targets'), { where })
  const ids = [...records(store, library('targets'))].filter(meets).map(idOf)
  if (ids.length === 0)
    throw refuse('invalid-option', {
      option: '--where',
      value: where,
      expected: desk.say.registry.someTarget,
    })
  if (texts.has(heading)) throw refuse('duplicate-field', { field: heading, heading })
  const { row, ...read } = readOne(desk, store, of, new Map([...texts, [heading, ids[0]!]]))
  const readId = idReader(of)
  const rows = ids.map(id => {
    const own = row.with(target, id)
    return own.with(ID, readId(own))
  })
  return { ...read, rows }
}

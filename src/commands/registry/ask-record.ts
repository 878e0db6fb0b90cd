import type { Field, Library } from '../../core/registry/libraries/field.ts'
import { WentBack } from '../../terminal/asked.ts'
import type { Asker } from '../../terminal/asker.ts'
import type { Desk } from '../../terminal/desk.ts'
import { askCell, headingIn } from './ask-cell.ts'

/** What was entered of a record so far, by the names of its fields; it stays where it is when the person goes back. */
export type Draft = Map<string, string>

/**
 * Asks for one record (单户录入): first what it cannot do without, then whatever else the person picks; each answer is
 * checked as it is given. Escape goes back by one field, from the first one away, and `draft` keeps what was entered.
 */
export async function askRecord(desk: Desk, asker: Asker, library: Library, draft: Draft): Promise<void> {
  const first = firstFields(library)
  for (let i = 0; i < first.length; ) {
    const field = first[i]!
    if (isKnown(library, field, draft)) {
      i++
      continue
    }
    try {
      const value = await askCell(desk, asker, library, field, draft.get(field.name))
      if (value !== '') draft.set(field.name, value)
      i++
    } catch (error) {
      const before = first.findLastIndex((other, at) => at < i && !isKnown(library, other, draft))
      if (!(error instanceof WentBack) || before < 0) throw error
      i = before
    }
  }
  await askMore(desk, asker, library, draft)
}

/** The rest, field by field, in the order that the person picks, until that is all. */
async function askMore(desk: Desk, asker: Asker, library: Library, draft: Draft): Promise<void> {
  const { record: asking } = desk.say.desk
  const fields = [...library.fields, ...(library.later ?? [])]
  for (;;) {
    const left = fields.map(field => ({
      name: draft.has(field.name)
        ? desk.say.desk.filledIn(headingIn(desk, field), draft.get(field.name)!)
        : headingIn(desk, field),
      value: field as Field | null,
    }))
    const field = await asker.choose(asking.more, [{ name: asking.done, value: null }, ...left])
    if (field === null) return
    try {
      const value = await askCell(desk, asker, library, field, draft.get(field.name))
      if (value === '') draft.delete(field.name)
      else draft.set(field.name, value)
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
    }
  }
}

/** What is asked first: the fields that must be filled in, and those that a record may go by. */
function firstFields({ fields, id, idRule, name }: Library): readonly Field[] {
  const ids = idRule === 'first' ? fields.filter(field => id.includes(field.name)) : []
  const needed = fields.filter(field => field.needed === true && !ids.includes(field))
  const usual = fields.filter(field => USUAL[name]?.includes(field.name))
  return [...ids, ...needed, ...usual]
}

/** What few records do without, though they may. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  targets: ['type', 'status', 'departments'],
  inspectors: ['certificate', 'certificate_until'],
  plan: ['kind', 'items', 'count', 'period', 'sources'],
  recusals: ['cause'],
  departments: ['leading'],
}

/** Of the numbers that a record may go by one is enough. */
function isKnown({ id, idRule }: Library, { name }: Field, draft: Draft): boolean {
  return idRule === 'first' && id.includes(name) && id.some(other => other !== name && draft.has(other))
}

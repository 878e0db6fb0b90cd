import { maskText, type PrivateKind, privateDataIn } from '../publication/private-data.ts'
import type { Issue } from '../registry/cells/issue.ts'
import { extrasOf } from '../registry/columns/extra-fields.ts'
import { isField, RESULTS, type ResultField, type Said, wrong } from './said.ts'

/** Texts that will be public. */
const TEXTS: readonly ResultField[] = [
  'method',
  'found',
  'because',
  'measures',
  'case_number',
  'receiver',
  'penalty',
  'closing',
  'recorder',
]

/** The number of a person in a text of a row, or in a column of the office's own; the text is told masked, as value too. */
export function personalFault(said: Said): Issue | null {
  for (const field of TEXTS) {
    const masked = maskText(said.get(field))
    if (masked !== said.get(field))
      return { ...wrong(said, field, 'result-private-data', { masked }), value: masked }
  }
  for (const [heading, value] of Object.entries(extrasOf(RESULTS, said.row))) {
    if (isField(heading) || !privateDataIn(value).some(({ kind }) => OF_A_PERSON.has(kind))) continue
    const masked = maskText(value)
    return {
      row: said.line,
      column: null,
      heading,
      value: masked,
      code: 'result-private-data',
      details: { masked },
    }
  }
  return null
}

/** What no column may hold, one that nobody publishes included. */
const OF_A_PERSON: ReadonlySet<PrivateKind> = new Set(['identity', 'mobile'])

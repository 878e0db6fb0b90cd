import { type CellResult, invalid, membersOf } from './cell-result.ts'

/** Several words in one cell, by whatever mark they are parted, a slash too. */
export function readList(text: string): CellResult {
  const values = membersOf(text.replaceAll('/', ';'))
  return { value: values.join(';'), note: OTHER_SEPARATORS.test(text) ? 'list-form' : null }
}

/** Marks that part members, but for the canonical one. */
export const OTHER_SEPARATORS = /[；,，、/|]/

/** Tags of inspectors become ids of the pool (draw.md, section 2). */
export function readTags(text: string): CellResult {
  const alien = /"/.exec(text)
  return alien === null ? readList(text) : invalid('invalid-id-character', { character: alien[0] })
}

import { formOf, type SeedSource } from './announced-source.ts'
import { knownSource } from './known-sources.ts'

/** A source as 随机源 has it, `骰子/25`, with so many dice more. */
export function saidAs({ name, form }: Pick<SeedSource, 'name' | 'form'>, more = 0): string {
  const read = formOf({ name, form, due: '', place: '' })
  if (read.kind === 'dice') return `${name}/${read.length + more}`
  return knownSource(name)?.form === form || form === name ? name : `${name}:${form}`
}

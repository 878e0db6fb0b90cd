import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'

const refuse = refusal<OptionReasons>()

/** The values of an option that may be given more than once. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** One of these values, or the refusal that names them. */
export function oneOf<const Choice extends string>(
  option: string,
  ...choices: readonly Choice[]
): (value: string) => Choice {
  const parse = (value: string) => {
    const choice = choices.find(choice => choice === value)
    if (choice !== undefined) return choice
    throw refuse('invalid-option', { option, value, expected: choices.join(' | ') })
  }
  return Object.assign(parse, { choices })
}

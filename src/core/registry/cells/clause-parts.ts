/** A clause of a condition as it is written: its field by whatever heading, its operator, what is asked for. */
export interface ClauseParts {
  readonly name: string
  readonly operator: Operator
  readonly values: readonly string[]
}

/** `~` and `!~`: a part of the value; the others compare the whole of it. */
export type Operator = '>=' | '<=' | '!=' | '=' | '~' | '!~'

/** What stands in canonical conditions for a field without a value. No registry has it for a value. */
export const EMPTY = '(空)'

/** The clauses of a condition, which `;` parts. */
export function clausesIn(text: string): string[] {
  return text
    .replaceAll('；', ';')
    .replaceAll('，', ',')
    .replaceAll('＝', '=')
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replaceAll('≠', '!=')
    .split(';')
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
}

/**
 * The parts of a clause, or null. What came after the first release is looked for only where a clause has none of the
 * first operators: conditions that are kept mean what they meant.
 */
export function clauseParts(clause: string): ClauseParts | null {
  const found = COMPARED.exec(clause) ?? CONTAINED.exec(clause)
  if (found !== null) {
    const [, name, operator, list] = found as unknown as [string, string, string, string]
    return { name: name.trim(), operator: OPERATORS[operator]!, values: list.split(',').map(v => v.trim()) }
  }
  const [, name, not] = ASKED_EMPTY.exec(clause) ?? []
  return name === undefined
    ? null
    : { name: name.trim(), operator: not === undefined ? '=' : '!=', values: [EMPTY] }
}

/** Whether a value that somebody asks for means that there is none: `空`, or `(空白)` as filters of spreadsheets say. */
export function asksEmpty(value: string): boolean {
  return /^[(（]?空[白值]?[)）]?$/.test(value)
}

const COMPARED = /^([^=<>!]+)(>=|<=|!=|=)(.*)$/s
const CONTAINED = /^([^=<>!~～]+?)(!~|!～|~|～|不包含|包含)(.*)$/s
const ASKED_EMPTY = /^([^=<>!~～]+?)(?:(不为空|非空)|为空)$/s

const OPERATORS: Readonly<Record<string, Operator>> = {
  '>=': '>=',
  '<=': '<=',
  '!=': '!=',
  '=': '=',
  '~': '~',
  '～': '~',
  包含: '~',
  '!~': '!~',
  '!～': '!~',
  不包含: '!~',
}

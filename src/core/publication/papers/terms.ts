import type { Commitment } from '../../draw/commitment/commitment.ts'
import type { Fact } from '../document.ts'

/** The names that codes in the terms go by; a code where there is none. */
export interface TermNames {
  readonly department: (code: string) => string
  readonly item: (code: string) => string
}

/** The same as an announcement keeps it: of every code in its terms. */
export interface NamedCodes {
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly items: readonly { readonly id: string; readonly name: string }[]
}

/** What decided who is in the frame and how many are drawn, as version 2 of the law fixes it, with names beside codes. */
export function termFacts(commitment: Commitment, names: TermNames): Fact[] {
  if (commitment.spec === 'ssj-draw/1') return []
  return Object.entries(commitment.terms).map(([label, value]) => {
    const kind = CODES[label]
    return { label, value: kind === undefined ? value.replaceAll(';', '；') : withNames(value, names[kind]) }
  })
}

/** The terms that are codes. */
const CODES: Readonly<Record<string, keyof TermNames>> = {
  发起部门: 'department',
  配合部门: 'department',
  抽查事项: 'item',
}

function withNames(codes: string, nameOf: (code: string) => string): string {
  return codes
    .split(';')
    .map(code => {
      const name = nameOf(code)
      return name === '' || name === code ? code : `${code} ${name}`
    })
    .join('；')
}

/** The names of every code in the terms. */
export function namedCodes(commitment: Commitment, names: TermNames): NamedCodes {
  const terms = commitment.spec === 'ssj-draw/1' ? {} : commitment.terms
  const named = (kind: keyof TermNames) =>
    Object.entries(terms)
      .filter(([label]) => CODES[label] === kind)
      .flatMap(([, value]) => value.split(';'))
      .map(id => ({ id, name: names[kind](id) }))
  return { departments: named('department'), items: named('item') }
}

/** Names looked up in what {@link namedCodes} gave. */
export function termNames({ departments, items }: NamedCodes = { departments: [], items: [] }): TermNames {
  const lookup = (named: NamedCodes['items']) => {
    const names = new Map(named.map(({ id, name }) => [id, name]))
    return (code: string) => names.get(code) ?? code
  }
  return { department: lookup(departments), item: lookup(items) }
}

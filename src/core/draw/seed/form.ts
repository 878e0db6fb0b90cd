import { sha256Hex } from '../../hash.ts'
import { isDigest } from '../../hex.ts'
import type { Digest } from '../../ids.ts'
import { isDrandRound } from './drand-round.ts'
import { isFolded } from './seed-source.ts'

/** What the values of an announced source look like (draw-2.md, section 4). */
export type Form =
  | { readonly kind: SymbolKind; readonly length: number }
  | { readonly kind: 'numbers'; readonly groups: readonly NumberGroup[] }
  | { readonly kind: 'drand'; readonly round: bigint }
  | { readonly kind: 'secret'; readonly digest: Digest }
  | { readonly kind: 'text' }

/** Some different whole numbers from 1 up to `highest`: the balls of a lottery. */
export interface NumberGroup {
  readonly count: number
  readonly highest: number
}

type SymbolKind = keyof typeof SYMBOLS

/** Forms whose values are so many signs of an alphabet: what they may be, how many there are, how long a value may be. */
const SYMBOLS = {
  dice: { only: /^[1-6]+$/, signs: 6n, longest: 200 },
  digits: { only: /^[0-9]+$/, signs: 10n, longest: 200 },
  hex: { only: /^[0-9a-f]+$/, signs: 16n, longest: 128 },
} as const

/** The form that a commitment writes like this, or nothing: every form has one spelling. */
export function readForm(written: string): Form | undefined {
  if (written === 'text') return { kind: 'text' }
  const cut = written.indexOf('/')
  const [kind, rest] = [written.slice(0, cut), written.slice(cut + 1)]
  if (kind === 'dice' || kind === 'digits' || kind === 'hex') return symbolsForm(kind, rest)
  if (kind === 'numbers') return numbersForm(rest)
  if (kind === 'secret') return isDigest(rest) ? { kind, digest: rest } : undefined
  const round = DRAND.exec(written)?.[1]
  return round !== undefined && isDrandRound(BigInt(round))
    ? { kind: 'drand', round: BigInt(round) }
    : undefined
}

const DRAND = /^drand\/quicknet\/([1-9][0-9]{0,19})$/
const DECIMAL = /^[1-9][0-9]{0,2}$/

function symbolsForm(kind: SymbolKind, rest: string): Form | undefined {
  const length = Number(rest)
  return DECIMAL.test(rest) && length <= SYMBOLS[kind].longest ? { kind, length } : undefined
}

function numbersForm(rest: string): Form | undefined {
  const groups = rest.split('+').map(groupOf)
  return groups.length <= 2 && groups.every(group => group !== undefined)
    ? { kind: 'numbers', groups }
    : undefined
}

function groupOf(written: string): NumberGroup | undefined {
  const parts = written.split('/')
  if (parts.length !== 2 || !parts.every(part => DECIMAL.test(part))) return undefined
  const [count, highest] = parts.map(Number) as [number, number]
  return count <= highest ? { count, highest } : undefined
}

/** Whether a text is a value of the form in its one spelling; of a drand round, signature aside. */
export function isValueOf(form: Form, value: string): boolean {
  switch (form.kind) {
    case 'dice':
    case 'digits':
    case 'hex':
      return value.length === form.length && SYMBOLS[form.kind].only.test(value)
    case 'numbers':
      return isNumbers(form.groups, value)
    case 'drand':
      return isDigest(value)
    case 'secret':
      return isDigest(value) && sha256Hex(value) === form.digest
    case 'text':
      return isFolded(value)
    default:
      return form satisfies never
  }
}

function isNumbers(groups: readonly NumberGroup[], value: string): boolean {
  const parts = value.split(' + ')
  return parts.length === groups.length && groups.every((group, i) => isGroup(group, parts[i]!))
}

function isGroup({ count, highest }: NumberGroup, value: string): boolean {
  const written = value.split(' ')
  if (written.length !== count || !written.every(number => DECIMAL.test(number))) return false
  const numbers = written.map(Number)
  return numbers.every((number, i) => number <= highest && (i === 0 || numbers[i - 1]! < number))
}

/** How many values a form has; one where the office knows or writes the value, which is no chance at all. */
export function outcomesOf(form: Form): bigint {
  switch (form.kind) {
    case 'dice':
    case 'digits':
    case 'hex':
      return SYMBOLS[form.kind].signs ** BigInt(form.length)
    case 'numbers':
      return form.groups.reduce((product, group) => product * choices(group), 1n)
    case 'drand':
      return 2n ** 256n
    case 'secret':
    case 'text':
      return 1n
    default:
      return form satisfies never
  }
}

/** C(highest, count): every product on the way is a whole binomial coefficient. */
function choices({ count, highest }: NumberGroup): bigint {
  let product = 1n
  for (let i = 1; i <= count; i++) product = (product * BigInt(highest - count + i)) / BigInt(i)
  return product
}

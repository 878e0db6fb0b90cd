import { isObject, parseJson } from '../../json.ts'
import { decodeUtf8 } from '../../text.ts'
import type { DrawOccasion, RegistryCounts } from './record.ts'

/** What a page tells of the occasion. */
export type ToldOccasion = Pick<
  DrawOccasion,
  'draw' | 'attempt' | 'commitment' | 'seedFrom' | 'again' | 'void' | 'program'
> & {
  readonly frozen: { readonly at: string }
  readonly drawn: { readonly at: string }
  readonly registry: RegistryCounts | null
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

/** Reads `record.json` of a folder that may be anybody's; null where it is not there or not what we write. */
export function readRecord(bytes: Uint8Array | undefined): ToldOccasion | null {
  const value = bytes && parseJson(decodeUtf8(bytes) ?? '')
  if (!isObject(value)) return null
  const sound =
    ['draw', 'program'].every(name => typeof value[name] === 'string') &&
    Number.isSafeInteger(value.attempt) &&
    ['before-the-seed', 'with-the-draw'].includes(value.commitment as string) &&
    ['announced-sources', 'this-machine'].includes(value.seedFrom as string) &&
    [value.frozen, value.drawn].every(moment => hasTexts(moment, 'at')) &&
    (value.again === null || hasTexts(value.again, 'draw', 'reason', 'approver')) &&
    (value.void === null || hasTexts(value.void, 'reason', 'approver'))
  return sound
    ? ({
        ...value,
        registry: countsIn(value.registry),
        items: itemsIn(value.items),
      } as unknown as ToldOccasion)
    : null
}

function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return isObject(value) && names.every(name => typeof value[name] === 'string')
}

function countsIn(value: unknown): RegistryCounts | null {
  if (!isObject(value)) return null
  const counts = ['targets', 'elsewhere', 'outside'].map(name => value[name])
  return counts.every(count => Number.isSafeInteger(count) && (count as number) >= 0)
    ? (value as unknown as RegistryCounts)
    : null
}

function itemsIn(value: unknown): ToldOccasion['items'] {
  return Array.isArray(value) && value.every(item => hasTexts(item, 'code', 'name')) ? value : []
}

import { isObject, parseJson } from '../../json.ts'
import { BEIJING, isRecordedMoment, officeMoment, offsetNamed } from '../../office-time.ts'
import { count, list, object, oneOf, orNone, orNull, text } from '../../shape.ts'
import { decodeUtf8 } from '../../text.ts'
import type { DrawOccasion, RegistryCounts } from './record.ts'

/** What a page tells of the occasion; times are by the clock of the office. */
export type ToldOccasion = Pick<
  DrawOccasion,
  'draw' | 'attempt' | 'commitment' | 'seedFrom' | 'again' | 'void' | 'program' | 'weakSeed'
> & {
  readonly frozen: { readonly at: string }
  readonly drawn: { readonly at: string }
  readonly registry: RegistryCounts | null
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

/** Reads `record.json` of a folder that may be anybody's; null where it is not there or not what we write. */
export function readRecord(bytes: Uint8Array | undefined): ToldOccasion | null {
  const value = bytes && parseJson(decodeUtf8(bytes) ?? '')
  if (!isObject(value) || OCCASION(value) !== undefined) return null
  const { registry, items, rules } = value
  const told = value as unknown as ToldOccasion
  const offset = isObject(rules) ? offsetNamed(String(rules['utc-offset'])) : null
  const shown = (at: string) => (isRecordedMoment(at) ? officeMoment(at, offset ?? BEIJING) : at)
  return {
    ...told,
    frozen: { at: shown(told.frozen.at) },
    drawn: { at: shown(told.drawn.at) },
    registry: COUNTS(registry) === undefined ? (registry as RegistryCounts) : null,
    items: ITEMS(items) === undefined ? (items as ToldOccasion['items']) : [],
  }
}

const moment = object({ at: text })

const OCCASION = object({
  draw: text,
  program: text,
  attempt: count,
  commitment: oneOf('before-the-seed', 'with-the-draw'),
  seedFrom: oneOf('announced-sources', 'this-machine'),
  frozen: moment,
  drawn: moment,
  again: orNull(object({ draw: text, reason: text, approver: text })),
  void: orNull(object({ reason: text, approver: text })),
  weakSeed: orNone(object({ reason: text, approver: text })),
})

/** Older records have neither. */
const COUNTS = object({ targets: count, elsewhere: count, outside: count })
const ITEMS = list(object({ code: text, name: text }))

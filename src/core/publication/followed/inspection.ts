import type { Day } from '../../dates.ts'
import { isDay } from '../../dates.ts'
import { isDigest } from '../../hex.ts'
import { boolean, count, exactly, list, oneOf, orNull, text, textThat } from '../../shape.ts'
import type { Officers } from '../lists/public-list.ts'

/**
 * What followed the draw at one target, by the office's record: who was to go, what they check by the list of items as the draw
 * was frozen with it, and what was found, as far as it is public.
 */
export interface CertifiedInspection {
  /** The last entry of the ledger that it counts, with its time by the office's clock. */
  readonly asOf: { readonly entry: number; readonly at: string; readonly ledger: string }
  /** How much may be told of officers. */
  readonly officers: Officers
  /** How many substitutions of the draw there were by then. */
  readonly substitutions: number
  readonly visits: readonly CertifiedVisit[]
}

/** What one department does at the target. */
export interface CertifiedVisit {
  readonly department: string
  /** Its turn stands; false of a visit that took place although the draw is void, the target fell out or the seat is gone. */
  readonly due: boolean
  /** The draw whose people go, of a visit that is made together with another draw's. */
  readonly host: string | null
  /** How many go, and who, as far as the office lets it be public. */
  readonly people: number
  readonly team: readonly string[]
  readonly items: readonly CertifiedItem[]
}

/** An item as the list had it when the draw was frozen; its code is empty where the draw names none for the department. */
export interface CertifiedItem {
  readonly code: string
  readonly name: string
  readonly basis: string
  readonly content: string
  /** Null where nothing is on record. */
  readonly result: CertifiedResult | null
}

export interface CertifiedResult {
  /** `unpublished`: on record and not public; `withdrawn`: taken down, or public for as long as the rules say. Of these nothing found is told. */
  readonly state: 'published' | 'unpublished' | 'withdrawn'
  readonly inspected: Day | ''
  /** Empty where it is not public, or version 0.1.0 kept no day. */
  readonly published: Day | ''
  readonly outcomes: readonly string[]
  /** In the words of the publication. */
  readonly text: string
  readonly corrections: readonly { readonly day: string; readonly reason: string }[]
  /** How many really went, and who, where others did than the team. */
  readonly went: { readonly people: number; readonly team: readonly string[] } | null
}

const digest = textThat('digest', isDigest)
const dayOrNone = textThat('day', value => value === '' || isDay(value))
const texts = list(text)

const result = exactly<string>({
  state: oneOf('published', 'unpublished', 'withdrawn'),
  inspected: dayOrNone,
  published: dayOrNone,
  outcomes: texts,
  text,
  corrections: list(exactly({ day: text, reason: text })),
  went: orNull(exactly<string>({ people: count, team: texts })),
})

/** What a certificate of the third version must hold of it. */
export const inspectionShape = exactly<string>({
  asOf: exactly<string>({ entry: count, at: text, ledger: digest }),
  officers: oneOf('none', 'unit', 'masked', 'full'),
  substitutions: count,
  visits: list(
    exactly<string>({
      department: text,
      due: boolean,
      host: orNull(text),
      people: count,
      team: texts,
      items: list(
        exactly<string>({ code: text, name: text, basis: text, content: text, result: orNull(result) }),
      ),
    }),
  ),
})

import type { Change } from '../draw/folder/rows.ts'
import type { SubstitutionReasons } from '../draw/substitution/reasons.ts'
import { codesFor, type ReasonReading, readReason } from '../draw/substitution/substitution-cause.ts'
import { maskText } from '../publication/private-data.ts'
import type { OptionReasons } from '../reasons.ts'
import { refusal } from '../refusal.ts'
import { clean, controlCharacter } from '../registry/cells/clean.ts'

const refuse = refusal<OptionReasons & SubstitutionReasons>()

/** The text of an option, without stray characters; refused when there is none. */
export function textGiven(option: string, given: string | undefined): string {
  const { text } = clean(given ?? '')
  if (text === '') throw refuse('missing-option', { option })
  const character = controlCharacter(text)
  if (character !== null) throw refuse('invalid-character', { option, character })
  return text
}

/** The text of an option that will be published: refused where it holds a number of a person. */
export function publishedText(option: string, given: string | undefined): string {
  const text = textGiven(option, given)
  const masked = maskText(text)
  if (masked !== text) throw refuse('private-data-in-reason', { option, text: masked })
  return text
}

/** Who acts, without stray characters: whoever is not named is the user of the machine. */
export function actorFrom(given: string | undefined, user: () => string): string {
  return clean(given ?? '').text === '' ? user() : textGiven('--actor', given)
}

/** Who approves: somebody else than the one who acts. */
export function approvedFor(actor: string, given: string | undefined): string {
  const approver = textGiven('--approver', given)
  if (sameName(approver, actor)) throw refuse('approver-is-actor', { approver })
  return approver
}

/** True for one person: width, letter case and spaces within a name make nobody another. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .replaceAll(/\p{White_Space}/gu, '')
      .toLowerCase()
  return plain(clean(one).text) === plain(clean(other).text)
}

/** The reason and the approver that a change of what was fixed needs; the approver is somebody else. */
export function approved(
  actor: string,
  given: { readonly reason?: string; readonly approver?: string },
): { reason: string; approver: string } {
  const reason = publishedText('--reason', given.reason)
  return { reason, approver: approvedFor(actor, given.approver) }
}

/** Why somebody falls out, as a code that fits the kind. */
export function reasonGiven(
  given: string | undefined,
  kind: Change['kind'],
): Extract<ReasonReading, { kind: 'reason' }> {
  const reading = readReason((kind === 'target' ? publishedText : textGiven)('--reason', given), kind)
  switch (reading.kind) {
    case 'reason':
      return reading
    case 'unfit':
      throw refuse('reason-not-applicable', { given: reading.code, kind, codes: codesFor(kind) })
    case 'wordless':
      throw refuse('reason-needs-words', {})
    default:
      return reading satisfies never
  }
}

import type { Change } from '../core/draw/folder.ts'
import { maskText } from '../core/publication/mask.ts'
import { UserError } from '../core/reason.ts'
import { clean, controlCharacter } from '../core/registry/clean.ts'
import { codesFor, type ReasonReading, readReason } from '../core/rules/substitution-reason.ts'
import type { Desk } from '../terminal/desk.ts'

/** The text of an option, without stray characters; refused when there is none. */
export function textGiven(option: string, given: string | undefined): string {
  const { text } = clean(given ?? '')
  if (text === '') throw new UserError('option-needed', { option })
  const character = controlCharacter(text)
  if (character !== null) throw new UserError('text-character', { option, character })
  return text
}

/** A text that is published with the result: refused where it holds a person's number. */
function publishedText(option: string, given: string | undefined): string {
  const text = textGiven(option, given)
  const masked = maskText(text)
  if (masked !== text) throw new UserError('reason-private', { option, text: masked })
  return text
}

/** Who approves: somebody else than the one who acts. */
export function approvedFor(desk: Desk, given: string | undefined): string {
  const approver = textGiven('--approver', given)
  if (sameName(approver, desk.actor)) throw new UserError('approver-actor', { approver })
  return approver
}

/** Width, letter case and spaces within a name make nobody another person. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .replaceAll(/\p{White_Space}/gu, '')
      .toLowerCase()
  return plain(clean(one).text) === plain(clean(other).text)
}

/** The reason and the approver that a change of what was fixed needs; the approver is somebody else. */
export function approved(
  desk: Desk,
  given: { readonly reason?: string; readonly approver?: string },
): { reason: string; approver: string } {
  const reason = publishedText('--reason', given.reason)
  return { reason, approver: approvedFor(desk, given.approver) }
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
      throw new UserError('reason-unfit', { given: reading.code, kind, codes: codesFor(kind) })
    case 'wordless':
      throw new UserError('reason-wordless', {})
    default:
      return reading satisfies never
  }
}

import { distinctNearest } from '../../nearest.ts'
import { refusal } from '../../refusal.ts'
import { isRegistrationNumber } from '../../registry/numbers/registration-number.ts'
import { isRepeated } from '../../registry/numbers/repeated.ts'
import { isCut, isUscc } from '../../registry/numbers/uscc.ts'
import type { CertificateReasons } from '../reasons.ts'
import type { Certificate } from './certificate.ts'
import type { Certified } from './certify.ts'

const refuse = refusal<CertificateReasons>()

/** A target of the registry as it stood at the freeze. */
export interface KnownTarget {
  readonly id: string
  readonly name: string
}

/**
 * Whom a certificate is about: exactly one record of the registry, or a code that can be no other firm's. Of anything
 * else "not there" is true whatever was drawn: a name that differs by one character would be a paper that shields nobody.
 */
export function certifiedSubject(
  text: string,
  found: readonly KnownTarget[],
  known: () => Iterable<readonly [id: string, name: string]>,
): Certified {
  const [one, ...others] = found
  if (others.length > 0) throw refuse('ambiguous-target', { name: text, ids: found.map(({ id }) => id) })
  if (one !== undefined) return { ...one, registered: true }
  const code = codeAsTyped(text) ?? text
  if (isTargetCode(code)) return { id: code, name: '', registered: false }
  throw refuse('unknown-subject', { text, candidates: candidatesFor(text, known()) })
}

/** The code that was typed with blanks, in full width or in small letters; null for what has the form of none. */
export function codeAsTyped(text: string): string | null {
  const code = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  return /^(?:\d{15}|[0-9A-Z]{18})$/.test(code) ? code : null
}

/**
 * True for a unified social credit code or a registration number whose check character holds, and which some firm may
 * have: neither one digit over and over nor what a spreadsheet has cut.
 */
export function isTargetCode(text: string): boolean {
  return ((isUscc(text) && !isCut(text)) || isRegistrationNumber(text)) && !isRepeated(text)
}

/** True for a paper of before this rule, which says of a mere name that it stands nowhere: that shows nothing. */
export function showsNothing({ finding, target }: Pick<Certificate, 'finding' | 'target'>): boolean {
  return finding.verdict === 'unknown' && !finding.registered && !isTargetCode(target.id)
}

const MOST_CANDIDATES = 10

/** Records whose code or name is like the text. */
function candidatesFor(text: string, known: Iterable<readonly [id: string, name: string]>): KnownTarget[] {
  return distinctNearest(text, known, MOST_CANDIDATES).map(([id, name]) => ({ id, name }))
}

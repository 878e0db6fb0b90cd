import { escapeControls } from '../../escape-controls.ts'
import type { Signature, SignedVerdict } from '../../signing/signed-verdict.ts'
import type { SignedWords } from './signed-words.ts'

/** Who has signed, as sentences. */
export interface SignedSentences {
  readonly head: string
  /** `open`: nobody was asked for, so that nothing is proven and nothing wrong. */
  readonly tone: 'holds' | 'fails' | 'open'
  readonly further: readonly string[]
  /** Of each signature by whom, whose key that is, and when by its own word. */
  readonly signatures: readonly { readonly by: string; readonly time: string }[]
}

/** What was found of the signatures at a place, as page and terminal say it; `asked`: keys were named. */
export function signedSentences(
  words: SignedWords,
  found: SignedVerdict,
  place: string,
  asked: boolean,
  listed: (names: readonly string[]) => string,
): SignedSentences {
  const none = { further: [], signatures: [] }
  switch (found.kind) {
    case 'unsigned':
      return { head: words.unsigned(escapeControls(place)), tone: 'fails', ...none }
    case 'fails':
      return { head: words.fails[found.fault.why](found.fault as never), tone: 'fails', ...none }
    case 'signed':
    case 'too-few': {
      const counted = found.signatures.filter(({ how }) => how === (asked ? 'holds' : 'unvouched')).length
      const missing = listed(found.missing.map(({ name, id }) => escapeControls(name ?? id)))
      const isEnough = found.kind === 'signed'
      const few = words.tooFew(found.asked, counted, asked ? missing : '')
      return {
        head: asked ? (isEnough ? words.holds(counted, found.asked) : few) : words.unvouched(counted),
        tone: asked ? (isEnough ? 'holds' : 'fails') : 'open',
        further: !asked && !isEnough ? [few] : [],
        signatures: found.signatures.map(one => signatureIn(words, one)),
      }
    }
    default:
      return found satisfies never
  }
}

function signatureIn(words: SignedWords, { id, statement, how, signer }: Signature) {
  const name = signer?.name ?? statement.signer
  const by = words.by(name === null ? '—' : escapeControls(name), id, statement.algorithm)
  const registered = signer?.registered ?? null
  const whose =
    how !== 'holds'
      ? words.how[how]
      : registered === null
        ? words.unregistered
        : words.registered(registered.entry, registered.at)
  return { by: `${by}: ${whose}`, time: words.time(statement.time) }
}

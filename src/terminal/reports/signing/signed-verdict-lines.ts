import { signedSentences } from '../../../core/publication/words/signed-sentences.ts'
import type { SignedVerdict } from '../../../core/signing/signed-verdict.ts'
import type { Desk } from '../../desk.ts'

/** Who has signed a folder, as far as it was checked. */
export function signedVerdictLines(desk: Desk, found: SignedVerdict, path: string, asked: boolean): string[] {
  const { agrees, differs } = desk.colours.out
  const { verdict } = desk.say.signing
  const said = signedSentences(verdict, found, path, asked, desk.say.common.listed)
  const coloured = { holds: agrees, fails: differs, open: (text: string) => text }[said.tone]
  return [
    coloured(said.head),
    ...said.further.map(text => `  ${text}`),
    ...said.signatures.flatMap(({ by, time }) => [`  ${by}`, `    ${time}`]),
  ]
}

import type { Basis } from '../../draw/verify/basis.ts'
import { escapeControls } from '../../escape-controls.ts'
import type { Words } from './words.ts'

/** What a verdict rests on, beside the digest: how much chance the seed holds, and what was passed over. */
export function basisSentences(
  words: Words,
  { chance, passedOver, given }: Basis,
  listed: (names: readonly string[]) => string,
): string[] {
  const names = (of: readonly string[]) => listed(of.map(escapeControls))
  return [
    ...(given === undefined ? [] : [words.given(escapeControls(given.by), escapeControls(given.proof))]),
    ...(chance === null
      ? []
      : [
          words.chance(chance.outcomes, chance.bits),
          chance.steerProof
            ? words.steerProof
            : words.notSteerProof(names(chance.weak.map(words.stratumNamed))),
        ]),
    ...(passedOver.length === 0 ? [] : [words.passedOver(names(passedOver))]),
  ]
}

import { escapeControls } from '../core/escape-controls.ts'
import { signedSentences } from '../core/publication/words/signed-sentences.ts'
import { element } from './element.ts'
import type { State } from './state.ts'
import type { PageWords } from './words-zh.ts'

const KINDS = { holds: 'drawn', fails: 'fails', open: 'unknown' } as const

/** What was found of the signatures that were brought. */
export function signedNodes({ signed }: State, words: PageWords): Node[] {
  const { signatures: say } = words
  if (signed === null) return []
  if (signed.kind === 'no-folder') return [element('p', { class: 'warning' }, say.noFolder)]
  if (signed.kind === 'no-key')
    return [element('p', { class: 'warning' }, say.noKey(escapeControls(signed.file)))]
  const { head, tone, further, signatures } = signedSentences(
    say.verdict,
    signed.verdict,
    say.place,
    signed.asked,
    words.listed,
  )
  return [
    element(
      'article',
      { class: `verdict ${KINDS[tone]}` },
      element('p', { class: 'said' }, head),
      element('p', { class: 'quiet' }, say.of[signed.of]),
      ...further.map(text => element('p', { class: 'warning' }, text)),
      element('ul', {}, ...signatures.map(({ by, time }) => element('li', {}, by, element('br', {}), time))),
      ...(signed.asked ? [] : [element('p', { class: 'warning' }, say.nameKeys)]),
    ),
  ]
}

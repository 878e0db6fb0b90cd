import { escapeControls } from '../../escape-controls.ts'
import type { PapersVerdict } from '../told/papers-verdict.ts'
import type { Words } from './words.ts'

/** What the papers of a folder are worth: a void draw first, then what was compared, then what nobody looked at. */
export function papersSentences(
  { papers: words }: Words,
  { laid, checked, unchecked, void: voided, weak, atOnce }: PapersVerdict,
  listed: (names: readonly string[]) => string,
): string[] {
  return [
    ...(voided === null ? [] : [words.void(escapeControls(voided.reason))]),
    ...(atOnce ? [words.atOnce] : []),
    ...(weak === null ? [] : [words.weak(escapeControls(weak.reason), escapeControls(weak.approver))]),
    ...(checked.length === 0 ? [] : [words.checked(checked.length)]),
    ...(laid === 'again' ? [words.word] : []),
    ...(laid === 'by-another-version' ? [words.otherLaying] : []),
    ...(unchecked.length === 0 ? [] : [words.unchecked(listed(unchecked.map(escapeControls)))]),
  ]
}

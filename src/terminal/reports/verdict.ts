import type { Basis } from '../../core/draw/verify/basis.ts'
import type { Verdict } from '../../core/draw/verify/verdict.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { PapersVerdict } from '../../core/publication/told/papers-verdict.ts'
import { basisSentences } from '../../core/publication/words/basis-sentences.ts'
import { differenceSentence } from '../../core/publication/words/difference-sentence.ts'
import { papersSentences } from '../../core/publication/words/papers-sentences.ts'
import type { Desk } from '../desk.ts'

/** The verdict on a folder: the answer first, then what it rests on. */
export function verdictLines(
  desk: Desk,
  path: string,
  verdict: Verdict,
  announced: string | undefined,
  papers: PapersVerdict | null,
): string[] {
  const { say, colours } = desk
  const { agrees, differs } = colours.out
  const parts = (names: readonly (keyof typeof say.published.parts)[]) =>
    say.common.listed(names.map(name => say.published.parts[name]))
  const basis = (of: Basis) =>
    basisSentences(say.published, of, say.common.listed).map(sentence => `  ${sentence}`)
  const same = announced === undefined ? [] : [say.verify.asAnnounced(announced)]
  const read =
    papers === null
      ? []
      : papersSentences(say.published, papers, say.common.listed).map(sentence => `  ${sentence}`)
  switch (verdict.kind) {
    case 'differs':
      return [differs(say.verify.differs(path)), `  ${differenceSentence(say.published, verdict.difference)}`]
    case 'committed':
      return [
        agrees(say.verify.committed[verdict.state](path)),
        `  ${say.draw.digest(verdict.digest)}`,
        say.verify.committedSizes(verdict.targets, verdict.take, verdict.reserve),
        say.verify.committedSources(say.common.listed(verdict.sources.map(escapeControls))),
        ...basis(verdict),
        ...(verdict.shown.length > 0 ? [say.verify.verifiedParts(parts(verdict.shown))] : []),
        ...(verdict.notShown.length > 0 ? [say.verify.notShown(parts(verdict.notShown))] : []),
        ...same,
        ...read,
      ]
    case 'failed':
      return [
        agrees(say.verify.failed(path)),
        `  ${say.draw.digest(verdict.digest)}`,
        `  ${say.published.failed(escapeControls(verdict.department))}`,
        ...basis(verdict),
        say.verify.verifiedParts(parts(verdict.shown)),
        ...(verdict.notShown.length > 0 ? [say.verify.notShown(parts(verdict.notShown))] : []),
        ...same,
        ...read,
      ]
    case 'agrees':
      return [
        agrees(say.verify.agrees(path)),
        `  ${say.draw.digest(verdict.digest)}`,
        say.verify.selectKey(verdict.selectKey),
        say.verify.verifiedSizes(verdict.targets, verdict.drawn, verdict.reserves),
        ...basis(verdict),
        say.verify.verifiedParts(parts(verdict.shown)),
        ...(verdict.notShown.length > 0 ? [say.verify.notShown(parts(verdict.notShown))] : []),
        ...same,
        ...read,
      ]
    default:
      return verdict satisfies never
  }
}

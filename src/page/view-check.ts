import type { Basis } from '../core/draw/verify/basis.ts'
import { STEPS } from '../core/draw/verify/draw-again.ts'
import type { Verdict } from '../core/draw/verify/verdict.ts'
import { escapeControls } from '../core/escape-controls.ts'
import { basisSentences } from '../core/publication/words/basis-sentences.ts'
import { differenceSentence } from '../core/publication/words/difference-sentence.ts'
import { papersSentences } from '../core/publication/words/papers-sentences.ts'
import { button, element } from './element.ts'
import type { Checked } from './engine.ts'
import type { Acts, State } from './state.ts'
import type { PageWords } from './words-zh.ts'

/** The verdict, and the button that computes it. */
export function checkView(state: State, words: PageWords, acts: Acts): HTMLElement | null {
  const { check } = words
  const { checked, step, failure, source, brought } = state
  if (failure !== null) return banner('differs', words.failed(escapeControls(failure)))
  if (state.refusal !== null) return banner('differs', words.folder.refused[state.refusal])
  if (step !== null) {
    const at = STEPS.indexOf(step)
    return banner(
      'running',
      check.running,
      element('progress', { max: String(STEPS.length), value: String(at), 'aria-label': check.running }),
      element('ol', { class: 'steps' }, ...STEPS.map((name, i) => stepItem(check.steps[name], i - at))),
    )
  }
  if (checked === null) {
    if (!state.opened) return null
    return banner(
      'unchecked',
      check.unchecked,
      element('p', {}, check.uncheckedText),
      withId('compute', button(check.run, acts.compute, 'primary')),
    )
  }
  const seconds = Math.max(0.1, checked.milliseconds / 1000).toFixed(1)
  const { verdict } = checked
  const papers = papersOf(checked.papers, words)
  const again = withId('compute', button(check.again, acts.compute))
  const took = check.took(seconds)
  const foot = element(
    'p',
    { class: 'foot' },
    again,
    brought ? `${check.brought(escapeControls(brought.name), brought.files)} · ${took}` : took,
  )
  if (verdict.kind === 'committed')
    return banner(
      'unchecked committed',
      check.committed[verdict.state],
      ...commitmentOnly(verdict, words),
      ...papers,
      foot,
    )
  if (verdict.kind === 'failed')
    return banner('unchecked failed', check.failed, ...withoutTeams(verdict, words), ...papers, foot)
  return verdict.kind === 'agrees'
    ? banner('agrees', check.agrees, ...agreement(verdict, words, source), ...papers, foot)
    : banner('differs', check.differs, ...disagreement(verdict, words, checked.changed), foot)
}

function banner(kind: string, heading: string, ...content: readonly Node[]): HTMLElement {
  return element('section', { class: `banner ${kind}` }, element('h2', {}, heading), ...content)
}

function withId<T extends HTMLElement>(id: string, made: T): T {
  made.id = id
  return made
}

function stepItem(name: string, place: number): HTMLElement {
  return element('li', { class: place < 0 ? 'done' : place === 0 ? 'now' : 'later' }, name)
}

function agreement(
  verdict: Extract<Verdict, { kind: 'agrees' }>,
  { check, shared, listed }: PageWords,
  source: State['source'],
): Node[] {
  const named = (parts: readonly (keyof typeof shared.parts)[]) =>
    listed(parts.map(part => shared.parts[part]))
  return [
    element('p', {}, check.agreesText(verdict.targets, verdict.drawn, verdict.reserves)),
    ...basisOf(verdict, shared, listed),
    element('p', { class: 'quiet' }, check.parts(named(verdict.shown))),
    ...(verdict.notShown.length === 0
      ? []
      : [element('p', { class: 'quiet' }, check.notShown(named(verdict.notShown)))]),
    ...(source === 'embedded' ? [element('p', { class: 'quiet' }, check.embedded)] : []),
  ]
}

/** A seed that finds no teams. */
function withoutTeams(
  verdict: Extract<Verdict, { kind: 'failed' }>,
  { check, shared, listed }: PageWords,
): Node[] {
  return [
    element('p', {}, shared.failed(escapeControls(verdict.department))),
    element('p', { class: 'quiet' }, check.committedDigest(verdict.digest)),
    ...basisOf(verdict, shared, listed),
    element('p', { class: 'quiet' }, check.parts(listed(verdict.shown.map(part => shared.parts[part])))),
  ]
}

/** What was found of the papers of a folder that was dropped here. */
function papersOf(papers: Checked['papers'], { shared, listed }: PageWords): Node[] {
  if (papers === null) return []
  return papersSentences(shared, papers, listed).map(sentence => element('p', { class: 'quiet' }, sentence))
}

function basisOf(basis: Basis, shared: PageWords['shared'], listed: PageWords['listed']): Node[] {
  return basisSentences(shared, basis, listed).map(sentence => element('p', { class: 'quiet' }, sentence))
}

/** What is fixed and not yet shown as drawn. */
function commitmentOnly(
  verdict: Extract<Verdict, { kind: 'committed' }>,
  { check, shared, listed }: PageWords,
): Node[] {
  const { digest, shown, targets, take, reserve } = verdict
  const named = listed(shown.map(part => shared.parts[part]))
  return [
    element('p', {}, check.committedText(targets, take, reserve)),
    element('p', { class: 'quiet' }, check.committedDigest(digest)),
    ...basisOf(verdict, shared, listed),
    ...(shown.length === 0 ? [] : [element('p', { class: 'quiet' }, check.parts(named))]),
  ]
}

function disagreement(
  { difference }: Extract<Verdict, { kind: 'differs' }>,
  { check, shared, listed }: PageWords,
  changed: readonly string[],
): Node[] {
  return [
    element('p', {}, check.differsText),
    element('p', { class: 'difference' }, differenceSentence(shared, difference)),
    ...(changed.length === 0
      ? []
      : [element('p', { id: 'changed' }, check.changed(listed(changed.map(escapeControls))))]),
  ]
}

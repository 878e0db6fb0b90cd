import { escapeControls } from '../core/escape-controls.ts'
import { button, element } from './element.ts'
import type { Acts, State } from './state.ts'
import { checkView } from './view-check.ts'
import { doorsView } from './view-doors.ts'
import { drawView, fixedView } from './view-draw.ts'
import { firmView } from './view-firm.ts'
import { listView } from './view-list.ts'
import { picturesView, strataView } from './view-pictures.ts'
import type { PageWords } from './words-zh.ts'

/** The whole page, top to bottom. */
export function pageNodes(state: State, words: PageWords, acts: Acts): Node[] {
  const { view, fixed } = state
  const turn = button(words.other, acts.turn, 'turn')
  turn.id = 'turn'
  turn.lang = state.language === 'zh' ? 'en' : 'zh-CN'
  return [
    view === null ? null : element('a', { class: 'skip', href: '#firm' }, words.skip),
    element('header', {}, element('h1', {}, words.title), turn, element('p', {}, words.intro)),
    element(
      'main',
      {},
      checkView(state, words, acts),
      ...(view === null
        ? fixed === null || state.checked?.verdict.kind === 'differs'
          ? [noneView(state, words)]
          : [fixedView(fixed, words), strataView(fixed, words)]
        : [
            // Verdict and query come first: on a phone what follows is screens away.
            firmView(state, view, words, acts),
            drawView(view, words),
            picturesView(view, words),
            listView(state, view, words, acts),
          ]),
      doorsView(state, words, acts),
    ),
    element(
      'footer',
      {},
      element('p', {}, words.law),
      view?.occasion ? element('p', {}, escapeControls(view.occasion.program)) : null,
    ),
  ].filter(node => node !== null)
}

/** What stands in the place of a draw where there is none. */
function noneView({ source, opened }: State, { none }: PageWords): HTMLElement | null {
  const text = {
    nothing: none.text,
    'too-large': none.tooLarge,
    embedded: opened ? none.unreadable : null,
    brought: opened ? none.unreadable : null,
  }[source]
  return text === null
    ? null
    : element('section', {}, element('h2', {}, none.heading), element('p', {}, text))
}

import { escapeControls } from '../core/escape-controls.ts'
import { holdsDigest } from '../core/hex.ts'
import type { Finding, InFrame } from '../core/publication/certificate/certificate.ts'
import {
  frameValues,
  reasonText,
  shellLine,
  verdictSentence,
} from '../core/publication/certificate/certificate-sections.ts'
import type { DrawView } from './draw-view.ts'
import { button, data, digits, drawn, element, pairs } from './element.ts'
import type { Found } from './engine.ts'
import type { Acts, State } from './state.ts'
import { key } from './view-pictures.ts'
import type { PageWords } from './words-zh.ts'

/** "Type your code or name": what the draw did with one firm, and why. */
export function firmView(state: State, view: DrawView, words: PageWords, acts: Acts): HTMLElement {
  const { firm } = words
  const input = element('input', {
    id: 'firm',
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'firm-hint',
  })
  input.value = state.asked
  const form = element(
    'form',
    { class: 'ask', role: 'search' },
    element('label', { for: 'firm' }, firm.label),
    input,
    element('button', { type: 'submit', class: 'primary' }, firm.ask),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    acts.find(input.value)
  })
  return element(
    'section',
    { id: 'one', class: state.found === null ? 'unasked' : '' },
    element('h2', {}, firm.heading),
    form,
    element('p', { id: 'firm-hint', class: 'quiet' }, firm.hint),
    element(
      'div',
      { id: 'found', 'data-of': state.asked },
      state.found === null ? null : foundView(state.found, view, words, acts),
    ),
  )
}

function foundView(found: Found, view: DrawView, words: PageWords, acts: Acts): HTMLElement {
  const { firm } = words
  if (found.kind === 'target') return targetView(found, view, words)
  if (found.kind === 'mistyped') return element('p', { class: 'warning' }, firm.mistyped)
  if (found.targets.length === 0) return element('p', { class: 'warning' }, firm.none)
  return element(
    'div',
    {},
    element('p', {}, firm.several(found.targets.length)),
    element(
      'ul',
      { class: 'choices' },
      ...found.targets.map(({ id, name }) =>
        element(
          'li',
          {},
          button(escapeControls(words.shared.certificate.named(id, name)), () => acts.find(id)),
        ),
      ),
    ),
  )
}

type Target = Extract<Found, { kind: 'target' }>

function targetView({ id, name, finding }: Target, view: DrawView, words: PageWords): HTMLElement {
  const { firm } = words
  const framed = 'ticket' in finding
  const changed = view.substitutions.findLast(row => row.out === id || row.in === id)
  return element(
    'article',
    { class: `verdict ${finding.verdict}` },
    element('p', { class: 'said' }, data(sentenceOf({ id, name }, finding, view, words))),
    ...(framed ? [element('p', {}, firm.why[finding.verdict])] : []),
    ...(view.occasion?.void ? [element('p', { class: 'warning' }, firm.voided)] : []),
    ...(changed ? [element('p', { class: 'warning' }, changed.out === id ? firm.fellOut : firm.cameIn)] : []),
    ...(finding.verdict === 'excluded'
      ? [pairs([[firm.reason, reasonText(finding.reason, words.shared)]])]
      : []),
    ...(framed ? frameNodes(id, finding, view.selectKey, words) : []),
  )
}

/** The folder does not know the registry, so that of a stranger it says only where it does not stand. */
function sentenceOf(
  target: { readonly id: string; readonly name: string },
  finding: Finding,
  view: DrawView,
  words: PageWords,
): string {
  if (finding.verdict !== 'unknown') return verdictSentence({ target, finding }, words.shared)
  const named = words.shared.certificate.named(target.id, target.name)
  return view.excluded === null ? words.firm.absentHidden(named) : words.firm.absent(named)
}

function frameNodes(id: string, finding: InFrame, selectKey: string, words: PageWords): Node[] {
  const values = frameValues(finding, words.shared, words.shared.stratumNamed).map(
    ([label, value]) => [label, holdsDigest(value) ? digits(value) : value] as const,
  )
  return [
    ticketPicture(finding, words),
    pairs(values),
    element('p', {}, words.firm.byHand),
    element('pre', { tabindex: '0' }, escapeControls(shellLine(selectKey, id))),
  ]
}

/** All tickets of the stratum lie between 0000… and ffff…; here the part that is drawn, the reserves, and this one. */
function ticketPicture(
  { ticket, lastDrawn, lastReserve, verdict }: InFrame,
  { firm, pictures }: PageWords,
): HTMLElement {
  const place = (digest: string | undefined) =>
    (100 * Number.parseInt((digest ?? '0').slice(0, 8), 16)) / 2 ** 32
  const [cut, spare, own] = [lastDrawn?.ticket, lastReserve?.ticket, ticket].map(place) as [
    number,
    number,
    number,
  ]
  const zone = (from: number, to: number, kind: string) =>
    drawn('rect', { x: `${from}%`, y: '14', width: `${Math.max(0, to - from)}%`, height: '14', class: kind })
  return element(
    'figure',
    { class: 'ticket' },
    drawn(
      'svg',
      { 'aria-hidden': 'true', height: '42' },
      zone(0, 100, 'frame'),
      zone(0, cut, 'drawn'),
      ...(spare > cut ? [zone(cut, spare, 'reserve')] : []),
      drawn('line', { x1: `${own}%`, x2: `${own}%`, y1: '4', y2: '38', class: `own ${verdict}` }),
      drawn('circle', { cx: `${own}%`, cy: '21', r: '6', class: `own ${verdict}` }),
    ),
    element(
      'div',
      { class: 'ends', 'aria-hidden': 'true' },
      element('span', {}, firm.low),
      element('span', {}, firm.high),
    ),
    element(
      'figcaption',
      { class: 'legend' },
      `${firm.picture}　`,
      key('drawn', pictures.drawn),
      key('reserve', pictures.reserve),
      key('own', firm.own),
    ),
  )
}

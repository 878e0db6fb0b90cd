import { percent } from '../core/fraction.ts'
import { sumOf } from '../core/tally.ts'
import type { DrawView, FixedView } from './draw-view.ts'
import { data, drawn, element } from './element.ts'
import type { PageWords } from './words-zh.ts'

/** From the targets that meet the task's conditions to those drawn, and each stratum, as bars. */
export function picturesView(view: DrawView, words: PageWords): HTMLElement {
  const { pictures } = words
  return element(
    'section',
    {},
    element('h2', {}, pictures.heading),
    waterfall(view, words),
    element('h2', {}, pictures.strata),
    strata(view, words),
  )
}

/** The strata alone: what is fixed of a draw before it is made. */
export function strataView(fixed: FixedView, words: PageWords): HTMLElement {
  return element('section', {}, element('h2', {}, words.pictures.strata), strata(fixed, words))
}

/** Each step takes from what is left; where the folder does not tell of the registry it begins at the task. */
function waterfall(view: DrawView, { pictures, shared }: PageWords): HTMLElement {
  const { frame, excluded, strata, occasion } = view
  const registry = excluded === null ? null : (occasion?.registry ?? null)
  const out: (readonly [label: string, count: number])[] = [
    ...(registry === null
      ? []
      : ([
          [pictures.elsewhere, registry.elsewhere],
          [pictures.outside, registry.outside],
        ] as const)),
    ...(excluded ?? []).map(
      ([code, count]) => [pictures.excluded(shared.excluded[code] ?? code), count] as const,
    ),
  ].filter(([, count]) => count > 0)
  const whole = frame + out.reduce((total, [, count]) => total + count, 0)
  const row = (label: string, count: number, from: number, kind: string) =>
    barRow(data(label), [bar(from, count, whole, kind)], pictures.count(count))
  let left = whole
  return element(
    'div',
    { class: 'bars', id: 'waterfall' },
    excluded === null
      ? element('p', { class: 'quiet' }, pictures.exclusionsHidden)
      : row(registry === null ? pictures.scope : pictures.registry, whole, 0, 'scope'),
    ...out.map(([label, count]) => {
      left -= count
      return row(label, count, left, 'out')
    }),
    row(pictures.frame, frame, 0, 'frame'),
    row(pictures.drawn, sumOf(strata, 'take'), 0, 'drawn'),
    row(pictures.reserve, sumOf(strata, 'reserve'), sumOf(strata, 'take'), 'reserve'),
  )
}

/** More strata than this are left to the table of the list. */
const MOST_STRATA = 60

function strata({ strata }: Pick<DrawView, 'strata'>, { pictures, shared }: PageWords): HTMLElement {
  const largest = strata.reduce((most, { size }) => Math.max(most, size), 1)
  return element(
    'div',
    { class: 'bars', id: 'strata' },
    ...strata
      .slice(0, MOST_STRATA)
      .map(({ stratum, size, take, reserve }) =>
        barRow(
          data(shared.stratumNamed(stratum)),
          [
            bar(0, size, largest, 'frame'),
            bar(0, take, largest, 'drawn'),
            bar(take, reserve, largest, 'reserve'),
          ],
          pictures.of(take, size, percent(take, size)),
        ),
      ),
    strata.length > MOST_STRATA ? element('p', {}, pictures.more(strata.length - MOST_STRATA)) : null,
    element(
      'p',
      { class: 'legend' },
      key('drawn', pictures.drawn),
      key('reserve', pictures.reserve),
      key('frame', pictures.frame),
    ),
  )
}

export function key(kind: string, label: string): HTMLElement {
  const swatch = drawn('rect', { width: '14', height: '14', class: kind })
  const picture = drawn('svg', { width: '14', height: '14', 'aria-hidden': 'true' }, swatch)
  return element('span', { class: 'key' }, picture, label)
}

function barRow(label: Node | string, bars: readonly SVGElement[], told: string): HTMLElement {
  const picture = drawn('svg', { class: 'bar', 'aria-hidden': 'true' }, ...bars)
  return element(
    'div',
    { class: 'row' },
    element('span', { class: 'label' }, label),
    picture,
    element('span', { class: 'told' }, told),
  )
}

/** A bar from `from`, `count` long, of `whole`; what is not nothing can be seen. */
function bar(from: number, count: number, whole: number, kind: string): SVGElement {
  const share = (part: number) => `${whole === 0 ? 0 : (100 * part) / whole}%`
  return drawn('rect', {
    x: share(from),
    y: '0',
    width: share(count),
    height: '100%',
    class: count > 0 ? `${kind} some` : kind,
  })
}

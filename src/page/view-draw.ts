import { escapeControls } from '../core/escape-controls.ts'
import type { ToldOccasion } from '../core/publication/export/read-record.ts'
import { timeText } from '../core/publication/followed/time-text.ts'
import type { DrawView, FixedView } from './draw-view.ts'
import { data, digits, element, pairs } from './element.ts'
import type { PageWords } from './words-zh.ts'

/** The draw in plain words: what, when, committed before the seed or not, from which seed. */
export function drawView(view: DrawView, words: PageWords): HTMLElement {
  const { draw } = words
  const { labels, attempt, named } = words.shared.certificate
  const { occasion, task } = view
  return element(
    'section',
    {},
    element('h2', {}, draw.heading),
    element('p', { class: 'task' }, data(task.name)),
    ...(occasion === null
      ? [element('p', { class: 'warning' }, draw.noRecord)]
      : occasionNotes(
          occasion,
          view.seed.some(({ source }) => source.startsWith(SEALED)),
          words,
        )),
    pairs([
      ...(occasion === null ? [] : [[labels.number, attempt(occasion.draw, occasion.attempt)] as const]),
      [labels.task, named(task.id, task.name)],
      ...(occasion?.items ?? []).map(({ code, name }) => [draw.item, named(code, name)] as const),
      ...(occasion === null
        ? []
        : ([
            [labels.frozen, timeText(occasion.frozen.at, words.shared)],
            [labels.drawn, timeText(occasion.drawn.at, words.shared)],
          ] as const)),
      ...view.seed.map(({ source, value }) => [labels.seed, `${source}=${value}`] as const),
      [labels.commitment, digits(view.digest)],
      [labels.selectKey, digits(view.selectKey)],
    ]),
  )
}

/** How a source is named whose value the office kept until the visits were done (draw.md, section 4). */
const SEALED = 'secret/'

/** What is fixed where no draw is shown: which task, which sources are to give the seed, the digest. */
export function fixedView(fixed: FixedView, words: PageWords): HTMLElement {
  const { draw } = words
  const { labels, attempt, named } = words.shared.certificate
  const { occasion, task, sources, usedUp, digest } = fixed
  return element(
    'section',
    {},
    element('h2', {}, draw.fixed),
    element('p', { class: 'task' }, data(task.name)),
    ...(usedUp.length === 0 ? [] : [element('p', { class: 'warning' }, draw.usedUp)]),
    pairs([
      ...(occasion === null ? [] : [[labels.number, attempt(occasion.draw, occasion.attempt)] as const]),
      [labels.task, named(task.id, task.name)],
      ...(occasion === null ? [] : [[labels.frozen, timeText(occasion.frozen.at, words.shared)] as const]),
      ...sources.map(source => [draw.source, source] as const),
      ...usedUp.map(line => [labels.seed, escapeControls(line)] as const),
      [labels.commitment, digits(digest)],
    ]),
  )
}

function occasionNotes(occasion: ToldOccasion, sealed: boolean, { draw, shared }: PageWords): Node[] {
  const { commitment, seedFrom, again, void: voided, weakSeed } = occasion
  const early = commitment === 'before-the-seed'
  const open = seedFrom === 'announced-sources'
  return [
    ...(voided === null
      ? []
      : [
          element(
            'p',
            { class: 'warning' },
            draw.voided(escapeControls(voided.reason), escapeControls(voided.approver)),
          ),
        ]),
    ...(weakSeed === undefined
      ? []
      : [
          element(
            'p',
            { class: 'warning' },
            shared.certificate.weak(escapeControls(weakSeed.reason), escapeControls(weakSeed.approver)),
          ),
        ]),
    ...(again === null
      ? []
      : [
          element(
            'p',
            { class: 'warning' },
            draw.again(
              escapeControls(again.draw),
              escapeControls(again.reason),
              escapeControls(again.approver),
            ),
          ),
        ]),
    element(
      'div',
      { class: 'notes' },
      note(early, early ? draw.before : draw.atOnce, early ? draw.beforeText : draw.atOnceText),
      note(
        open && early,
        open ? (early ? draw.announced : draw.unannounced) : draw.machine,
        `${open ? (early ? draw.announcedText : draw.unannouncedText) : draw.machineText}${sealed ? draw.sealedText : ''}`,
      ),
    ),
  ]
}

function note(good: boolean, heading: string, text: string): HTMLElement {
  return element(
    'div',
    { class: good ? 'note good' : 'note careful' },
    element('h3', {}, heading),
    element('p', {}, text),
  )
}

import { dayIn, isDay } from '../../dates.ts'
import { isMinute } from '../../moment.ts'
import { isLine } from '../../text.ts'
import type { SeedSource } from './announced-source.ts'
import { minuteOfRound } from './drand-round.ts'
import { readForm } from './form.ts'
import { knownSource } from './known-sources.ts'
import { isFolded, normalise } from './seed-source.ts'

/** A source as a clerk announces it; null where nothing was said. */
export interface SaidSource {
  readonly name: string
  readonly form: string | null
  readonly due: string | null
  readonly place: string
}

export type SourceReading =
  | { readonly kind: 'source'; readonly source: SaidSource }
  /** The name is none: empty, with `=` or with characters that do not show; or it begins like a checked kind and is none. */
  | { readonly kind: 'invalid' | 'malformed' }
  | { readonly kind: 'unknown-form'; readonly form: string }
  | { readonly kind: 'invalid-due'; readonly due: string; readonly expected: string }

/**
 * Reads `骰子/25`, `福彩3D 第2026312期`, `NAME:FORM`, each with `@DUE` and `#PLACE` where wanted. Known names need no form;
 * the minute of a drand round is its own.
 */
export function readSaidSource(text: string): SourceReading {
  const [whole, place] = cutAt(normalise(text), '#')
  const [head, said] = cutAt(whole, '@')
  const named = namedForm(head)
  if (named.kind !== 'source') return named
  const { name, form } = named
  if (!isFolded(name) || name.includes('=') || !isLine(place)) return { kind: 'invalid' }
  const due = said === '' ? null : dueAsSaid(said)
  if (due === undefined) return { kind: 'invalid-due', due: said, expected: DUE_EXAMPLE }
  const read = form === null ? undefined : readForm(form)
  if (read?.kind !== 'drand') return { kind: 'source', source: { name, form, due, place } }
  const own = minuteOfRound(read.round)
  if (own === null) return { kind: 'malformed' }
  if (due !== null && due !== own) return { kind: 'invalid-due', due: said, expected: own }
  return { kind: 'source', source: { name, form, due: own, place: place || DRAND } }
}

const DUE_EXAMPLE = '2026-11-20 10:00'
const DRAND = 'League of Entropy (drand quicknet)'

/** What stands before and after the last mark; the mark's own absence leaves the second part empty. */
function cutAt(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.lastIndexOf(mark)
  return at < 0 ? [text, ''] : [normalise(text.slice(0, at)), normalise(text.slice(at + 1))]
}

type NamedForm =
  | { readonly kind: 'source'; readonly name: string; readonly form: string | null }
  | Extract<SourceReading, { kind: 'malformed' | 'invalid' | 'unknown-form' }>

function namedForm(head: string): NamedForm {
  const [, before, written] = NAMED.exec(head) ?? []
  if (before !== undefined && written !== undefined) {
    const form = written.toLowerCase()
    if (readForm(form) === undefined) return { kind: 'unknown-form', form: written }
    return { kind: 'source', name: normalise(before), form }
  }
  if (CHECKED.test(head))
    return readForm(head) === undefined ? { kind: 'malformed' } : { kind: 'source', name: head, form: head }
  if (PLAIN_FORM.test(head)) {
    const form = head.toLowerCase()
    if (readForm(form) === undefined) return { kind: 'unknown-form', form: head }
    return { kind: 'source', name: form.split('/')[0]!, form }
  }
  return knownForm(head)
}

/** `骰子/25` says how many are thrown; lotteries have one form each, `福彩3D/3` is none. */
function knownForm(head: string): NamedForm {
  const known = knownSource(head)
  if (known === undefined) return { kind: 'source', name: head, form: null }
  if (known.form !== null) {
    const [, more] = /^ ?(\/.*)$/.exec(head.replace(known.begins, '')) ?? []
    return more === undefined
      ? { kind: 'source', name: head, form: known.form }
      : { kind: 'unknown-form', form: more }
  }
  const [, name, thrown] = THROWN.exec(head) ?? []
  if (name === undefined) return { kind: 'source', name: head, form: null }
  const form = `dice/${thrown}`
  return readForm(form) === undefined
    ? { kind: 'unknown-form', form: `/${thrown}` }
    : { kind: 'source', name: normalise(name), form }
}

const NAMED = /^(.+?) ?: ?([a-z]+(?:\/.*)?)$/i
const CHECKED = /^(?:secret|drand)\//i
const PLAIN_FORM = /^(?:dice|digits|numbers|hex)\//i
const THROWN = /^(.+?) ?\/ ?([^/]*)$/

/** A day, or a day and a minute; Beijing time where no offset is said. Undefined where it is neither. */
function dueAsSaid(text: string): string | undefined {
  const [, year, month, date, clock = '', offset = ''] = SAID.exec(text) ?? []
  if (year === undefined) return undefined
  const two = (part: string | undefined) => (part || '0').padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  if (clock === '') return isDay(day) ? day : undefined
  const [hours, minutes] = clock.split(/[^0-9]+/)
  const at = `${day}T${two(hours)}:${two(minutes)}${offset === '' ? '+08:00' : offset === 'Z' ? '+00:00' : offset}`
  return isMinute(at) ? at : undefined
}

const SAID =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]?(\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分?)?))(?::00)?)? ?(Z|[+-]\d{2}:\d{2})?$/

/**
 * The source as a commitment of version 2 announces it: of free text where no form was said, and due on the day that its name
 * has or else on `day`.
 */
export function announcedSource({ name, form, due, place }: SaidSource, day: string): SeedSource {
  return {
    name,
    form: form ?? 'text',
    due: due ?? dayIn(name) ?? day,
    place: place || (knownSource(name)?.place ?? ''),
  }
}

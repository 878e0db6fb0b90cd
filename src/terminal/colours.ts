import { escapeControls } from '../core/escape-controls.ts'
import { whenNeeded } from './when-needed.ts'

type Paint = (text: string) => string

/** The things that deserve a colour, on one stream; where there is none, each gives its text back. */
export interface Colours {
  readonly refusal: Paint
  readonly hint: Paint
  /** Where an issue is. */
  readonly place: Paint
  readonly agrees: Paint
  readonly differs: Paint
}

/** What a stream shows: a terminal in colour unless NO_COLOR is set; anything else without, unless FORCE_COLOR is. */
export function coloursOn(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Colours {
  return coloursAt(isColourful(stream, env) ? 1 : 0)
}

export const NO_COLOURS = coloursAt(0)

function coloursAt(level: 0 | 1): Colours {
  const paint =
    (colour: keyof typeof COLOURS): Paint =>
    text =>
      level === 0 ? text : `\0${colour}${text}\0`
  return { refusal: paint('r'), hint: paint('c'), place: paint('y'), agrees: paint('g'), differs: paint('r') }
}

const COLOURS = { r: 'red', g: 'green', y: 'yellow', c: 'cyan' } as const

const chalk = whenNeeded<typeof import('chalk')>('chalk')

function painted(colour: string, text: string): string {
  const chalks = chalk()
  return new chalks.Chalk({ level: 1 })[COLOURS[colour as keyof typeof COLOURS]](text)
}

/**
 * A line as a stream gets it: coloured where {@link Colours} marked it, and everything else that would steer what shows
 * it made visible, whoever wrote it: an argument, an environment, a file. A colour is marked with NUL, which neither
 * an argument nor the name of a file can hold.
 */
export function shownLine(line: string): string {
  let shown = ''
  let at = 0
  for (const { index, 0: whole, 1: colour, 2: text } of line.matchAll(MARKED)) {
    shown += escapeControls(line.slice(at, index)) + painted(colour!, escapeControls(text!))
    at = index + whole.length
  }
  return shown + escapeControls(line.slice(at))
}

const MARKED = /\0([rgyc])([^\0]*)\0/g

/** https://no-color.org, then FORCE_COLOR as chalk reads it. */
function isColourful(
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR = '', FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY === true && TERM !== 'dumb'
}

import { Chalk } from 'chalk'

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
  const { red, green, yellow, cyan } = new Chalk({ level })
  return { refusal: red, hint: cyan, place: yellow, agrees: green, differs: red }
}

/** https://no-color.org, then FORCE_COLOR as chalk reads it. */
function isColourful(
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR = '', FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY === true && TERM !== 'dumb'
}

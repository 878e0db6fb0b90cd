/**
 * The value that a JSON text holds; undefined where it is no JSON, or nests so deeply that whoever walks through it could
 * not come back: nothing of ours goes beyond a handful.
 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > DEEPEST) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const DEEPEST = 100

/** How many brackets of a JSON text stand open at most; those within strings are none. */
function depthOf(text: string): number {
  let open = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH && inString) i++
    else if (code === QUOTE) inString = !inString
    else if (inString) continue
    else if (code === SQUARE || code === BRACE) deepest = Math.max(deepest, ++open)
    else if (code === SQUARE + 2 || code === BRACE + 2) open--
  }
  return deepest
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** `[` and `{`; their partners stand two places on. */
const SQUARE = 0x5b
const BRACE = 0x7b

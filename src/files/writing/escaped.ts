import { withoutControls } from './text/printable.ts'

/** A text as HTML and SVG show it: no markup, no control characters. */
export function escaped(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, character => ESCAPES[character]!)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

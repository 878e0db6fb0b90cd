import { escapedData } from '../../core/publication/page-text.ts'
import { withoutControls } from './text/printable.ts'

/** A text as HTML and SVG show it: no markup, no control characters. */
export function escaped(text: string): string {
  return escapedData(withoutControls(text))
}

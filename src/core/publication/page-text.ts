import { escapeControls } from '../escape-controls.ts'

/** Text as text on a page, whatever it holds; what cannot be seen is shown by its number. */
export function escaped(text: string): string {
  return escapedData(escapeControls(text))
}

/** The same for data, which stay as they are to the byte. */
export function escapedData(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]!)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

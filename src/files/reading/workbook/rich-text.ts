import { beyond, LIMITS } from './limits.ts'

/** Gathers the text of one string out of its tags: runs of rich text one after the other, how it is spoken left out. */
export interface RichText {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
  /** The text so far; begins anew. */
  readonly take: () => string
}

export function richText(placeOf: () => string): RichText {
  let written = ''
  let inText = false
  let inSpoken = false
  return {
    open(name) {
      if (name === 't') inText = true
      else if (name === 'rPh') inSpoken = true
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inSpoken = false
    },
    text(text) {
      if (!inText || inSpoken) return
      written += text
      if (written.length > LIMITS.text) throw beyond('text', placeOf())
    },
    take() {
      const text = unescaped(written)
      written = ''
      return text
    },
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

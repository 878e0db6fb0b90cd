import { beyond, LIMITS } from './limits.ts'
import type { Package } from './package-parts.ts'
import { readXml } from './read-xml.ts'
import { richText } from './rich-text.ts'

/** The texts that cells name by their number. */
export async function sharedStrings(parts: Package, path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return []
  const strings: string[] = []
  let length = 0
  const string = richText(() => path)
  await readXml(parts, path, {
    open: string.open,
    text: string.text,
    close(name) {
      string.close(name)
      if (name !== 'si') return
      const text = string.take()
      strings.push(text)
      length += text.length + OF_EACH
      if (length > LIMITS.strings) throw beyond('strings', path)
    },
  })
  return strings
}

/** What a string takes beside its characters, counted as characters. */
const OF_EACH = 16

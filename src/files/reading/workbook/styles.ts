import { beyond, LIMITS } from './limits.ts'
import { builtInFormat, type NumberFormat, numberFormat } from './number-format.ts'
import type { Package } from './package-parts.ts'
import { readXml } from './read-xml.ts'

/** The number format of each style of cells, by the style's number. */
export async function cellFormats(
  parts: Package,
  path: string | undefined,
): Promise<readonly NumberFormat[]> {
  if (path === undefined) return []
  const codes = new Map<number, NumberFormat>()
  const ids: number[] = []
  let inCells = false
  await readXml(parts, path, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') {
        codes.set(Number(attributes.numFmtId), numberFormat(attributes.formatCode ?? ''))
      } else if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0))
      if (Math.max(ids.length, codes.size) > LIMITS.entries) throw beyond('entries', path)
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return ids.map(id => codes.get(id) ?? builtInFormat(id))
}

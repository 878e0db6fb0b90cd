import { isLegible, kindOfSource, normalise } from '../../draw/seed/seed-source.ts'
import { type CellResult, firstRepeated } from './cell-result.ts'

/** The seed source of a task that announces none. */
export const DEFAULT_SOURCE = 'seed'

/** Announced seed sources in their order, `骰子;福彩3D 第2026312期` (draw.md, section 4: NFKC, white space folded). */
export function readSources(text: string): CellResult {
  const sources = sourcesOf(parted(text))
  const bad = sources.find(source => source.includes('='))
  if (bad !== undefined) return { code: 'invalid-source', details: { part: bad } }
  const malformed = sources.find(source => kindOfSource(source).kind === 'malformed' || !isLegible(source))
  if (malformed !== undefined) return { code: 'malformed-source', details: { source: malformed } }
  const twice = firstRepeated(sources)
  if (twice !== undefined) return { code: 'duplicate-source', details: { source: twice } }
  return { value: sources.join(';'), note: /[；，,、|\n]/.test(text) ? 'list-form' : null }
}

/** The usual marks between members part sources too, but not within brackets: `福利彩票（双色球、3D）` is one. */
function parted(text: string): string {
  let depth = 0
  return [...text]
    .map(character => {
      if ('（([【'.includes(character)) depth++
      else if ('）)]】'.includes(character)) depth = Math.max(0, depth - 1)
      return depth === 0 && '，,、|\n'.includes(character) ? ';' : character
    })
    .join('')
}

/** The sources of a cell, in order. */
export function sourcesOf(text: string): string[] {
  return text
    .split(/[;；]/)
    .map(part => normalise(part).trim())
    .filter(part => part !== '')
}

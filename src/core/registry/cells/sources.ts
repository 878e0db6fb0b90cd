import { readSaidSource } from '../../draw/seed/said-source.ts'
import { normalise } from '../../draw/seed/seed-source.ts'
import { type CellResult, firstRepeated } from './cell-result.ts'

/** The seed source of a task that announces none. */
export const DEFAULT_SOURCE = 'seed'

/** Announced seed sources in their order, `骰子/25;福彩3D 第2026312期` (draw-2.md, sections 3 and 4). */
export function readSources(text: string): CellResult {
  const sources = sourcesOf(parted(text))
  for (const source of sources) {
    const reading = readSaidSource(source)
    switch (reading.kind) {
      case 'source':
        break
      case 'invalid':
        if (source.includes('=')) return { code: 'invalid-source', details: { part: source } }
        return { code: 'malformed-source', details: { source } }
      case 'malformed':
        return { code: 'malformed-source', details: { source } }
      case 'unknown-form':
        return { code: 'unknown-source-form', details: { source, form: reading.form } }
      case 'invalid-due':
        return {
          code: 'invalid-source-due',
          details: { source, due: reading.due, expected: reading.expected },
        }
      default:
        return reading satisfies never
    }
  }
  const twice = firstRepeated(namesOf(sources))
  if (twice !== undefined) return { code: 'duplicate-source', details: { source: twice } }
  return {
    value: sources.join(';'),
    note: text.includes('；') || /[,、|\n]/.test(text.normalize('NFKC')) ? 'list-form' : null,
  }
}

function namesOf(sources: readonly string[]): string[] {
  return sources.map(source => {
    const reading = readSaidSource(source)
    return reading.kind === 'source' ? reading.source.name : source
  })
}

/** The usual marks between members, of whatever width, part sources too, but not within brackets: `福利彩票（双色球、3D）` is one. */
function parted(text: string): string {
  let depth = 0
  return [...text]
    .flatMap(character => {
      // One character may stand for several, of which one parts: `🄁` is `0,`.
      const plain = [...character.normalize('NFKC')]
      return plain.some(one => '([【)]】;,、|\n'.includes(one)) ? plain : character
    })
    .map(character => {
      const plain = character.normalize('NFKC')
      if ('([【'.includes(plain)) depth++
      else if (')]】'.includes(plain)) depth = Math.max(0, depth - 1)
      return plain === ';' || (depth === 0 && ',、|\n'.includes(plain)) ? ';' : character
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

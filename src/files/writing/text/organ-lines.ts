/** So many characters of an office's name stand side by side above a paper and are still larger than its title. */
const MOST = 19

/**
 * The name of who issues a paper in lines of about the same length: of one line as long as it can be large, of more where it
 * cannot, broken between offices where several issue it together.
 */
export function organLines(organ: string): readonly string[] {
  const offices = organ.split(/(?<=[、，])|\s+/u).filter(office => office !== '')
  const lines = [...organ].length <= MOST ? [organ] : offices.length > 1 ? offices : evenly([...organ])
  return lines.map(line => line.trim())
}

function evenly(characters: readonly string[]): string[] {
  const count = Math.ceil(characters.length / MOST)
  const each = Math.ceil(characters.length / count)
  return Array.from({ length: count }, (_, i) => characters.slice(i * each, (i + 1) * each).join(''))
}

/** How many characters the longest of these lines has. */
export function longestOf(lines: readonly string[]): number {
  return Math.max(1, ...lines.map(line => [...line].length))
}

/**
 * A value as it is read aloud to be compared: its signs one by one, in groups of five. Numbers that are parted already
 * stay as they are.
 */
export function spelt(value: string): string {
  if (value.includes(' ')) return value
  const signs = [...value]
  const groups = Array.from({ length: Math.ceil(signs.length / 5) }, (_, i) =>
    signs.slice(5 * i, 5 * i + 5).join(' '),
  )
  return groups.join('   ')
}

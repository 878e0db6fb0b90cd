/** So many bytes in the unit that people use, rounded up: room that suffices. */
export const leastBytes = (bytes: number): string => inUnit(bytes, Math.ceil)
/** The same rounded down: room that is there. */
export const mostBytes = (bytes: number): string => inUnit(bytes, Math.floor)

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const

function inUnit(bytes: number, round: (count: number) => number): string {
  let unit = 0
  let count = bytes / 1000
  while (count >= 1000 && unit < UNITS.length - 1) {
    count /= 1000
    unit++
  }
  return `${count < 10 && unit > 0 ? round(count * 10) / 10 : round(count)} ${UNITS[unit]}`
}

import { widthOf } from '../../terminal/width.ts'

/** A stream that counts, on their way, the lines that what is written to it takes in a window of so many columns. */
export function countingLines<S extends NodeJS.WritableStream>(
  stream: S,
  columns: number,
): { readonly stream: S; readonly count: () => number; readonly begin: () => void } {
  let lines = 0
  const counting = Object.create(stream) as S
  counting.write = ((piece: string | Uint8Array, ...rest: never[]) => {
    const written = typeof piece === 'string' ? piece : Buffer.from(piece).toString()
    for (const line of written.split('\n').slice(0, -1))
      lines += Math.max(1, Math.ceil(widthOf(line) / columns))
    return stream.write(piece, ...rest)
  }) as S['write']
  const begin = () => {
    lines = 0
  }
  return { stream: counting, count: () => lines, begin }
}

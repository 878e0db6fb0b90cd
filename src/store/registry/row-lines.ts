/** Remembers, for versions of a registry, the line of the file that spoke of them: four bytes each. 0 is none. */
export interface RowLines {
  readonly set: (version: number, line: number) => void
  readonly get: (version: number) => number
}

export function rowLines(): RowLines {
  let lines = new Uint32Array(1 << 12)
  return {
    set(version, line) {
      if (version >= lines.length) {
        const longer = new Uint32Array(Math.max(version + 1, lines.length * 2))
        longer.set(lines)
        lines = longer
      }
      lines[version] = line
    },
    get: version => lines[version] ?? 0,
  }
}

import { type Mark, PAGE, PITCH } from './page.ts'

export type Page = readonly Mark[]

/** Pages that are being filled from their top. */
export interface Sheet {
  readonly pages: Mark[][]
  /** Where the next line begins, from the top of the type area. */
  readonly at: () => number
  readonly skip: (lines: number) => void
  /** Takes so much room, on the next page where this one has it no more; gives where it begins on the page. */
  readonly take: (height: number) => number
  /** Turns the page where so much would not fit on this one: what stands together stays together; whether it turned. */
  readonly keep: (height: number) => boolean
  readonly put: (mark: Mark) => void
}

/** A first page with nothing on it. */
export function newSheet(): Sheet {
  const pages: Mark[][] = [[]]
  let at = 0
  const full = (height: number) => at > 0 && at + height > PAGE.textHeight + 0.01
  const turn = () => {
    pages.push([])
    at = 0
  }
  return {
    pages,
    at: () => at,
    skip(lines) {
      if (at > 0) at = Math.min(toLine(at) + lines * PITCH, PAGE.textHeight)
    },
    take(height) {
      if (full(height)) turn()
      const from = PAGE.top + at
      at += height
      return from
    },
    keep(height) {
      const turns = full(height) && height <= PAGE.textHeight
      if (turns) turn()
      return turns
    },
    put: mark => pages.at(-1)!.push(mark),
  }
}

/** Text stands on the lines of the page again after a table. */
function toLine(at: number): number {
  return Math.ceil(at / PITCH - 0.001) * PITCH
}

import { canBeTaken, type Difference, type SideRow, shownKey } from './difference.ts'
import { isReadable } from './incoming.ts'
import type { Layout } from './layout.ts'

/** The words of a difference report, in one language. */
export interface DifferenceWords {
  readonly kinds: Readonly<Record<Difference['kind'], string>>
  readonly row: (row: number) => string
  readonly sendIt: (layout: string) => string
  readonly takeIt: (layout: string, file: string) => string
  readonly enterIt: string
  readonly decide: (layout: string, file: string, taken: boolean) => string
  readonly unite: (side: 'ours' | 'theirs' | 'both') => string
}

/**
 * A difference as rows of a report: what it is, its key, the field, ours and theirs, where each stands, what to do. One
 * row for each field that differs, so that a spreadsheet filters them.
 */
export function differenceRows(
  layout: Layout,
  file: string,
  difference: Difference,
  words: DifferenceWords,
): readonly (readonly string[])[] {
  const { kind } = difference
  const start = [words.kinds[kind], shownKey(difference.key)]
  const { layout: name } = layout
  switch (kind) {
    case 'only-ours':
      return [[...start, '', shown(difference.row), '', difference.row.at, '', words.sendIt(name)]]
    case 'only-theirs': {
      const todo = isReadable(layout) ? words.takeIt(name, file) : words.enterIt
      return [[...start, '', '', shown(difference.row), '', words.row(Number(difference.row.at)), todo]]
    }
    case 'different': {
      const todo = words.decide(name, file, canBeTaken(layout, difference.fields))
      const place = [difference.ours.at, words.row(Number(difference.theirs.at))]
      return difference.fields.map(({ heading, ours, theirs }) => [
        ...start,
        heading,
        ours,
        theirs,
        ...place,
        todo,
      ])
    }
    case 'repeated': {
      const { ours, theirs } = difference
      const side = ours.length < 2 ? 'theirs' : theirs.length < 2 ? 'ours' : 'both'
      const places = (rows: readonly SideRow[], of: (row: SideRow) => string) => rows.map(of).join('、')
      const row = ({ at }: SideRow) => words.row(Number(at))
      return [[...start, '', '', '', places(ours, ({ at }) => at), places(theirs, row), words.unite(side)]]
    }
    default:
      return kind satisfies never
  }
}

/** The values of a row that only one side has, by which somebody knows what it is. */
function shown({ cells }: SideRow): string {
  return cells
    .filter(cell => cell !== '')
    .slice(0, 6)
    .join(' ')
}

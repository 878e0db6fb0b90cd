import type { CodeFlaw } from './code-table.ts'
import type { NoListAbove } from './drawn-above.ts'
import type { LayoutFlaw } from './read-layout.ts'

/** Why nothing is exchanged. */
export interface ExchangeReasons {
  'unknown-exchange-layout': { name: string; nearest: string | null; known: readonly string[] }
  'invalid-exchange-layout': { path: string; flaw: LayoutFlaw }
  'invalid-code-table': { path: string; flaw: CodeFlaw }
  /** The layout names a table of codes that is nowhere. */
  'no-code-table': { layout: string; table: string }
  /** Nothing of the layout is read into a library here. */
  'layout-not-readable': { layout: string }
  /** Rows of the two sides cannot be told apart. */
  'layout-without-key': { layout: string }
  'file-not-of-layout': { path: string; layout: string; expected: readonly string[] }
  /** The folder of another level's draw does not hold, was not drawn, found no teams or is void; `file` is where it differs. */
  'no-list-in-folder': { path: string; why: NoListAbove; file: string }
  /** Targets have the mark of a list that nobody has taken. */
  'marked-before-taken': { heading: string; targets: readonly string[] }
  /** Assignments and notices are of draws. */
  'layout-needs-draw': { layout: string }
  'nothing-to-send': { layout: string }
}

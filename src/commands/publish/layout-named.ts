import { nearest } from '../../core/nearest.ts'
import { type Layout, parseLayout } from '../../core/publication/lists/layout.ts'
import { layoutsOf } from '../../core/publication/lists/layouts.ts'
import type { ListKind } from '../../core/publication/lists/list-fields.ts'
import type { LayoutReasons } from '../../core/publication/lists/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { isFile, readTextFile } from '../../files/text-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<LayoutReasons>()

/** The layout of `--layout`: one that is known by name, or an office's own in a file; the usual one where none is named. */
export function layoutNamed(desk: Desk, of: ListKind, name: string | undefined): Layout {
  const known = layoutsOf(of)
  if (name === undefined) return known[0]!
  const found = known.find(layout => layout.name === name)
  if (found !== undefined) return found
  const path = desk.path(name)
  if (!isFile(path)) {
    const names = known.map(layout => layout.name)
    throw refuse('unknown-layout', { name, nearest: nearest(name, names), known: names })
  }
  const reading = parseLayout(readTextFile(path), of)
  if (reading.kind === 'layout') return reading.layout
  throw refuse('invalid-layout', { path: name, problem: reading.problem })
}

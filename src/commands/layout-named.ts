import { type Layout, parseLayout } from '../core/publication/layout.ts'
import { layoutsOf } from '../core/publication/layouts.ts'
import type { ListKind } from '../core/publication/list-fields.ts'
import { UserError } from '../core/reason.ts'
import { nearest } from '../core/registry/nearest.ts'
import { isFile, readTextFile } from '../files/text-file.ts'

/** The layout of `--layout`: one that is known by name, or an office's own in a file; the usual one where none is named. */
export function layoutNamed(of: ListKind, name: string | undefined): Layout {
  const known = layoutsOf(of)
  if (name === undefined) return known[0]!
  const found = known.find(layout => layout.name === name)
  if (found !== undefined) return found
  if (!isFile(name)) {
    const names = known.map(layout => layout.name)
    throw new UserError('layout-unknown', { name, nearest: nearest(name, names), known: names })
  }
  const reading = parseLayout(readTextFile(name), of)
  if (reading.kind === 'layout') return reading.layout
  throw new UserError('layout-bad', { path: name, problem: reading.problem })
}

import type { World } from './desk.ts'

/** How large the window is in which the desk asks: columns and rows, those of a plain terminal where it does not say. */
export function deskWindow({ stderr }: Pick<World, 'stderr'>): {
  readonly columns: number
  readonly rows: number
} {
  return { columns: stderr.columns || 80, rows: stderr.rows || 24 }
}

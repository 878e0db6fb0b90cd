import type { Compound } from './compound-columns.ts'

/** What one column of a file is. */
export type Column =
  | { readonly kind: 'field'; readonly heading: string; readonly field: number }
  | {
      readonly kind: 'extra'
      readonly heading: string
      readonly nearest: string | null
      /** A field of `later`, not an unknown heading. */
      readonly known?: true
      /** What the file itself has above it, where that is another word for the same. */
      readonly written?: string
    }
  /** Says what several fields say. */
  | { readonly kind: 'compound'; readonly heading: string; readonly compound: Compound }
  | {
      readonly kind: 'empty'
      /** Whatever stands under this heading of a file of refused rows refuses its row again. */
      readonly holds?: { readonly heading: string; readonly what: 'surplus' | 'mark' }
    }

/** What the file has above a column, as whoever looks into it finds it; null where nothing that is read. */
export function writtenHeading(column: Column | undefined): string | null {
  if (column === undefined || column.kind === 'empty') return null
  return column.kind === 'extra' ? (column.written ?? column.heading) : column.heading
}

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
    }
  /** Says what several fields say. */
  | { readonly kind: 'compound'; readonly heading: string; readonly compound: Compound }
  | {
      readonly kind: 'empty'
      /** Whatever stands under this heading of a file of refused rows refuses its row again. */
      readonly holds?: { readonly heading: string; readonly what: 'surplus' | 'mark' }
    }

import type { LayoutReasons } from '../../../core/publication/lists/reasons.ts'
import type { PublicationReasons } from '../../../core/publication/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Exporting draws and publishing lists. */
export interface PublishSentences {
  readonly reasons: SentencesOf<LayoutReasons & PublicationReasons>
  readonly words: {
    readonly writing: string
    readonly publishedResults: (
      folder: string,
      results: number,
      firms: number,
      beside: { readonly reviewed: number; readonly over: number; readonly withheld: number },
    ) => readonly string[]
    readonly published: (path: string, rows: number, layout: string) => string
    readonly exported: (path: string, files: number, sums: string) => string
    readonly zipped: (path: string, files: number) => string
  }
  readonly help: Texts<
    | 'export'
    | 'exportTo'
    | 'profile'
    | 'zip'
    | 'format'
    | 'layout'
    | 'officers'
    | 'publish'
    | 'publishTo'
    | 'publishLayout'
    | 'year'
    | 'draw'
    | 'department'
    | 'since'
    | 'until'
  >
}

import type { Document } from '../../core/publication/document.ts'

/** A report that can be handed in: the same for scripts, for a terminal and as a file. */
export interface Told {
  readonly data: object
  readonly document: Document
  /** What a terminal shows, where that is not the document itself. */
  readonly lines?: () => readonly string[]
}

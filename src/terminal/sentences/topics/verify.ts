import type { Texts } from './message.ts'

/** Checking the folder of a draw. */
export interface VerifySentences {
  readonly words: {
    readonly agrees: (path: string) => string
    readonly differs: (path: string) => string
    readonly failed: (path: string) => string
    readonly committed: {
      readonly announced: (path: string) => string
      readonly sealed: (path: string) => string
    }
    readonly committedSizes: (targets: number, take: number, reserve: number) => string
    readonly committedSources: (sources: string) => string
    readonly selectKey: (key: string) => string
    readonly verifiedSizes: (targets: number, drawn: number, reserves: number) => string
    readonly verifiedParts: (parts: string) => string
    readonly notShown: (parts: string) => string
    readonly checking: string
    readonly asAnnounced: (path: string) => string
    readonly selfAgrees: (version: string, files: number) => string
    readonly selfDiffers: (version: string) => string
    readonly selfPage: (digest: string) => string
    readonly selfPackage: (digest: string) => string
    readonly selfCompare: string
  }
  readonly help: Texts<'verify' | 'certificate' | 'commitment' | 'results' | 'list' | 'self'>
}

import type { Algorithm } from '../../signing/algorithm.ts'
import type { SignatureFault } from '../../signing/signed-verdict.ts'

/** What is said of signatures that were checked. */
export interface SignedWords {
  readonly holds: (signatures: number, asked: number) => string
  readonly unvouched: (signatures: number) => string
  readonly tooFew: (asked: number, there: number, missing: string) => string
  readonly unsigned: (path: string) => string
  readonly by: (name: string, id: string, algorithm: Algorithm) => string
  readonly registered: (entry: number, at: string) => string
  readonly unregistered: string
  readonly time: (time: string) => string
  readonly how: Readonly<Record<'unvouched' | 'stranger', string>>
  readonly fails: {
    readonly [K in SignatureFault['why']]: (fault: Extract<SignatureFault, { why: K }>) => string
  }
}

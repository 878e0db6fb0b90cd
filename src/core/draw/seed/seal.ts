import { sha256Hex } from '../../hash.ts'
import { hexOfBytes } from '../../hex.ts'

/** A sealed source of a draw (draw.md, section 4), with the secret value that it binds where that is only now made. */
export interface Seal {
  readonly source: string
  readonly secret: string | null
}

/** A new sealed source: 32 bytes of chance that stay with the office until the draw is opened. */
export function newSeal(randomBytes: (count: number) => Uint8Array): Seal {
  const secret = hexOfBytes(randomBytes(32))
  return { source: `secret/${sha256Hex(secret)}`, secret }
}

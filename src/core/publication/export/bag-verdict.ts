import type { OpenFolder } from '../../draw/folder/content.ts'
import type { LargeDraw } from '../../draw/verify/drawn-again.ts'
import { type Verdict, verify } from '../../draw/verify/verdict.ts'
import { bagDiffers, isBag, payloadOf } from './bag.ts'

/** A folder or zip that was read, and of a bag what it carries. */
export interface DrawFolder {
  readonly whole: OpenFolder
  readonly payload: OpenFolder
}

export function drawFolder(whole: OpenFolder): DrawFolder {
  return { whole, payload: isBag(whole) ? payloadOf(whole) : whole }
}

/**
 * Whether a folder, or what a bag carries, agrees with the law, and the bag with its manifests. What a draw's own files
 * say comes first: their place is more exact than a manifest's.
 */
export async function bagVerdict({ whole, payload }: DrawFolder, drawLarge?: LargeDraw): Promise<Verdict> {
  const verdict = await verify(payload, undefined, drawLarge)
  if (!isBag(whole)) return verdict
  if (verdict.kind !== 'differs') return bagDiffers(whole) ?? verdict
  const { difference } = verdict
  return { kind: 'differs', difference: { ...difference, file: `data/${difference.file}` } }
}

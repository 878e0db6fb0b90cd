import type { Spec } from '../../draw/folder/spec.ts'
import { LAW_TEXTS, VERIFIER_FILE } from '../papers/checking-guide.ts'
import { PAGE_FILE } from './page.ts'

/** All that folders carry of this program as it is built, by name; of the page without the files of a folder in it. */
export const CARRIED_FILES: readonly string[] = [PAGE_FILE, VERIFIER_FILE, ...LAW_TEXTS['ssj-draw/2']]

/** What a folder carries beside its page: the law that its draw follows, and in an archive the verifier. */
export function carriedBeside({ spec, archive }: Carrying): readonly string[] {
  return [...LAW_TEXTS[spec], ...(archive ? [VERIFIER_FILE] : [])]
}

export interface Carrying {
  readonly spec: Spec
  readonly archive: boolean
}

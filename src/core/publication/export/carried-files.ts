import type { Spec } from '../../draw/folder/spec.ts'
import { LAW_TEXTS, translationOf, VERIFIER_FILE } from '../papers/checking-guide.ts'
import { PAGE_FILE } from './page.ts'

/** All that folders carry of this program as it is built, by name; of the page without the files of a folder in it. */
export const CARRIED_FILES: readonly string[] = [PAGE_FILE, VERIFIER_FILE, ...lawsOf('ssj-draw/2')]

/** What a folder carries beside its page: the law that its draw follows, and in an archive the verifier. */
export function carriedBeside({ spec, archive }: Carrying): readonly string[] {
  return [...lawsOf(spec), ...(archive ? [VERIFIER_FILE] : [])]
}

/** The texts of a law, and what they say in Chinese. */
function lawsOf(spec: Spec): readonly string[] {
  return LAW_TEXTS[spec].flatMap(law => [law, translationOf(law)])
}

export interface Carrying {
  readonly spec: Spec
  readonly archive: boolean
}

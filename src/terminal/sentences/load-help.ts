import { type Language, loadSentences } from './load-sentences.ts'
import type { Sentences } from './sentences.ts'

/**
 * The help of one language by itself, for a command line that is only read. The build puts it into a file of its own
 * (`src/cli/build.mjs`), so that no other sentence is loaded for it.
 */
export async function loadHelp(language: Language): Promise<Sentences['help']> {
  return (await loadSentences(language)).help
}

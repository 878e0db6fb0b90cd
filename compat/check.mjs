import { openDatabase } from '../dist/store/sqlite.js'
import { sentenceOf } from '../dist/terminal/desk.js'
import { loadSentences } from '../dist/terminal/sentences/load-sentences.js'

/**
 * The last step of `npm ci`. The driver of the database is an optional package (docs/decisions.md), and what is optional
 * and cannot be installed npm leaves out without a word.
 */
try {
  openDatabase(':memory:').close()
} catch (error) {
  if (error.reason === undefined) throw error
  for (const language of ['zh', 'en'])
    for (const line of sentenceOf(await loadSentences(language), error.reason))
      process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

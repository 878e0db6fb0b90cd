import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { answerSchema } from '../terminal/answer-schema.ts'
import { wordsOf } from './help-command.ts'

/** What the answer of a command with `--json` is made after: it goes by the words of the command. */
export function schemaOf(command: CommandUnknownOpts): string {
  return answerSchema(wordsOf(command).slice(1).join('-'))
}

import type { CommanderError, CommandUnknownOpts } from '@commander-js/extra-typings'
import { nearest } from '../core/nearest.ts'
import type { OptionReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Sentences } from '../terminal/sentences/sentences.ts'
import { unknownCommand, wordsOf } from './help-command.ts'

const refuse = refusal<OptionReasons>()

/** What a command could not make of its command line, or that it has shown its help. */
export class Misuse extends Error {
  readonly command: CommandUnknownOpts
  override readonly cause: CommanderError

  constructor(command: CommandUnknownOpts, cause: CommanderError) {
    super(cause.message, { cause })
    this.command = command
    this.cause = cause
  }
}

/** The refusal of a command line: names the word that is wrong, what is like it, and where the help of the command is. */
export function refusalOf({ command, cause }: Misuse, say: Sentences) {
  const of = wordsOf(command).join(' ')
  const [, named = ''] = /'([^']*)'/.exec(cause.message) ?? []
  switch (cause.code) {
    case 'commander.unknownCommand':
      return unknownCommand(command, named)
    case 'commander.unknownOption':
      return refuse('unknown-option', { option: named, nearest: nearest(named, optionsOf(command)), of })
    case 'commander.missingMandatoryOptionValue':
      return refuse('missing-option', { option: named.split(' ')[0]! })
    case 'commander.excessArguments':
      if (command.commands.length > 0) return unknownCommand(command, command.args[0] ?? '')
  }
  return refuse('usage', { message: say.common.usage(cause.code, cause.message.replace(/^error: /, '')), of })
}

/** The long options that may stand behind a command, those of every command included. */
function optionsOf(command: CommandUnknownOpts): readonly string[] {
  const own = command.options.flatMap(({ long }) => long ?? [])
  return command.parent === null ? [...own, '--help'] : [...own, ...optionsOf(command.parent)]
}

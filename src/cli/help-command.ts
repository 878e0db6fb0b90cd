import type { Command, CommandUnknownOpts } from '@commander-js/extra-typings'
import { nearest } from '../core/nearest.ts'
import type { OptionReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Help } from './groups/command.ts'

const refuse = refusal<OptionReasons>()

/** `ssj help [command...]`: the help of a command of any depth, the same as its `--help`. */
export function helpCommand(program: Command, help: Help): void {
  program
    .command('help [command...]')
    .description(help.common.helpCommand)
    .action(words => commandNamed(program, words).help())
}

/** The command that these words lead to; refused at the first that leads nowhere, with the nearest that does. */
export function commandNamed(program: CommandUnknownOpts, words: readonly string[]): CommandUnknownOpts {
  return words.reduce((command, word) => {
    const found = command.commands.find(child => child.name() === word)
    if (found !== undefined) return found
    throw unknownCommand(command, word)
  }, program)
}

/** The refusal of a word that is no command below this one. */
export function unknownCommand(command: CommandUnknownOpts, name: string) {
  const names = command.commands.map(child => child.name())
  return refuse('unknown-command', { name, nearest: nearest(name, names), of: wordsOf(command).join(' ') })
}

/** The words that lead to a command, `ssj` first. */
export function wordsOf(command: CommandUnknownOpts): readonly string[] {
  return command.parent === null ? [command.name()] : [...wordsOf(command.parent), command.name()]
}

import { RootCommand } from '@bomb.sh/tab'
import type { Command } from '@commander-js/extra-typings'
import { choicesOfArgument, choicesOfOption } from './choices.ts'
import { everyCommand } from './every-command.ts'

/** The surface as the library of completions knows it: commands, their options, and the words that either may be. */
export function completionsOf(program: Command): RootCommand {
  const root = new RootCommand()
  const wordsOf = [[[], program] as const, ...everyCommand(program)]
  for (const [words, command] of wordsOf) {
    const own = words.length === 0 ? root : root.command(words.join(' '), command.description())
    for (const option of new Set([...command.options, ...program.options])) {
      const name = option.long!.slice('--'.length)
      const choices = choicesOfOption(option)
      if (!option.required && !option.optional) own.option(name, option.description)
      else
        own.option(name, option.description, complete => {
          for (const choice of choices) complete(choice, '')
        })
    }
    for (const argument of command.registeredArguments) {
      const choices = choicesOfArgument(words, argument.name())
      const give = (complete: (value: string, description: string) => void) => {
        for (const choice of choices) complete(choice, '')
      }
      own.argument(argument.name(), choices.length > 0 ? give : undefined, argument.variadic)
    }
  }
  return root
}

import type { CommandUnknownOpts } from '@commander-js/extra-typings'

/** Every command by its words, groups of commands among them; hidden ones are not. */
export function everyCommand(
  command: CommandUnknownOpts,
  words: readonly string[] = [],
): readonly (readonly [words: readonly string[], command: CommandUnknownOpts])[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap(child => {
      const own = [...words, child.name()]
      return [[own, child] as const, ...everyCommand(child, own)]
    })
}

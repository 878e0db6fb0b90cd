import type { Command } from '@commander-js/extra-typings'
import type { Help } from './groups/command.ts'
import { oneOf } from './groups/option.ts'
import { SHELLS } from './shells.ts'

/**
 * `ssj completion SHELL` prints what a shell needs to complete our command lines, and the hidden `ssj complete -- …` is
 * what that asks at each Tab. Both are made of the surface, by a library that knows the shells and writes to stdout
 * itself. No database is opened: what stands in it is not completed.
 */
export function completionCommand(program: Command, help: Help): void {
  program
    .command('completion')
    .argument('<shell>', '', oneOf('shell', ...SHELLS))
    .description(help.common.completion)
    .action(async shell =>
      (await import('./completions.ts')).completionsOf(program).setup('ssj', 'ssj', shell),
    )
  program
    .command('complete [words...]', { hidden: true })
    .action(async words => (await import('./completions.ts')).completionsOf(program).parse(words))
}

import type { Command } from '@commander-js/extra-typings'
import type { Does, Help } from './groups/command.ts'
import { oneOf } from './groups/option.ts'
import { SHELLS } from './shells.ts'

/**
 * `ssj completion SHELL` prints what a shell needs to complete our command lines, and the hidden `ssj complete -- …` is
 * what that asks at each Tab. Both are made of the surface, by a library that knows the shells.
 */
export function completionCommand(program: Command, help: Help, does: Does): void {
  program
    .command('completion')
    .argument('<shell>', '', oneOf('shell', ...SHELLS))
    .description(help.common.completion)
    .action(does(async () => (await import('./completions.ts')).completionFor(program)))
  program
    .command('complete [words...]', { hidden: true })
    .action(does(async () => (await import('./completions.ts')).completeIn(program)))
}

import { ALGORITHMS } from '../../core/signing/algorithm.ts'
import type { Surface } from './command.ts'
import { collect, oneOf } from './option.ts'

/** Keys that sign what is published of draws. */
export function keyCommands({ program, help, does }: Surface): void {
  const key = program.command('key').description(help.signing.key).helpCommand(false)
  key
    .command('new <file>')
    .description(help.signing.new)
    .option('--algorithm <name>', help.signing.algorithm, oneOf('--algorithm', ...ALGORITHMS))
    .action(does(async () => (await import('../../commands/key/new-key.ts')).newSigningKey))
  key
    .command('add <file>')
    .description(help.signing.add)
    .requiredOption('--name <text>', help.signing.name)
    .option('--instead <id>', help.signing.instead)
    .option('--reason <text>', help.common.reason)
    .option('--approver <name>', help.common.approver)
    .action(does(async () => (await import('../../commands/key/register-key.ts')).registerKey))
  key
    .command('lost <id>')
    .description(help.signing.lost)
    .option('--reason <text>', help.common.reason)
    .option('--approver <name>', help.common.approver)
    .action(does(async () => (await import('../../commands/key/register-key.ts')).loseKey))
  key
    .command('list')
    .description(help.signing.list)
    .option('--to <file>', help.signing.listTo)
    .action(does(async () => (await import('../../commands/key/list-keys.ts')).listKeys))
  key
    .command('sign <folder>')
    .description(help.signing.sign)
    .option('--key <file>', help.signing.signKey, collect)
    .option('--signatures <folder>', help.signing.signatures)
    .action(does(async () => (await import('../../commands/publish/sign-export.ts')).signExport))
}

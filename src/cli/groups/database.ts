import type { Surface } from './command.ts'

/** The database as a whole: its copy, and one to try things with. */
export function databaseCommands({ program, help, does }: Surface): void {
  program
    .command('backup <file>')
    .description(help.common.backup)
    .action(does(async () => (await import('../../commands/backup.ts')).backup))
  program
    .command('settings')
    .description(help.common.settings)
    .action(does(async () => (await import('../../commands/show-settings.ts')).showSettings))
  program
    .command('demo')
    .description(help.common.demo)
    .option('--to <folder>', help.common.demoTo)
    .action(does(async () => (await import('../../commands/desk/demo.ts')).demo))
}

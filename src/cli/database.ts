import type { Surface } from './command.ts'

/** The database as a whole: its ledger, its copy, and one to try things with. */
export function databaseCommands({ program, help, does }: Surface): void {
  program
    .command('log')
    .description(help.log)
    .option('--verify', help.logVerify)
    .action(does(async () => (await import('../commands/log.ts')).log))
  program
    .command('backup <file>')
    .description(help.backup)
    .action(does(async () => (await import('../commands/backup.ts')).backup))
  program
    .command('demo')
    .description(help.demo)
    .option('--to <folder>', help.demoTo)
    .action(does(async () => (await import('../commands/desk/demo.ts')).demo))
}

import type { Surface } from './command.ts'

/** A year in figures. */
export function reportCommands({ program, help, does }: Surface): void {
  program
    .command('report <name>')
    .description(help.report)
    .option('--year <year>', help.reportYear)
    .action(does(async () => (await import('../commands/report/report.ts')).report))
}

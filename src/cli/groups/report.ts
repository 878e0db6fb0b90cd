import type { Surface } from './command.ts'

/** A year in figures. */
export function reportCommands({ program, help, does }: Surface): void {
  program
    .command('report <name>')
    .description(help.report.report)
    .option('--year <year>', help.report.year)
    .option('--draw <draw>', help.report.draw)
    .option('--targets', help.report.targets)
    .option('--to <file>', help.report.to)
    .action(does(async () => (await import('../../commands/report/report.ts')).report))
}

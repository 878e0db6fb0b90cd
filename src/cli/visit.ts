import type { Surface } from './command.ts'

/** Visits that no draw brought about. */
export function visitCommands({ program, help, does }: Surface): void {
  const visit = program.command('visit').description(help.visit).helpCommand(false)
  visit
    .command('add')
    .description(help.visitAdd)
    .option('--target <id>', help.visitTarget)
    .option('--department <name>', help.visitDepartment)
    .option('--date <day>', help.visitDate)
    .option('--cause <text>', help.visitCause)
    .option('--reference <text>', help.visitReference)
    .option('--remark <text>', help.visitRemark)
    .action(does(async () => (await import('../commands/visit/add-visit.ts')).addVisit))
  visit
    .command('import <file>')
    .description(help.visitImport)
    .action(does(async () => (await import('../commands/visit/import-visits.ts')).importVisits))
  visit
    .command('list')
    .description(help.visitList)
    .option('--target <id>', help.visitTarget)
    .option('--year <year>', help.year)
    .action(does(async () => (await import('../commands/visit/visits.ts')).listVisits))
  visit
    .command('strike <visit>')
    .description(help.visitStrike)
    .option('--reason <text>', help.reason)
    .action(does(async () => (await import('../commands/visit/visits.ts')).strikeVisit))
}

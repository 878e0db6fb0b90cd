import type { Surface } from './command.ts'

/** Visits that no draw brought about. */
export function visitCommands({ program, help, does }: Surface): void {
  const visit = program.command('visit').description(help.visits.visit).helpCommand(false)
  visit
    .command('add')
    .description(help.visits.add)
    .requiredOption('--target <id>', help.visits.target)
    .requiredOption('--department <name>', help.visits.department)
    .option('--date <day>', help.visits.date)
    .requiredOption('--cause <text>', help.visits.cause)
    .requiredOption('--reference <text>', help.visits.reference)
    .option('--remark <text>', help.visits.remark)
    .action(does(async () => (await import('../../commands/visit/add-visit.ts')).addVisit))
  visit
    .command('import <file>')
    .description(help.visits.import)
    .action(does(async () => (await import('../../commands/visit/import-visits.ts')).importVisits))
  visit
    .command('list')
    .description(help.visits.list)
    .option('--target <id>', help.visits.target)
    .option('--year <year>', help.visits.year)
    .action(does(async () => (await import('../../commands/visit/visits.ts')).listVisits))
  visit
    .command('strike <visit>')
    .description(help.visits.strike)
    .requiredOption('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/visit/visits.ts')).strikeVisit))
}

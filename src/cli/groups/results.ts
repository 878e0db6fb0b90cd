import type { Surface } from './command.ts'
import { collect, oneOf } from './option.ts'

/** Results of inspections: sheets, states, what is open. */
export function resultCommands({ program, help, does }: Surface): void {
  const results = program.command('results').description(help.results.results).helpCommand(false)
  results
    .command('sheet [which...]')
    .description(help.results.sheet)
    .requiredOption('--to <folder>', help.results.to)
    .option('--format <name>', help.results.format, oneOf('--format', 'csv', 'xlsx'))
    .option('--department <name>', help.results.department)
    .option('--cases <year>', help.results.cases)
    .option('--one-file', help.results.oneFile)
    .option('--encoding <name>', help.common.encodingOut)
    .action(does(async () => (await import('../../commands/results/sheet.ts')).sheetOfResults))
  results
    .command('list [which...]')
    .description(help.results.list)
    .option('--department <name>', help.results.department)
    .option(
      '--state <name>',
      help.results.state,
      oneOf('--state', 'entered', 'reviewed', 'returned', 'published', 'taken-down'),
    )
    .option('--open', help.results.open)
    .option('--deviating', help.results.deviating)
    .action(does(async () => (await import('../../commands/results/list-results.ts')).listResults))
  results
    .command('review [which...]')
    .description(help.results.review)
    .option('--department <name>', help.results.department)
    .option('--file <file>', help.results.file)
    .requiredOption('--approver <name>', help.results.approver)
    .option('--date <day>', help.results.reviewDate)
    .action(does(async () => (await import('../../commands/results/take-steps.ts')).reviewResults))
  results
    .command('return [which...]')
    .description(help.results.return)
    .option('--department <name>', help.results.department)
    .option('--file <file>', help.results.file)
    .requiredOption('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/results/take-steps.ts')).returnResults))
  results
    .command('publish [which...]')
    .description(help.results.publish)
    .option('--department <name>', help.results.department)
    .option('--file <file>', help.results.file)
    .option('--date <day>', help.results.date)
    .action(does(async () => (await import('../../commands/results/take-steps.ts')).publishResults))
  results
    .command('takedown')
    .description(help.results.takeDown)
    .option('--department <name>', help.results.department)
    .action(does(async () => (await import('../../commands/results/take-down.ts')).takeDownResults))
  results
    .command('correct <result>')
    .description(help.results.correct)
    .requiredOption('--set <pair>', help.registry.set, collect)
    .requiredOption('--reason <text>', help.common.reason)
    .requiredOption('--approver <name>', help.results.approver)
    .action(does(async () => (await import('../../commands/results/correct-result.ts')).correctResult))
  const propose = program.command('propose').description(help.results.propose).helpCommand(false)
  propose
    .command('risk')
    .description(help.results.proposeRisk)
    .option('--to <file>', help.results.proposeTo)
    .option('--encoding <name>', help.common.encodingOut)
    .action(does(async () => (await import('../../commands/results/propose-risk.ts')).proposeRisks))
}

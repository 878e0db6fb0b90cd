import type { Surface } from './command.ts'
import { oneOf } from './option.ts'

const STATES = ['entered', 'reviewed', 'returned', 'published', 'taken-down'] as const

/** Sending, taking in and comparing by the layouts of other systems. */
export function exchangeCommands({ program, help, does }: Surface): void {
  const exchange = program.command('exchange').description(help.exchange.exchange).helpCommand(false)
  exchange
    .command('list')
    .description(help.exchange.list)
    .action(does(async () => (await import('../../commands/exchange/list-layouts.ts')).listLayouts))
  exchange
    .command('check <layout>')
    .description(help.exchange.check)
    .option('--codes <folder>', help.exchange.codes)
    .action(does(async () => (await import('../../commands/exchange/list-layouts.ts')).checkLayout))
  exchange
    .command('copy <layout>')
    .description(help.exchange.copy)
    .requiredOption('--to <folder>', help.exchange.copyTo)
    .action(does(async () => (await import('../../commands/exchange/list-layouts.ts')).copyLayout))
  exchange
    .command('out <layout> [which...]')
    .description(help.exchange.out)
    .requiredOption('--to <file>', help.exchange.to)
    .option('--where <condition>', help.exchange.where)
    .option('--department <name>', help.exchange.department)
    .option('--state <name>', help.exchange.state, oneOf('--state', ...STATES))
    .option('--batch <number>', help.exchange.batch)
    .option('--codes <folder>', help.exchange.codes)
    .option('--encoding <name>', help.common.encodingOut)
    .option('--rejects <file>', help.exchange.rejects)
    .action(does(async () => (await import('../../commands/exchange/exchange-out.ts')).exchangeOut))
  exchange
    .command('in <layout> <file>')
    .description(help.exchange.in)
    .option('--codes <folder>', help.exchange.codes)
    .option('--encoding <name>', help.import.encoding)
    .option('--delimiter <character>', help.import.delimiter)
    .option('--sheet <name>', help.import.sheet)
    .option('--header-row <number>', help.import.headerRow)
    .option('--department <name>', help.import.department)
    .option('--on-conflict <rule>', help.import.onConflict)
    .option('--yes', help.import.yes)
    .option('--dry-run', help.import.dryRun)
    .option('--as-registered', help.import.asRegistered)
    .option('--skip-bad', help.import.skipBad)
    .option('--rejects <file>', help.import.rejects)
    .option('--reason <text>', help.plan.changeReason)
    .action(does(async () => (await import('../../commands/exchange/exchange-in.ts')).exchangeIn))
  exchange
    .command('take [layout] [file]')
    .description(help.exchange.take)
    .requiredOption('--task <number>', help.exchange.task)
    .option('--folder <folder>', help.exchange.folder)
    .option('--encoding <name>', help.import.encoding)
    .option('--sheet <name>', help.import.sheet)
    .option('--header-row <number>', help.import.headerRow)
    .option('--dry-run', help.import.dryRun)
    .option('--as-registered', help.import.asRegistered)
    .option('--skip-bad', help.import.skipBad)
    .option('--rejects <file>', help.import.rejects)
    .action(does(async () => (await import('../../commands/exchange/take-list.ts')).takeList))
  exchange
    .command('diff <layout> <file> [which...]')
    .description(help.exchange.diff)
    .option('--to <file>', help.exchange.reportTo)
    .option('--where <condition>', help.exchange.where)
    .option('--department <name>', help.exchange.department)
    .option('--state <name>', help.exchange.state, oneOf('--state', ...STATES))
    .option('--codes <folder>', help.exchange.codes)
    .option('--encoding <name>', help.import.encoding)
    .option('--sheet <name>', help.import.sheet)
    .action(does(async () => (await import('../../commands/exchange/exchange-diff.ts')).exchangeDiff))
}

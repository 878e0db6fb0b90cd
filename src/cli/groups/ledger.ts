import type { Surface } from './command.ts'
import { collect } from './option.ts'

/** The ledger, and what outsiders hold of it. */
export function ledgerCommands({ program, help, does }: Surface): void {
  const log = program
    .command('log')
    .description(help.log.log)
    .helpCommand(false)
    .option('--verify', help.log.verify)
    .option('--against <file>', help.ledger.against, collect)
    .action(does(async () => (await import('../../commands/ledger/log.ts')).log))
  log
    .command('checkpoint')
    .description(help.ledger.checkpoint)
    .option('--origin <name>', help.ledger.origin)
    .option('--key <file>', help.ledger.key)
    .option('--to <file>', help.ledger.to)
    .option('--since <size>', help.ledger.since)
    .option('--reason <text>', help.ledger.keyReason)
    .option('--approver <name>', help.common.approver)
    .action(does(async () => (await import('../../commands/ledger/checkpoint.ts')).checkpoint))
  log
    .command('cosigned <file>')
    .description(help.ledger.cosigned)
    .requiredOption('--policy <file>', help.ledger.policy)
    .action(does(async () => (await import('../../commands/ledger/cosigned.ts')).takeCosigned))
  log
    .command('stamp')
    .description(help.ledger.stamp)
    .option('--query <file>', help.ledger.query)
    .option('--token <file>', help.ledger.token)
    .option('--authority <file>', help.ledger.authority)
    .action(does(async () => (await import('../../commands/ledger/stamp.ts')).stamp))
  log
    .command('clock')
    .description(help.ledger.clock)
    .requiredOption('--reason <text>', help.common.reason)
    .requiredOption('--approver <name>', help.common.approver)
    .action(does(async () => (await import('../../commands/ledger/clock.ts')).correctClock))

  const witness = program.command('witness').description(help.ledger.witness).helpCommand(false)
  witness
    .command('init <name>')
    .description(help.ledger.witnessInit)
    .requiredOption('--log <key>', help.ledger.witnessLog)
    .option('--key <file>', help.ledger.witnessKey)
    .option('--state <file>', help.ledger.witnessState)
    .action(does(async () => (await import('../../commands/ledger/witness.ts')).initWitness))
  witness
    .command('sign <file>')
    .description(help.ledger.witnessSign)
    .option('--key <file>', help.ledger.witnessKey)
    .option('--state <file>', help.ledger.witnessState)
    .option('--to <file>', help.ledger.witnessTo)
    .action(does(async () => (await import('../../commands/ledger/witness.ts')).signAsWitness))
}

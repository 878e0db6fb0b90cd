import type { Surface } from './command.ts'

/** What papers print of the office that issues them. */
export function officeCommands({ program, help, does }: Surface): void {
  const office = program.command('office').description(help.office.office).helpCommand(false)
  office
    .command('set <assignments...>')
    .description(help.office.set)
    .option('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/office/set-office.ts')).setOffice))
  office
    .command('show [name]')
    .description(help.office.show)
    .option('--at <entry>', help.registry.at)
    .action(does(async () => (await import('../../commands/office/show-office.ts')).showOffice))
  office
    .command('number <draw>')
    .description(help.office.number)
    .option('--paper <name>', help.office.paper)
    .option('--number <number>', help.office.numberOf)
    .action(does(async () => (await import('../../commands/office/paper-numbers.ts')).paperNumbers))
}

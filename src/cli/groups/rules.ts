import type { Surface } from './command.ts'

/** The rules that an office sets for itself. */
export function ruleCommands({ program, help, does }: Surface): void {
  const rules = program.command('rules').description(help.rules.rules).helpCommand(false)
  rules
    .command('list')
    .description(help.rules.list)
    .option('--at <entry>', help.registry.at)
    .action(does(async () => (await import('../../commands/rules/list-rules.ts')).listRules))
  rules
    .command('show <name>')
    .description(help.rules.show)
    .action(does(async () => (await import('../../commands/rules/show-rule.ts')).showRule))
  rules
    .command('set <name> <value>')
    .description(help.rules.set)
    .option('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/rules/change-rules.ts')).setRule))
  rules
    .command('import <file>')
    .description(help.rules.import)
    .option('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/rules/import-rules.ts')).importRules))
}

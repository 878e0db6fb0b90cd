import type { Surface } from './command.ts'

/** The rules that an office sets for itself. */
export function ruleCommands({ program, help, does }: Surface): void {
  const rules = program.command('rules').description(help.rules).helpCommand(false)
  rules
    .command('list')
    .description(help.rulesList)
    .option('--at <entry>', help.at)
    .action(does(async () => (await import('../commands/rules/rules.ts')).listRules))
  rules
    .command('show <name>')
    .description(help.rulesShow)
    .action(does(async () => (await import('../commands/rules/rules.ts')).showRule))
  rules
    .command('set <name> <value>')
    .description(help.rulesSet)
    .option('--reason <text>', help.reason)
    .action(does(async () => (await import('../commands/rules/rules.ts')).setRule))
  rules
    .command('import <file>')
    .description(help.rulesImport)
    .option('--reason <text>', help.reason)
    .action(does(async () => (await import('../commands/rules/import-rules.ts')).importRules))
}

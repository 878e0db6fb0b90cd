import type { Surface } from './command.ts'
import { collect } from './option.ts'

/** Databases that a registry of targets lies in already. */
export function engineCommands({ program, help, does }: Surface): void {
  const engine = program.command('engine').description(help.engine.engine).helpCommand(false)
  engine
    .command('add <name> <url>')
    .description(help.engine.add)
    .requiredOption('--registry <table or query>', help.engine.registry)
    .option('--column <field=column>', help.engine.column, collect)
    .option('--password <env:NAME or file:PATH>', help.engine.password)
    .action(does(async () => (await import('../../commands/engine/engines.ts')).addEngine))
  engine
    .command('list')
    .description(help.engine.list)
    .action(does(async () => (await import('../../commands/engine/engines.ts')).listEngines))
  engine
    .command('check <name>')
    .description(help.engine.check)
    .action(does(async () => (await import('../../commands/engine/check-engine.ts')).checkEngine))
  engine
    .command('sql <task>')
    .description(help.engine.sql)
    .option('--dialect <name>', help.engine.dialect)
    .option('--engine <name>', help.engine.freezeOn)
    .option('--results <file>', help.engine.results)
    .option('--seed <source=value>', help.draw.seed, collect)
    .action(does(async () => (await import('../../commands/draw/engine-sql.ts')).engineSql))
  engine
    .command('change <name>')
    .description(help.engine.change)
    .option('--url <url>', help.engine.url)
    .option('--password <env:NAME or file:PATH>', help.engine.password)
    .action(does(async () => (await import('../../commands/engine/engines.ts')).changeEngine))
  engine
    .command('remove <name>')
    .description(help.engine.remove)
    .action(does(async () => (await import('../../commands/engine/engines.ts')).removeEngine))
}

import type { Surface } from './command.ts'
import { collect, oneOf } from './option.ts'

/** The database, and the registries in it. */
export function registryCommands({ program, help, does }: Surface): void {
  program
    .command('init')
    .description(help.common.init)
    .action(does(async () => (await import('../../commands/init.ts')).init))
  program
    .command('template <library>')
    .description(help.registry.template)
    .option('--to <file>', help.registry.templateTo)
    .option('--headings <language>', help.registry.headings, oneOf('--headings', 'zh', 'en'))
    .option('--encoding <name>', help.common.encodingOut)
    .action(does(async () => (await import('../../commands/registry/template.ts')).template))
  program
    .command('import <library> <files...>')
    .description(help.import.import)
    .option('--encoding <name>', help.import.encoding)
    .option('--delimiter <character>', help.import.delimiter)
    .option('--sheet <name>', help.import.sheet)
    .option('--header-row <number>', help.import.headerRow)
    .option('--department <name>', help.import.department)
    .option('--map <pair or name>', help.import.map, collect)
    .option('--save-map <name>', help.import.saveMap)
    .option('--on-conflict <rule>', help.import.onConflict)
    .option('--replace', help.import.replace)
    .option('--yes', help.import.yes)
    .option('--dry-run', help.import.dryRun)
    .option('--as-registered', help.import.asRegistered)
    .option('--skip-bad', help.import.skipBad)
    .option('--rejects <file>', help.import.rejects)
    .option('--reason <text>', help.plan.changeReason)
    .action(does(async () => (await import('../../commands/registry/import.ts')).importFiles))
  program
    .command('add <library>')
    .description(help.registry.add)
    .option('--set <pair>', help.registry.set, collect)
    .option('--where <condition>', help.registry.recusalsWhere)
    .option('--as-registered', help.import.asRegistered)
    .option('--reason <text>', help.plan.changeReason)
    .action(does(async () => (await import('../../commands/registry/add.ts')).add))
  program
    .command('retire <library> <id>')
    .description(help.registry.retire)
    .requiredOption('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../../commands/registry/retire.ts')).retire))
  program
    .command('list <library>')
    .description(help.registry.list)
    .option('--where <condition>', help.registry.where)
    .option('--search <text>', help.registry.search)
    .option('--columns <fields>', help.registry.columns)
    .option('--sort <field>', help.registry.sort)
    .option('--limit <number>', help.registry.limit)
    .option('--format <name>', help.registry.format, oneOf('--format', 'table', 'csv', 'json', 'ndjson'))
    .option('--at <entry>', help.registry.at)
    .action(does(async () => (await import('../../commands/registry/list.ts')).list))
  program
    .command('show <library> <id>')
    .description(help.registry.show)
    .option('--at <entry>', help.registry.at)
    .option('--history', help.registry.history)
    .action(does(async () => (await import('../../commands/registry/show.ts')).show))
}

import type { Surface } from './command.ts'
import { collect, oneOf } from './option.ts'

/** The database, and the registries in it. */
export function registryCommands({ program, help, does }: Surface): void {
  program
    .command('init')
    .description(help.init)
    .action(does(async () => (await import('../commands/init.ts')).init))
  program
    .command('template <library>')
    .description(help.template)
    .option('--headings <language>', help.headings, oneOf('--headings', 'zh', 'en'))
    .option('--encoding <name>', help.public.encodingOut)
    .action(does(async () => (await import('../commands/registry/template.ts')).template))
  program
    .command('import <library> <files...>')
    .description(help.import)
    .option('--encoding <name>', help.encoding)
    .option('--delimiter <character>', help.delimiter)
    .option('--sheet <name>', help.sheet)
    .option('--department <name>', help.department)
    .option('--map <pair or name>', help.map, collect)
    .option('--save-map <name>', help.saveMap)
    .option('--on-conflict <rule>', help.onConflict)
    .option('--replace', help.replace)
    .option('--yes', help.yes)
    .option('--dry-run', help.dryRun)
    .option('--skip-bad', help.skipBad)
    .option('--rejects <file>', help.rejects)
    .option('--reason <text>', help.changeReason)
    .action(does(async () => (await import('../commands/registry/import.ts')).importFiles))
  program
    .command('add <library>')
    .description(help.add)
    .option('--set <pair>', help.set, collect)
    .option('--where <condition>', help.recusalsWhere)
    .option('--reason <text>', help.changeReason)
    .action(does(async () => (await import('../commands/registry/add.ts')).add))
  program
    .command('retire <library> <id>')
    .description(help.retire)
    .option('--reason <text>', help.reason)
    .action(does(async () => (await import('../commands/registry/retire.ts')).retire))
  program
    .command('list <library>')
    .description(help.list)
    .option('--where <condition>', help.where)
    .option('--at <entry>', help.at)
    .action(does(async () => (await import('../commands/registry/list.ts')).list))
  program
    .command('show <library> <id>')
    .description(help.show)
    .option('--at <entry>', help.at)
    .option('--history', help.history)
    .action(does(async () => (await import('../commands/registry/show.ts')).show))
}

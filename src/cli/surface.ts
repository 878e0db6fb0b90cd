import { Command } from '@commander-js/extra-typings'
import { VERSION } from '../core/version.ts'
import { doesWith, type Help, type Perform } from './command.ts'
import { databaseCommands } from './database.ts'
import { drawCommands } from './draw.ts'
import { oneOf } from './option.ts'
import { planCommands } from './plan.ts'
import { publishCommands } from './publish.ts'
import { registryCommands } from './registry.ts'
import { reportCommands } from './report.ts'
import { ruleCommands } from './rules.ts'
import { visitCommands } from './visit.ts'

const GROUPS = [
  registryCommands,
  ruleCommands,
  visitCommands,
  planCommands,
  drawCommands,
  publishCommands,
  reportCommands,
  databaseCommands,
]

/** The whole surface of `ssj`, group by group in the order of its help (docs/cli.md). */
export function surface(help: Help, perform: Perform) {
  const does = doesWith(perform)
  const program = new Command('ssj')
    .description(help.program)
    .version(VERSION, '--version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .option('--db <file>', help.db)
    .option('--lang <language>', help.lang, oneOf('--lang', 'zh', 'en'))
    .option('--actor <name>', help.actor)
    .option('--json', help.json)
    .option('--quiet', help.quiet)
  program.action(() => perform(async () => (await import('../commands/desk/menu.ts')).menu, []))
  for (const commands of GROUPS) commands({ program, help, does })
  return program
}

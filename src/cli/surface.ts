import { Command } from '@commander-js/extra-typings'
import { VERSION } from '../core/version.ts'
import { completionCommand } from './completion.ts'
import { doesWith, type Execute, type Help, type Perform } from './groups/command.ts'
import { databaseCommands } from './groups/database.ts'
import { drawCommands } from './groups/draw.ts'
import { engineCommands } from './groups/engine.ts'
import { exchangeCommands } from './groups/exchange.ts'
import { keyCommands } from './groups/key.ts'
import { ledgerCommands } from './groups/ledger.ts'
import { officeCommands } from './groups/office.ts'
import { oneOf } from './groups/option.ts'
import { planCommands } from './groups/plan.ts'
import { publishCommands } from './groups/publish.ts'
import { registryCommands } from './groups/registry.ts'
import { reportCommands } from './groups/report.ts'
import { resultCommands } from './groups/results.ts'
import { ruleCommands } from './groups/rules.ts'
import { visitCommands } from './groups/visit.ts'
import { helpCommand } from './help-command.ts'

/** What the help shows together, under one heading: the commands of each part, and what defines them. */
const GROUPS = [
  ['registries', [[['init', 'template', 'import', 'add', 'retire', 'list', 'show'], registryCommands]]],
  [
    'rules',
    [
      [['rules'], ruleCommands],
      [['office'], officeCommands],
      [['plan'], planCommands],
      [['visit'], visitCommands],
    ],
  ],
  [
    'draws',
    [
      [['draw'], drawCommands],
      [['engine'], engineCommands],
    ],
  ],
  [
    'results',
    [
      [['results', 'propose'], resultCommands],
      [['report'], reportCommands],
    ],
  ],
  [
    'publication',
    [
      [['export', 'publish', 'certify', 'verify'], publishCommands],
      [['key'], keyCommands],
      [['exchange'], exchangeCommands],
    ],
  ],
  [
    'ledger',
    [
      [['log', 'witness'], ledgerCommands],
      [['backup', 'settings', 'demo'], databaseCommands],
    ],
  ],
] as const

const NAMES: ReadonlySet<string> = new Set(
  GROUPS.flatMap(([, parts]) => parts.flatMap(([names]): readonly string[] => names)),
)

/**
 * The whole surface of `ssj`, group by group in the order of its help (docs/cli.md). `execute` runs what is picked at the
 * desk, as a command line of its own. With the name of a command as `only`, just the part that it stands in: to define all
 * takes a tenth of a short command. A name that is none leaves nothing out.
 */
export function surface(help: Help, perform: Perform, execute: Execute = async () => 0, only?: string) {
  const does = doesWith(perform)
  const isWhole = only === undefined || !NAMES.has(only)
  const program = new Command('ssj')
    .description(help.common.program)
    .version(VERSION, '-V, --version', help.common.version)
    .helpOption('-h, --help', help.common.help)
    .helpCommand(false)
    .option('--db <file>', help.common.db)
    .option('--lang <language>', help.common.lang, oneOf('--lang', 'zh', 'en'))
    .option('--actor <name>', help.common.actor)
    .option('--json', help.common.json)
    .option('--quiet', help.common.quiet)
    // Looked for before the line is parsed (main), since refusals are coloured too.
    .option('--no-color', help.common.noColor)
  program.action(() =>
    perform(async () => (await import('../commands/desk/sit-down.ts')).sitDown, [execute], program),
  )
  for (const [group, parts] of GROUPS) {
    program.commandsGroup(help.common.groups[group])
    for (const [names, commands] of parts)
      if (isWhole || names.some(name => name === only)) commands({ program, help, does })
  }
  helpCommand(program, help)
  completionCommand(program, help, does)
  return program
}

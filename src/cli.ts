import { Command, CommanderError, Help } from 'commander'
import stringWidth from 'string-width'
import { nearest } from './core/nearest.ts'
import type { OptionReasons } from './core/reasons.ts'
import { refusal } from './core/refusal.ts'
import { VERSION } from './core/version.ts'
import { type Desk, type DeskOptions, deskFor, languageOf, sentences, type World } from './terminal/desk.ts'

const refuse = refusal<OptionReasons>()

/** The whole surface of `ssj` on one page (docs/cli.md). Resolves to the exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const say = sentences(languageOf(world, languageIn(argv)))
  const help = say.help
  let exit = 0
  /** Runs one command at a desk; its module is loaded only now. */
  const does = (work: (desk: Desk, ...args: never[]) => Promise<number>) =>
    async function (this: Command, ...args: unknown[]) {
      const own = args.slice(0, -1) as never[]
      exit = await work(deskFor(world, this.optsWithGlobals<DeskOptions>()), ...own)
    }

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
    .action(does(async desk => (await import('./commands/desk/menu.ts')).menu(desk)))

  program
    .command('init')
    .description(help.init)
    .action(does(async desk => (await import('./commands/init.ts')).init(desk)))
  program
    .command('template <library>')
    .description(help.template)
    .option('--headings <language>', help.headings, oneOf('--headings', 'zh', 'en'))
    .option('--encoding <name>', help.public.encodingOut)
    .action(
      does(async (desk, library: string, o) =>
        (await import('./commands/registry/template.ts')).template(desk, library, o),
      ),
    )
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
    .action(
      does(async (desk, library: string, files: string[], o) =>
        (await import('./commands/registry/import.ts')).importFiles(desk, library, files, o),
      ),
    )
  program
    .command('add <library>')
    .description(help.add)
    .option('--set <pair>', help.set, collect)
    .option('--where <condition>', help.recusalsWhere)
    .option('--reason <text>', help.changeReason)
    .action(
      does(async (desk, library: string, o) =>
        (await import('./commands/registry/add.ts')).add(desk, library, o),
      ),
    )
  program
    .command('retire <library> <id>')
    .description(help.retire)
    .option('--reason <text>', help.reason)
    .action(
      does(async (desk, library: string, id: string, o) =>
        (await import('./commands/registry/retire.ts')).retire(desk, library, id, o),
      ),
    )
  program
    .command('list <library>')
    .description(help.list)
    .option('--where <condition>', help.where)
    .option('--at <entry>', help.at)
    .action(
      does(async (desk, library: string, o) =>
        (await import('./commands/registry/list.ts')).list(desk, library, o),
      ),
    )
  program
    .command('show <library> <id>')
    .description(help.show)
    .option('--at <entry>', help.at)
    .option('--history', help.history)
    .action(
      does(async (desk, library: string, id: string, o) =>
        (await import('./commands/registry/show.ts')).show(desk, library, id, o),
      ),
    )

  const rules = program.command('rules').description(help.rules).helpCommand(false)
  rules
    .command('list')
    .description(help.rulesList)
    .option('--at <entry>', help.at)
    .action(does(async (desk, o) => (await import('./commands/rules/rules.ts')).listRules(desk, o)))
  rules
    .command('show <name>')
    .description(help.rulesShow)
    .action(
      does(async (desk, name: string) => (await import('./commands/rules/rules.ts')).showRule(desk, name)),
    )
  rules
    .command('set <name> <value>')
    .description(help.rulesSet)
    .option('--reason <text>', help.reason)
    .action(
      does(async (desk, name: string, value: string, o) =>
        (await import('./commands/rules/rules.ts')).setRule(desk, name, value, o),
      ),
    )
  rules
    .command('import <file>')
    .description(help.rulesImport)
    .option('--reason <text>', help.reason)
    .action(
      does(async (desk, file: string, o) =>
        (await import('./commands/rules/import-rules.ts')).importRules(desk, file, o),
      ),
    )

  const visit = program.command('visit').description(help.visit).helpCommand(false)
  visit
    .command('add')
    .description(help.visitAdd)
    .option('--target <id>', help.visitTarget)
    .option('--department <name>', help.visitDepartment)
    .option('--date <day>', help.visitDate)
    .option('--cause <text>', help.visitCause)
    .option('--reference <text>', help.visitReference)
    .option('--remark <text>', help.visitRemark)
    .action(does(async (desk, o) => (await import('./commands/visit/add-visit.ts')).addVisit(desk, o)))
  visit
    .command('import <file>')
    .description(help.visitImport)
    .action(
      does(async (desk, file: string) =>
        (await import('./commands/visit/import-visits.ts')).importVisits(desk, file),
      ),
    )
  visit
    .command('list')
    .description(help.visitList)
    .option('--target <id>', help.visitTarget)
    .option('--year <year>', help.year)
    .action(does(async (desk, o) => (await import('./commands/visit/visits.ts')).listVisits(desk, o)))
  visit
    .command('strike <visit>')
    .description(help.visitStrike)
    .option('--reason <text>', help.reason)
    .action(
      does(async (desk, id: string, o) =>
        (await import('./commands/visit/visits.ts')).strikeVisit(desk, id, o),
      ),
    )

  const plan = program.command('plan').description(help.plan).helpCommand(false)
  plan
    .command('check')
    .description(help.planCheck)
    .option('--year <year>', help.year)
    .action(does(async (desk, o) => (await import('./commands/plan/plan-check.ts')).checkPlan(desk, o)))

  const draw = program.command('draw').description(help.draw).helpCommand(false)
  withTask(draw.command('freeze [task]').description(help.freeze), help)
    .option('--to <folder or day>', help.freezeTo, collect)
    .option('--sealed', help.public.sealed)
    .action(
      does(async (desk, task: string | undefined, o) =>
        (await import('./commands/draw/freeze.ts')).freeze(desk, task, o),
      ),
    )
  withTask(draw.command('run [task]').description(help.run), help)
    .option('--seed <source=value>', help.seed, collect)
    .option('--seed-machine', help.seedMachine)
    .option('--to <day>', help.taskTo, collect)
    .option('--signature <source=hex>', help.signature, collect)
    .option('--witness <name>', help.public.witness, collect)
    .action(
      does(async (desk, task: string | undefined, o) =>
        (await import('./commands/draw/run.ts')).runDraw(desk, task, o),
      ),
    )
  describesTask(draw.command('simulate [task]').description(help.simulate), help)
    .option('--to <day>', help.taskTo, collect)
    .option('--runs <number>', help.runs)
    .option('--seed <text>', help.simulationSeed)
    .action(
      does(async (desk, task: string | undefined, o) =>
        (await import('./commands/draw/simulate.ts')).simulateDraw(desk, task, o),
      ),
    )
  draw
    .command('list')
    .description(help.drawList)
    .action(does(async desk => (await import('./commands/draw/draws.ts')).listDraws(desk)))
  draw
    .command('show <draw>')
    .description(help.drawShow)
    .action(
      does(async (desk, name: string) => (await import('./commands/draw/show-draw.ts')).showDraw(desk, name)),
    )
  draw
    .command('replay <draw>')
    .description(help.replay)
    .option('--seed <source=value>', help.seed, collect)
    .action(
      does(async (desk, name: string, o) =>
        (await import('./commands/draw/replay.ts')).replay(desk, name, o),
      ),
    )
  draw
    .command('reveal <draw>')
    .description(help.public.reveal)
    .action(
      does(async (desk, name: string) => (await import('./commands/draw/reveal.ts')).reveal(desk, name)),
    )
  draw
    .command('void <draw>')
    .description(help.void)
    .option('--reason <text>', help.reason)
    .option('--approver <name>', help.approver)
    .action(
      does(async (desk, name: string, o) =>
        (await import('./commands/draw/void.ts')).voidDraw(desk, name, o),
      ),
    )
  draw
    .command('merge [draws...]')
    .description(help.merge)
    .option('--target <id>', help.mergeTarget, collect)
    .option('--approver <name>', help.approver)
    .option('--reason <text>', help.reason)
    .action(
      does(async (desk, draws: string[], o) =>
        (await import('./commands/draw/merge.ts')).merge(desk, draws, o),
      ),
    )
  draw
    .command('substitute <draw>')
    .description(help.substitute)
    .option('--target <id>', help.substituteTarget)
    .option('--inspector <id>', help.substituteInspector)
    .option('--department <name>', help.substituteDepartment)
    .option('--visit <target>', help.seatAt, collect)
    .option('--reason <text>', help.substituteReason)
    .option('--approver <name>', help.approver)
    .option('--evidence <file>', help.evidence)
    .option('--leave-empty', help.leaveEmpty)
    .action(
      does(async (desk, name: string, o) =>
        (await import('./commands/draw/substitute.ts')).substitute(desk, name, o),
      ),
    )

  program
    .command('export <draw>')
    .description(help.export)
    .requiredOption('--to <folder>', help.exportTo)
    .option('--zip', help.public.zip)
    .option('--profile <name>', help.profile, oneOf('--profile', 'public', 'archive'))
    .option('--format <names>', help.public.format)
    .option('--encoding <name>', help.public.encodingOut)
    .option('--layout <name>', help.public.layout)
    .option('--officers <how>', help.public.officers, oneOf('--officers', 'none', 'unit', 'masked', 'full'))
    .action(
      does(async (desk, name: string, o) =>
        (await import('./commands/publish/export.ts')).exportDraw(desk, name, o),
      ),
    )
  program
    .command('publish <list>')
    .description(help.public.publish)
    .requiredOption('--to <file>', help.public.publishTo)
    .option('--layout <name>', help.public.publishLayout)
    .option('--encoding <name>', help.public.encodingOut)
    .option('--year <year>', help.public.year)
    .action(
      does(async (desk, list: string, o) =>
        (await import('./commands/publish/publish.ts')).publish(desk, list, o),
      ),
    )
  program
    .command('certify <draw> <target>')
    .description(help.certificate.certify)
    .option('--to <file>', help.certificate.to)
    .action(
      does(async (desk, name: string, target: string, o) =>
        (await import('./commands/publish/certify.ts')).certify(desk, name, target, o),
      ),
    )
  program
    .command('verify [folder]')
    .description(help.verify)
    .option('--certificate <file>', help.certificate.certificate)
    .option('--commitment <file>', help.certificate.commitment)
    .action(
      does(async (desk, folder: string | undefined, o) =>
        (await import('./commands/publish/verify-certificate.ts')).verifyAny(desk, folder, o),
      ),
    )
  program
    .command('report <name>')
    .description(help.report)
    .option('--year <year>', help.reportYear)
    .action(
      does(async (desk, name: string, o) =>
        (await import('./commands/report/report.ts')).report(desk, name, o),
      ),
    )
  program
    .command('log')
    .description(help.log)
    .option('--verify', help.logVerify)
    .action(does(async (desk, o) => (await import('./commands/log.ts')).log(desk, o)))
  program
    .command('backup <file>')
    .description(help.backup)
    .action(does(async (desk, file: string) => (await import('./commands/backup.ts')).backup(desk, file)))
  program
    .command('demo')
    .description(help.demo)
    .option('--to <folder>', help.demoTo)
    .action(does(async (desk, o) => (await import('./commands/desk/demo.ts')).demo(desk, o)))

  speak(program, world, help.titles)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2
    const names = program.commands.map(command => command.name())
    const first = argv.find(word => !word.startsWith('-'))
    if (error.code === 'commander.excessArguments' && first !== undefined && !names.includes(first)) {
      throw refuse('unknown-command', { name: first, nearest: nearest(first, names) })
    }
    throw refuse('usage', { message: say.usage(error.code, error.message.replace(/^error: /, '')) })
  }
}

type HelpWords = ReturnType<typeof sentences>['help']

/** The task fields of an ad-hoc task (临时任务), lent inspectors, and what these or a further attempt need. */
function withTask(command: Command, help: HelpWords): Command {
  return describesTask(command, help).option('--again', help.again)
}

function describesTask(command: Command, help: HelpWords): Command {
  for (const [flags, text] of Object.entries(help.task)) {
    if (flags.startsWith('--source')) command.option(flags, text, collect)
    else command.option(flags, text)
  }
  return command
    .option('--lend <inspector=department>', help.lend, collect)
    .option('--reason <text>', help.reason)
    .option('--approver <name>', help.approver)
}

function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

function oneOf(option: string, ...choices: string[]): (value: string) => string {
  return value => {
    if (choices.includes(value)) return value
    throw refuse('invalid-option', { option, value, expected: choices.join(' | ') })
  }
}

/** Titles of the help in the user's language, columns that count Chinese characters as two, errors as exceptions. */
function speak(command: Command, world: World, titles: Readonly<Record<string, string>>): void {
  command.exitOverride()
  command.configureOutput({
    writeOut: text => world.stdout.write(text),
    writeErr: text => world.stderr.write(text),
    outputError: () => {},
  })
  command.configureHelp({
    displayWidth: stringWidth,
    styleTitle: title => titles[title.replace(/:$/, '')] ?? title,
    visibleGlobalOptions: cmd =>
      cmd.parent === null ? [] : new Help().visibleGlobalOptions.call({ showGlobalOptions: true }, cmd),
  })
  for (const child of command.commands) speak(child, world, titles)
}

/** The language that the words of a command line ask for, before they are parsed. */
export function languageIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  return at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1])
}

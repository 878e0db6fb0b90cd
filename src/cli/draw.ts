import type { Surface } from './command.ts'
import { collect } from './option.ts'
import { taskOptions } from './task-options.ts'

/** A draw, from its freeze to whatever becomes of it. */
export function drawCommands({ program, help, does }: Surface): void {
  const draw = program.command('draw').description(help.draw).helpCommand(false)
  taskOptions(draw.command('freeze [task]').description(help.freeze), help)
    .option('--again', help.again)
    .option('--to <folder or day>', help.freezeTo, collect)
    .option('--sealed', help.public.sealed)
    .action(does(async () => (await import('../commands/draw/freeze.ts')).freeze))
  taskOptions(draw.command('run [task]').description(help.run), help)
    .option('--again', help.again)
    .option('--seed <source=value>', help.seed, collect)
    .option('--seed-machine', help.seedMachine)
    .option('--to <day>', help.taskTo, collect)
    .option('--signature <source=hex>', help.signature, collect)
    .option('--witness <name>', help.public.witness, collect)
    .action(does(async () => (await import('../commands/draw/run.ts')).runDraw))
  taskOptions(draw.command('simulate [task]').description(help.simulate), help)
    .option('--to <day>', help.taskTo, collect)
    .option('--runs <number>', help.runs)
    .option('--seed <text>', help.simulationSeed)
    .action(does(async () => (await import('../commands/draw/simulate.ts')).simulateDraw))
  draw
    .command('list')
    .description(help.drawList)
    .action(does(async () => (await import('../commands/draw/draws.ts')).listDraws))
  draw
    .command('show <draw>')
    .description(help.drawShow)
    .action(does(async () => (await import('../commands/draw/show-draw.ts')).showDraw))
  draw
    .command('replay <draw>')
    .description(help.replay)
    .option('--seed <source=value>', help.seed, collect)
    .action(does(async () => (await import('../commands/draw/replay.ts')).replay))
  draw
    .command('reveal <draw>')
    .description(help.public.reveal)
    .action(does(async () => (await import('../commands/draw/reveal.ts')).reveal))
  draw
    .command('void <draw>')
    .description(help.void)
    .option('--reason <text>', help.reason)
    .option('--approver <name>', help.approver)
    .action(does(async () => (await import('../commands/draw/void.ts')).voidDraw))
  draw
    .command('merge [draws...]')
    .description(help.merge)
    .option('--target <id>', help.mergeTarget, collect)
    .option('--approver <name>', help.approver)
    .option('--reason <text>', help.reason)
    .action(does(async () => (await import('../commands/draw/merge.ts')).merge))
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
    .action(does(async () => (await import('../commands/draw/substitute.ts')).substitute))
}

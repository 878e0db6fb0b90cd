import type { Surface } from './command.ts'
import { collect } from './option.ts'
import { taskOptions } from './task-options.ts'

/** A draw, from its freeze to whatever becomes of it. */
export function drawCommands({ program, help, does }: Surface): void {
  const draw = program.command('draw').description(help.draw.draw).helpCommand(false)
  taskOptions(draw.command('freeze [task]').description(help.freeze.freeze), help)
    .option('--again', help.freeze.again)
    .option('--to <folder or day>', help.freeze.to, collect)
    .option('--sealed', help.freeze.sealed)
    .option('--weak-seed', help.freeze.weakSeed)
    .option('--engine <name>', help.engine.freezeOn)
    .action(does(async () => (await import('../commands/draw/freeze.ts')).freeze))
  taskOptions(draw.command('run [task]').description(help.draw.run), help)
    .option('--again', help.freeze.again)
    .option('--seed <source=value>', help.draw.seed, collect)
    .option('--seed-machine', help.draw.seedMachine)
    .option('--engine <name>', help.engine.freezeOn)
    .option('--to <day>', help.freeze.taskTo, collect)
    .option('--signature <source=hex>', help.draw.signature, collect)
    .option('--witness <name>', help.draw.witness, collect)
    .action(does(async () => (await import('../commands/draw/run.ts')).runDraw))
  taskOptions(draw.command('simulate [task]').description(help.simulation.simulate), help)
    .option('--to <day>', help.freeze.taskTo, collect)
    .option('--runs <number>', help.simulation.runs)
    .option('--seed <text>', help.simulation.seed)
    .action(does(async () => (await import('../commands/draw/simulate.ts')).simulateDraw))
  draw
    .command('announce <draw>')
    .description(help.draw.announce)
    .requiredOption('--to <folder>', help.draw.announceTo)
    .action(does(async () => (await import('../commands/draw/announce.ts')).announce))
  draw
    .command('list')
    .description(help.draw.list)
    .action(does(async () => (await import('../commands/draw/draws.ts')).listDraws))
  draw
    .command('show <draw>')
    .description(help.draw.show)
    .action(does(async () => (await import('../commands/draw/show-draw.ts')).showDraw))
  draw
    .command('replay <draw>')
    .description(help.draw.replay)
    .option('--seed <source=value>', help.draw.seed, collect)
    .action(does(async () => (await import('../commands/draw/replay.ts')).replay))
  draw
    .command('reveal <draw>')
    .description(help.draw.reveal)
    .action(does(async () => (await import('../commands/draw/reveal.ts')).reveal))
  draw
    .command('void <draw>')
    .description(help.draw.void)
    .option('--reason <text>', help.common.reason)
    .option('--approver <name>', help.common.approver)
    .action(does(async () => (await import('../commands/draw/void.ts')).voidDraw))
  draw
    .command('merge [draws...]')
    .description(help.merge.merge)
    .option('--target <id>', help.merge.target, collect)
    .option('--approver <name>', help.common.approver)
    .option('--reason <text>', help.common.reason)
    .action(does(async () => (await import('../commands/draw/merge.ts')).merge))
  draw
    .command('substitute <draw>')
    .description(help.substitution.substitute)
    .option('--target <id>', help.substitution.target)
    .option('--inspector <id>', help.substitution.inspector)
    .option('--department <name>', help.substitution.department)
    .option('--visit <target>', help.substitution.visit, collect)
    .option('--reason <text>', help.substitution.reason)
    .option('--approver <name>', help.common.approver)
    .option('--evidence <file>', help.substitution.evidence)
    .option('--leave-empty', help.substitution.leaveEmpty)
    .action(does(async () => (await import('../commands/draw/substitute.ts')).substitute))
}

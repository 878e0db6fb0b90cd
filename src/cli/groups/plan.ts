import type { Surface } from './command.ts'

/** The annual plan as a whole. */
export function planCommands({ program, help, does }: Surface): void {
  const plan = program.command('plan').description(help.plan.plan).helpCommand(false)
  plan
    .command('check')
    .description(help.plan.check)
    .option('--year <year>', help.visits.year)
    .action(does(async () => (await import('../../commands/plan/plan-check.ts')).checkPlan))
}

import type { Command } from '@commander-js/extra-typings'
import type { Help } from './command.ts'
import { collect } from './option.ts'

/** The fields of an ad-hoc task (临时任务), and inspectors lent to it with why and by whose word. */
export function taskOptions<Arguments extends unknown[], Globals extends Record<string, unknown>>(
  command: Command<Arguments, Record<never, never>, Globals>,
  { freeze: { task, lend, taskGroup }, common: { reason, approver } }: Help,
) {
  const field = <Flags extends keyof Help['freeze']['task']>(flags: Flags) => [flags, task[flags]] as const
  return command
    .optionsGroup(taskGroup)
    .option(...field('--id <text>'))
    .option(...field('--name <text>'))
    .option(...field('--kind <text>'))
    .option(...field('--lead <department>'))
    .option(...field('--with <departments>'))
    .option(...field('--joint <text>'))
    .option(...field('--items <codes>'))
    .option(...field('--where <condition>'))
    .option(...field('--by <fields>'))
    .option(...field('--rate <rate>'))
    .option(...field('--count <number>'))
    .option(...field('--rates <rates>'))
    .option(...field('--minimum <number>'))
    .option(...field('--rounding <rule>'))
    .option(...field('--reserve <share>'))
    .option(...field('--team <seats>'))
    .option(...field('--avoid-station <yesno>'))
    .option(...field('--rotate <yesno>'))
    .option('--source <name>', task['--source <name>'], collect)
    .option(...field('--from <day>'))
    .option(...field('--exclude-drawn <window>'))
    .option(...field('--method <text>'))
    .option(...field('--cause <text>'))
    .option(...field('--balance <yesno>'))
    .option(...field('--publish-list <yesno>'))
    .optionsGroup('')
    .option('--lend <inspector=department>', lend, collect)
    .option('--reason <text>', reason)
    .option('--approver <name>', approver)
}

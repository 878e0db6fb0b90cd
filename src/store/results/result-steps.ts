import type { TakenStep } from '../../core/results/result-state.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { RESULT_STEP } from '../schema/ledger-tables.ts'

/** Puts a step on record; who takes it is the actor of the entry. */
export function writeStep(
  writer: EntryWriter,
  result: string,
  { step, day, approver, reason }: Omit<TakenStep, 'actor'>,
): void {
  writer.write(RESULT_STEP, { result, step, day, approver, reason })
}

/** Lets a result of version 0.1.0 keep the steps that it took when it gets the key that it has today. */
export function carrySteps(store: Store, writer: EntryWriter, from: string, to: string): void {
  for (const step of stepsIn(store)(from)) writeStep(writer, to, step)
}

/** Finds the steps that a result took, oldest first. */
export function stepsIn(store: Store): (result: string) => TakenStep[] {
  const find = store.sql<TakenStep>(
    `select step, day, entry.actor, approver, reason from result_step join entry on entry.number = result_step.since
     where result = ? order by result_step.rowid`,
  )
  return result => find.all(result)
}

import type { FixInput } from '../freeze/fix.ts'
import type { TargetId } from '../ids.ts'

/**
 * The targets that something outside their registry may bear on: whom earlier draws drew, visits that were not drawn, the
 * frames of draws that wait, and whoever must not meet somebody. Only these are sorted out one by one.
 */
export function keysOf(
  input: Pick<FixInput, 'draws' | 'cases' | 'awaited' | 'recusals' | 'avoided' | 'lastTeams'>,
): ReadonlySet<TargetId> {
  const keys = new Set<TargetId>()
  for (const { targets, visits } of input.draws) {
    for (const { target } of targets) keys.add(target)
    for (const { target } of visits) keys.add(target)
  }
  for (const { target } of input.cases) keys.add(target)
  for (const { frame } of input.awaited) for (const { target } of frame) keys.add(target)
  for (const recusal of input.recusals) keys.add(recusal.get('target'))
  for (const ids of input.avoided.values()) for (const id of ids) keys.add(id)
  for (const { target } of input.lastTeams) keys.add(target)
  return keys
}

/** They, with who answers for others, and what they answer for, among them. */
export function keysWithFirms(
  input: Parameters<typeof keysOf>[0] & Pick<FixInput, 'firms'>,
): ReadonlySet<TargetId> {
  return new Set([...keysOf(input), ...input.firms.keys(), ...input.firms.values()])
}

import { EXPERT, mayAnswer } from '../draw/candidates.ts'
import type { FrameRow, PoolRow, Team } from '../draw/folder.ts'
import { UserError } from '../reason.ts'
import type { Task } from '../registry/task.ts'

/** A department whose team has fewer seats for enforcement staff than the rule asks; experts come on top of them. */
export function shortTeam(task: Task, least: number): Team | undefined {
  return task.teams.find(({ seats }) => seats.filter(seat => seat !== EXPERT).length < least)
}

/**
 * Refuses, before anything is drawn, a seat that nobody in the pool of its department can take. Departments without a
 * target in the frame need nobody.
 */
export function checkSeats(task: Task, frame: readonly FrameRow[], pool: readonly PoolRow[]): void {
  const needed = new Set<string>()
  for (const { departments } of frame) for (const department of departments) needed.add(department)
  for (const { department, seats } of task.teams) {
    if (!needed.has(department)) continue
    const people = pool.filter(row => row.department === department)
    for (const seat of new Set(seats)) {
      if (!people.some(person => mayAnswer(person, seat)))
        throw new UserError('seat-nobody', { department, seat, pool: people.length })
    }
  }
}

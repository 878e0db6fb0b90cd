import type { FrameRow, Team } from '../draw/folder/rows.ts'
import { EXPERT, mayAnswer } from '../draw/matching/candidates.ts'
import { refusal } from '../refusal.ts'
import type { Task } from '../registry/task.ts'
import type { PoolResult } from './pool.ts'
import type { PoolReasons } from './reasons.ts'

const refuse = refusal<PoolReasons>()

/** A department whose team has fewer seats for enforcement staff than the rule asks; experts come on top of them. */
export function shortTeam(teams: readonly Team[], least: number): Team | undefined {
  return teams.find(({ seats }) => seats.filter(seat => seat !== EXPERT).length < least)
}

/**
 * Refuses, before anything is drawn, a seat that nobody in the pool of its department can take. Departments without a
 * target in the frame need nobody.
 */
export function checkSeats(
  task: Task,
  frame: readonly FrameRow[],
  { pool, leftOut }: Pick<PoolResult, 'pool' | 'leftOut'>,
): void {
  const needed = new Set<string>()
  for (const { departments } of frame) for (const department of departments) needed.add(department)
  for (const { department, seats } of task.teams) {
    if (!needed.has(department)) continue
    const people = pool.filter(row => row.department === department)
    for (const seat of new Set(seats)) {
      if (!people.some(person => mayAnswer(person, seat)))
        throw refuse('nobody-for-seat', {
          department,
          seat,
          pool: people.length,
          uncertified: leftOut.filter(row => row.department === department && row.reason === 'uncertified')
            .length,
        })
    }
  }
}

import type { Fixed } from '../../draw/draw.ts'
import { matchKeyOf, selectKeyOf } from '../../draw/seed/seed.ts'
import type { Trial, Trials } from '../../draw/simulation.ts'
import type { Digest } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import type { RowHashing } from '../hashing/row-hashing.ts'
import { lowestRows } from '../lowest.ts'
import { chooseRows, drawnRows } from './chosen-rows.ts'
import { lowRows } from './low-rows.ts'
import { assignmentFile, assignmentRows, matchRows, orderedTeams } from './team-rows.ts'

/** The same as `trialsOf`, of a frame that lies in pieces, written just now: each trial goes over it once, and holds what it draws. */
export function trialsPacked(fixed: Omit<Fixed, 'frame'>, frame: Pieces, hashing: RowHashing): Trials {
  return { ...fixed, trial: key => trial(fixed, frame, key, hashing) }
}

function trial(
  { commitment, pool, recusals }: Omit<Fixed, 'frame'>,
  frame: Pieces,
  key: Digest,
  hashing: RowHashing,
): Trial {
  const { strata, teams, avoidSameArea } = commitment
  const selectKey = selectKeyOf(key)
  const rows = lowRows(lowestRows(frame, strata, selectKey, hashing, { isFresh: true }).lines)
  const drawn = drawnRows(rows, chooseRows(rows, strata, selectKey, hashing))
  const matched = matchRows(rows, drawn, { pool, recusals, teams, avoidSameArea }, department =>
    matchKeyOf(key, department),
  )
  if (matched.kind === 'infeasible') return matched
  return {
    kind: 'matched',
    assignment: assignmentRows(assignmentFile(rows, orderedTeams(rows, drawn, matched.teams))),
  }
}

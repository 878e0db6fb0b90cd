import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { byBytes } from '../../../../src/core/bytes.ts'
import type { AssignmentRow, PoolRow } from '../../../../src/core/draw/folder/rows.ts'
import { matchDepartment } from '../../../../src/core/draw/match.ts'
import type { Digest } from '../../../../src/core/ids.ts'
import { digest } from '../../../helpers/ids.ts'

describe('matchDepartment gives the published teams, byte for byte', () => {
  test.each(['small', 'medium'])('%s', name => {
    const folder = new URL(`../../../../fixtures/vectors/${name}/`, import.meta.url)
    const text = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
    const rows = (file: string): string[][] =>
      text(file)
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.split(','))

    const commitment = JSON.parse(text('commitment.json'))
    const frame = new Map(
      rows('frame.csv').map(([, target, departments, area]) => [
        target!,
        { departments: departments!.split(';'), area: area! },
      ]),
    )
    const drawn = rows('selection.csv')
      .filter(row => row[4] === 'drawn')
      .map(row => ({ target: row[2]!, ticket: row[3]! }))
      .sort((a, b) => byBytes(a.ticket, b.ticket) || byBytes(a.target, b.target))
    const drawKey = H(`ssj-draw/1\n${H(text('commitment.json'))}\n${text('seed.txt')}`)

    const assignment: AssignmentRow[] = []
    for (const { department, seats } of commitment.teams as { department: string; seats: string[] }[]) {
      const targets = drawn.filter(({ target }) => frame.get(target)!.departments.includes(department))
      const outcome = matchDepartment(
        {
          visits: targets.map(({ target }) => ({
            target,
            area: frame.get(target)!.area,
            open: seats,
            sitting: [],
          })),
          pool: rows('pool.csv')
            .map(poolRow)
            .filter(row => row.department === department),
          recusals: rows('recusals.csv').map(([inspector, target]) => ({
            inspector: inspector!,
            target: target!,
          })),
          avoidSameArea: commitment.avoidSameArea,
        },
        H(`${drawKey}/match/${department}`),
      )
      if (outcome.kind !== 'matched') throw new Error(outcome.kind)
      for (const [i, { target }] of targets.entries())
        for (const [seat, inspector] of outcome.seats[i]!.entries())
          assignment.push({ target, department, seat: seat + 1, inspector })
    }
    assignment.sort(
      (a, b) => byBytes(a.target, b.target) || byBytes(a.department, b.department) || a.seat - b.seat,
    )
    const lines = assignment.map(row => `${row.target},${row.department},${row.seat},${row.inspector}\n`)
    expect(`target,department,seat,inspector\n${lines.join('')}`).toBe(text('assignment.csv'))
  })
})

function H(text: string): Digest {
  return digest(createHash('sha256').update(text).digest('hex'))
}

function poolRow([department, inspector, tags, area, capacity, load]: string[]): PoolRow {
  return {
    department: department!,
    inspector: inspector!,
    tags: tags === '' ? [] : tags!.split(';'),
    area: area!,
    capacity: capacity === '' ? null : Number(capacity),
    load: Number(load),
  }
}

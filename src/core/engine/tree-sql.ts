import { BLOCK_LEVELS } from '../draw/folder/block-proofs.ts'
import type { Digest } from '../ids.ts'
import type { Dialect } from './dialects/dialect.ts'
import { exclusionLine, frameLine, lineSql } from './freeze-sql.ts'
import type { SnapshotNames } from './tables.ts'

/** The roots of the blocks of every stratum: name, number of the block, root. */
export function frameBlocksSql(dialect: Dialect, names: SnapshotNames): string {
  const numbered = `select stratum as part, row_number() over (partition by stratum order by ${dialect.key('target')}) - 1 as i, ${dialect.leaf(frameLine(dialect))} as h from ${names.frame}`
  return blocksSql(dialect, numbered)
}

/** The same of the exclusions, whose tree is one. */
export function exclusionBlocksSql(dialect: Dialect, names: SnapshotNames): string {
  const numbered = `select ${dialect.text('')} as part, row_number() over (order by ${dialect.key('target')}) - 1 as i, ${dialect.leaf(exclusionLine(dialect))} as h from ${names.excluded}`
  return blocksSql(dialect, numbered)
}

/** Level by level, as RFC 6962 has it: a node alone goes up as it is. */
function blocksSql(dialect: Dialect, leaves: string): string {
  let level = leaves
  for (let i = 0; i < BLOCK_LEVELS; i++) level = levelSql(dialect, level)
  return `select ${lineSql(dialect, 'part', dialect.digits('i'), 'h')} as line from (${level}) blocks`
}

function levelSql(dialect: Dialect, below: string): string {
  const { odd, half, text } = dialect
  const left = `max(case when ${odd('i')} then ${text('')} else h end)`
  const right = `max(case when ${odd('i')} then h else ${text('')} end)`
  const pairs = `select part, ${half('i')} as j, ${left} as l, ${right} as r from (${below}) below group by part, ${half('i')}`
  return `select part, j as i, case when r = ${text('')} then l else ${dialect.node('l', 'r')} end as h from (${pairs}) pairs`
}

/** The blocks of each part in their order, out of the lines that an engine gave; null where one is missing or stands twice. */
export function blocksIn(lines: Iterable<string>): Map<string, Digest[]> | null {
  const parts = new Map<string, Digest[]>()
  let count = 0
  for (const line of lines) {
    const [part, at, root] = line.split('\t') as [string, string, Digest]
    const blocks = parts.get(part) ?? []
    parts.set(part, blocks)
    blocks[Number(at)] = root
    count++
  }
  const found = [...parts.values()].reduce((sum, blocks) => sum + Object.keys(blocks).length, 0)
  const whole = [...parts.values()].every(blocks => Object.keys(blocks).length === blocks.length)
  return whole && found === count ? parts : null
}

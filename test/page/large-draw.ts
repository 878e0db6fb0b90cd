import { freezeDraw } from '../../src/core/draw/commitment/freeze.ts'
import { type Drawn, draw } from '../../src/core/draw/draw.ts'
import type { FrameRow, PoolRow } from '../../src/core/draw/folder/rows.ts'
import { parseSeedLines } from '../../src/core/draw/seed/seed.ts'

/** The folder of a draw of `count` targets in four strata, 2 % drawn, pool and teams shown. */
export function largeDraw(count: number): Map<string, Uint8Array | string> {
  const frame: FrameRow[] = Array.from({ length: count }, (_, i) => ({
    stratum: 'ABCD'[i % 4]!,
    target: `T${String(i).padStart(7, '0')}`,
    departments: ['JIA'],
    area: `站${i % 9}`,
  }))
  const pool: PoolRow[] = Array.from({ length: 120 }, (_, i) => ({
    department: 'JIA',
    inspector: `P${String(i).padStart(3, '0')}`,
    tags: i % 5 === 0 ? ['leader'] : [],
    area: `站${i % 9}`,
    capacity: null,
    load: 0,
  }))
  const size = count / 4
  const frozen = freezeDraw({
    spec: 'ssj-draw/1',
    task: { id: 'BIG', name: '五万户演示任务' },
    strata: [...'ABCD'].map(stratum => ({ stratum, size, take: size / 50, reserve: size / 250 })),
    teams: [{ department: 'JIA', seats: ['leader', ''] }],
    avoidSameArea: true,
    seedSources: ['骰子'],
    frame,
    exclusions: [],
    pool,
    recusals: [],
  })
  const seed = parseSeedLines(['骰子'], ['骰子=6 6 3'])
  if (seed.kind !== 'seed') throw new Error('no seed')
  const { commitment } = frozen
  const drawn = draw({ commitment, frame, pool, recusals: [] }, seed.seed) as Extract<
    Drawn,
    { kind: 'drawn' }
  >
  return new Map([...frozen.files, ...drawn.files])
}

/** @module-tag slow */
import fc from 'fast-check'
import { expect } from 'vitest'
import { rowHashing, rowLoops } from '../../../src/commands/row-hashing.ts'
import { commitmentDigest } from '../../../src/core/draw/commitment/commitment.ts'
import { fixedFiles } from '../../../src/core/draw/commitment/freeze.ts'
import { readTable } from '../../../src/core/draw/folder/read-table.ts'
import { headingOf } from '../../../src/core/draw/folder/table.ts'
import { FRAME } from '../../../src/core/draw/folder/tables.ts'
import { drawKeyOf, selectKeyOf } from '../../../src/core/draw/seed/seed.ts'
import { select } from '../../../src/core/draw/selection.ts'
import { type FrozenDraw, freeze } from '../../../src/core/freeze/freeze.ts'
import { freezePacked } from '../../../src/core/packed/fix-packed.ts'
import { PLAIN_HASHING } from '../../../src/core/packed/hashing/plain-hashing.ts'
import { newRowLoops } from '../../../src/core/packed/loops/row-loops.ts'
import { lowestRows } from '../../../src/core/packed/lowest.ts'
import { memorySpill } from '../../../src/core/packed/spill.ts'
import { whole } from '../../../src/core/pieces.ts'
import { UserError } from '../../../src/core/refusal.ts'
import type { Desk } from '../../../src/terminal/desk.ts'
import { lawOfMany } from '../../helpers/law-of-many.ts'
import { input, RANDOM, registryOf } from './random-freeze.ts'

/** Rows that pass as bytes come to what they come to as records: every file, every number that is told, every refusal. */

/** What becomes of a freeze: what is kept and told of it, or why it was refused. */
function outcome(work: () => FrozenDraw) {
  try {
    const { what, ...rest } = work()
    const { frozen, fixed, waterfall, attendance, strata, rotated, unstaffable, weights, pooled } = what
    const count = (target: string) => weights?.get(target) ?? 1
    const unstaffed = [...unstaffable].reduce((sum, [target]) => sum + count(target), 0)
    const files = Object.fromEntries(
      [...fixedFiles(frozen)].map(([name, file]) => [
        name,
        Buffer.from(file instanceof Uint8Array ? file : whole(file)).toString(),
      ]),
    )
    const { pool, recusals, commitment } = fixed
    return {
      kind: 'frozen' as const,
      told: {
        ...rest,
        waterfall,
        attendance,
        strata,
        rotated,
        unstaffed,
        pooled,
        pool,
        recusals,
        commitment,
      },
      digest: frozen.digest,
      files,
      names: [...fixedFiles(frozen).keys()],
    }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused' as const, reason: error.reason }
    throw error
  }
}

const desk = { world: { env: {} } } as Desk
const lanes = rowHashing(desk)

lawOfMany(
  'a freeze of rows that pass as bytes is that of records, byte for byte, or refused with the same words',
  3,
  part => {
    fc.assert(
      fc.property(RANDOM, ({ asked, each }) => {
        const wanted = outcome(() => freeze(input(asked)))
        const given = input(asked)
        const hashing = each % 2 === 0 ? lanes : PLAIN_HASHING
        const loops = each % 3 === 0 ? null : rowLoops(desk)
        const found = outcome(() =>
          freezePacked(given, { registry: registryOf(given, each), spill: memorySpill(), hashing, loops }),
        )
        expect(found).toEqual(wanted)
      }),
      { numRuns: Number(process.env.RUNS ?? 90) / part },
    )
  },
)

lawOfMany(
  'the rows that a seed may draw are found as the frame passes, wherever its pieces begin',
  3,
  part => {
    fc.assert(
      fc.property(RANDOM, fc.integer({ min: 1, max: 200 }), fc.string(), ({ asked }, size, seed) => {
        const frozen = outcome(() => freeze(input(asked)))
        if (frozen.kind === 'refused') return
        const { commitment } = frozen.told
        const bytes = Buffer.from(frozen.files[FRAME.file]!)
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        )
        const key = selectKeyOf(
          drawKeyOf(commitment.spec, commitmentDigest(commitment), {
            lines: [{ source: 's', value: seed }],
          } as never),
        )
        const { lines, sha256 } = lowestRows(pieces, commitment.strata, key, lanes)
        const reading = { isFresh: false, loops: newRowLoops() }
        expect(lowestRows(pieces, commitment.strata, key, lanes, reading)).toEqual({ lines, sha256 })
        expect(sha256).toBe(commitment.frame.sha256)
        const [all, some] = [readTable(FRAME, bytes), readTable(FRAME, withHeading(lines))]
        if (all.kind !== 'rows' || some.kind !== 'rows') throw new Error('unreadable')
        expect(select(some.rows, commitment.strata, key)).toEqual(select(all.rows, commitment.strata, key))
      }),
      { numRuns: 60 / part },
    )
  },
)

function withHeading(lines: Uint8Array): Uint8Array {
  return whole([new TextEncoder().encode(headingOf(FRAME)), lines])
}

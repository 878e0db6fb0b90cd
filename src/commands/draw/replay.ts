import { draw } from '../../core/draw/draw.ts'
import { SUBSTITUTIONS } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { type Difference, lineDiffers } from '../../core/draw/verify/difference.ts'
import { substitutionsDiffer } from '../../core/draw/verify/verify-drawn.ts'
import { refusal } from '../../core/refusal.ts'
import { keptRules } from '../../core/rules/rules.ts'
import { filesOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { seatedOf } from '../../store/draws/drawn.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { differenceText } from '../../terminal/difference.ts'
import { drawNamed, withStore } from '../session.ts'
import { fixedFrom, seedIn } from './fixed-files.ts'
import { freezeTask } from './frame-of-task.ts'
import { keptLines } from './seal.ts'
import { seedGiven } from './seed.ts'
import { drawFrom, folderOf } from './standing.ts'

const refuse = refusal<DrawReasons>()

/** replay — draw again from the registries as they stood and the recorded seed, compare byte for byte. */
export async function replay(
  desk: Desk,
  name: string,
  options: { readonly seed?: readonly string[] },
): Promise<number> {
  return withStore(desk, async store => {
    const record = drawNamed(store, desk, name)
    if (record.run === null) throw refuse('draw-not-run', { draw: record.number })
    const difference = await firstDifference(desk, store, record, options.seed)
    const same = difference === null
    desk.result({ draw: record.number, same, difference }, () =>
      same
        ? [desk.say.replayed(record.number)]
        : [desk.say.replayDiffers(record.number), differenceText(desk, difference)],
    )
    return same ? 0 : 1
  })
}

async function firstDifference(
  desk: Desk,
  store: Store,
  record: DrawRecord,
  given: readonly string[] | undefined,
): Promise<Difference | null> {
  const kept = filesOf(store, record.number)
  const { frozen } = freezeTask(store, [...record.detail.row], record.detail.day, record.since, {
    rules: keptRules(record.detail.rules),
    strict: false,
    lent: record.detail.lent ?? [],
    sealed: record.sealed?.source ?? null,
  })
  const again = compare(frozen.files, kept)
  if (again !== null) return again
  const fixed = fixedFrom(frozen.files)
  const recorded = seedIn(kept, fixed.commitment).lines.map(({ source, value }) => `${source}=${value}`)
  const signature = Object.entries(record.run!.detail.signatures).map(([source, hex]) => `${source}=${hex}`)
  const sealed = given === undefined ? [] : keptLines(store, record.number)
  const options = { seed: given ?? recorded, signature }
  const { seed } = await seedGiven(desk, fixed.commitment.seedSources, options, sealed)
  const drawn = draw(fixed, seed)
  if (drawn.kind === 'infeasible')
    throw refuse('infeasible', { department: drawn.department, blocking: drawn.blocking })
  return compare(drawn.files, kept) ?? changesDiffer(store, record.number)
}

/** Whether the substitutions are what section 7 gives, each after the one before. */
function changesDiffer(store: Store, draw: string): Difference | null {
  const folder = folderOf(store, draw)
  if (!folder.has(SUBSTITUTIONS.file)) return null
  const wrong = substitutionsDiffer(folder, new Map(), drawFrom(folder), seatedOf(store, draw))
  return wrong?.difference ?? null
}

function compare(
  files: ReadonlyMap<string, Uint8Array>,
  kept: ReadonlyMap<string, Uint8Array>,
): Difference | null {
  for (const [file, bytes] of files) {
    const found = kept.get(file)
    if (found === undefined) return { file, check: 'absent', expected: '', found: '' }
    if (Buffer.compare(bytes, found) === 0) continue
    const differs = lineDiffers(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), found)
    if (differs !== undefined) return differs.difference
  }
  return null
}

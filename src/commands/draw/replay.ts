import { fixedFiles } from '../../core/draw/commitment/freeze.ts'
import type { Fixed } from '../../core/draw/draw.ts'
import type { Outcome } from '../../core/draw/drawn-rows.ts'
import { type OpenFolder, piecesOf } from '../../core/draw/folder/content.ts'
import { RECORD_FILE } from '../../core/draw/folder/record-file.ts'
import { FRAME, POOL, RECUSALS, SUBSTITUTIONS } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { nameOfSource } from '../../core/draw/seed/announced-source.ts'
import { enteredSeed } from '../../core/draw/seed/entered-seed.ts'
import { type Seed, seedText } from '../../core/draw/seed/seed.ts'
import { SEED_FILE } from '../../core/draw/seed/seed-file.ts'
import type { Difference } from '../../core/draw/verify/difference.ts'
import { firstOther } from '../../core/draw/verify/first-other.ts'
import { substitutionsDiffer } from '../../core/draw/verify/verify-substitutions.ts'
import { type FixInput, fixTask } from '../../core/freeze/fix.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { fixPacked } from '../../core/packed/fix-packed.ts'
import type { Pieces } from '../../core/pieces.ts'
import { differenceSentence } from '../../core/publication/words/difference-sentence.ts'
import { refusal } from '../../core/refusal.ts'
import { type DrawRecord, type FailedDetail, seedRun } from '../../store/draws/draw-record.ts'
import { withoutResult } from '../../store/draws/without-result.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import { replayInput } from '../../store/inputs/replay-input.ts'
import type { FrameToDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import { alteredIn, seatedOf } from '../../store/views/drawn.ts'
import { commitmentIn, rowsOf, seedIn } from '../../store/views/kept-files.ts'
import { drawFrom, folderOf } from '../../store/views/standing-draw.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { bringAwaited, bringLists } from '../engine/bring-lists.ts'
import { fixedAgainThere } from '../engine/fixed-again-there.ts'
import { drawNamed } from '../lookup.ts'
import { inOneState } from '../session.ts'
import { drawHere } from './draw-here.ts'
import { asStored, passesAsBytes, targetsAsBytes } from './packing.ts'

const refuse = refusal<DrawReasons>()

/** replay — draw again from the registries as they stood and the recorded seed, compare byte for byte. */
export async function replay(
  desk: Desk,
  name: string,
  options: { readonly seed?: readonly string[] },
): Promise<number> {
  return inOneState(desk, async store => {
    const record = drawNamed(store, desk, name)
    if (seedRun(record) === null) throw withoutResult(record)
    const difference = await firstDifference(desk, store, record, options.seed)
    const same = difference === null
    const { agrees, differs } = desk.colours.out
    // A snapshot holds the rows of both lists, and nothing of what the registry had beside.
    const engine = record.detail.snapshot?.engine ?? null
    const unchecked = engine === null ? {} : { unchecked: ['registry'] }
    desk.result({ draw: record.number, same, difference, ...unchecked }, () =>
      same
        ? [
            agrees(desk.say.draw.replayed(record.number)),
            ...(engine === null ? [] : [`  ${desk.say.draw.registryUnchecked(engine)}`]),
          ]
        : [
            differs(desk.say.draw.replayDiffers(record.number)),
            `  ${differenceSentence(desk.say.published, difference)}`,
          ],
    )
    return same ? 0 : 1
  })
}

/** Freezes and draws again what the draw was frozen and drawn from; the first byte that is not the kept one. */
async function firstDifference(
  desk: Desk,
  store: Store,
  record: DrawRecord,
  given: readonly string[] | undefined,
): Promise<Difference | null> {
  const altered = alteredIn(store, record.number)
  if (altered !== null) return altered
  await bringAwaited(desk, store, record.since)
  await bringLists(desk, store, [record])
  const { input, kept, sealed, signatures } = replayInput(store, record)
  const fixed = fixedIn(kept)
  const otherwise = await fixedOtherwise(desk, store, record, input, kept)
  if (otherwise !== null) return otherwise
  const sources = fixed.commitment.seedSources
  const entered = await enteredSeed(sources, {
    given: given ?? seedIn(kept, fixed.commitment).lines.map(({ source, value }) => `${source}=${value}`),
    signatures,
    sealed: given === undefined ? [] : sealed,
    machine: null,
  })
  if (entered.kind === 'problem')
    throw refuse('invalid-seed', { problem: entered.problem, sources: sources.map(nameOfSource) })
  const drawn = drawHere(desk, store, fixed, frameIn(kept), entered.seed)
  if (record.ended?.how === 'failed')
    return failedOtherwise(drawn, record.ended.detail) ?? firstOther(seedFile(entered.seed), kept)
  if (drawn.kind === 'infeasible')
    throw refuse('infeasible', { department: drawn.department, blocking: drawn.blocking })
  return firstOther(drawn.files, kept) ?? changesDiffer(store, record.number)
}

/** What was fixed before the seed, made again: the first byte that is not the kept one. */
async function fixedOtherwise(
  desk: Desk,
  store: Store,
  record: DrawRecord,
  input: FixInput,
  kept: OpenFolder,
): Promise<Difference | null> {
  const { number, detail } = record
  const { snapshot } = detail
  if (snapshot === undefined) return firstOther(fixedAgain(desk, store, record, input), kept)
  const again = await fixedAgainThere(desk, store, { number, snapshot }, input, commitmentIn(kept))
  return again.kind === 'differs' ? again.difference : firstOther(again.files, kept)
}

/** The files that were fixed before the seed, made again from the registry here. */
function fixedAgain(
  desk: Desk,
  store: Store,
  { since }: DrawRecord,
  input: FixInput,
): ReadonlyMap<string, Uint8Array | Pieces> {
  if (!passesAsBytes(desk, store)) return fixTask(input, false).frozen.files
  const progress = progressOf(desk, desk.say.common.reading, targetVersions(store))
  const { frozen } = asStored(store, () =>
    fixPacked(input, targetsAsBytes(desk, store, input, since, progress.at), false),
  )
  progress.end()
  return fixedFiles(frozen)
}

/** What was fixed, but for the frame, which may be too large to be read as rows. */
function fixedIn(kept: OpenFolder): Omit<Fixed, 'frame'> {
  return { commitment: commitmentIn(kept), pool: rowsOf(POOL, kept), recusals: rowsOf(RECUSALS, kept) }
}

function frameIn(kept: OpenFolder): FrameToDraw {
  const frame = kept.get(FRAME.file)!
  return { kind: 'file', pieces: piecesOf(frame), size: frame.length, isFresh: false }
}

/** Whether a seed that is on record as one without teams has some, or none in another department. */
function failedOtherwise(drawn: Outcome, { department: expected }: FailedDetail): Difference | null {
  if (drawn.kind === 'drawn')
    return { file: RECORD_FILE, check: 'teams-exist', column: 'outcome', expected: '', found: 'no-teams' }
  const { department: found } = drawn
  return found === expected
    ? null
    : { file: RECORD_FILE, check: 'infeasible', column: found, expected, found }
}

function seedFile(seed: Seed): Map<string, Uint8Array> {
  return new Map([[SEED_FILE, new TextEncoder().encode(seedText(seed))]])
}

/** Whether the substitutions are what section 7 gives, each after the one before. */
function changesDiffer(store: Store, draw: DrawNumber): Difference | null {
  const folder = folderOf(store, draw)
  if (!folder.has(SUBSTITUTIONS.file)) return null
  const wrong = substitutionsDiffer(folder, new Map(), drawFrom(folder), seatedOf(store, draw))
  return wrong?.difference ?? null
}

import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import { library } from '../core/registry/libraries/library.ts'
import { idOf } from '../core/registry/libraries/record-cells.ts'
import { isSeenByOthers } from '../files/beside.ts'
import { lapse, overdueDraws } from '../store/draws/lapse.ts'
import { beTentative, inEntry, isTentative, type Occasion } from '../store/entry.ts'
import { openStore, placeOf, type Store, storeError } from '../store/open.ts'
import { writeRecord } from '../store/registry/registry.ts'
import { displacedLines } from '../store/registry/tasks.ts'
import { verifyLedger } from '../store/views/verify-ledger.ts'
import type { Desk, World } from '../terminal/desk.ts'

const refuse = refusal<DatabaseReasons>()

/**
 * Opens the desk's database for the length of `work`, which writes: what it decides from, it reads within its entry. Draws
 * whose last day is over have lapsed before it begins.
 */
export function withStore<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  return opened(desk, async store => {
    await ownEntry(
      () => overdueDraws(store, desk.now).length > 0,
      () => lapseOverdue(desk, store),
    )
    return work(store)
  })
}

async function opened<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = storeFor(desk)
  if (!desk.quiet && isSeenByOthers(desk.db.full))
    desk.remark(`ssj: ${desk.say.common.seenByOthers(desk.db.written)}`)
  try {
    await ownEntry(
      () => displacedLines(store).length > 0,
      () => standAgain(desk, store),
    )
    return await work(store)
  } catch (error) {
    throw await named(desk, store, explained(store, error))
  } finally {
    if (!isTentative(store)) store.close()
  }
}

/** The databases in which something is only looked at, until that is over. */
const looked = new WeakMap<object, Store>()

/**
 * Does work in a world in which whatever its commands enter is taken back at the end, so that they tell what they would do.
 * Each sees what those before it did; others wait for the end, as they do for an entry. What commands write beside the
 * ledger, files above all, is not taken back: nobody asks for that here.
 */
export async function tentatively<T>(world: World, work: (world: World) => Promise<T>): Promise<T> {
  const tentative = {}
  try {
    return await work({ ...world, tentative })
  } finally {
    looked.get(tentative)?.close()
  }
}

function storeFor({ db, world: { patience, tentative } }: Desk): Store {
  if (tentative === undefined) return openStore(db, patience)
  const known = looked.get(tentative)
  if (known !== undefined) return known
  const store = openStore(db, patience)
  try {
    beTentative(store)
  } catch (error) {
    store.close()
    throw error
  }
  looked.set(tentative, store)
  return store
}

/**
 * Opens the desk's database for the length of `work`, which only reads, and reads one state: what others write in the
 * meantime it does not see. They wait for its end, so that what takes long and needs no database is done after it.
 */
export function inOneState<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  return opened(desk, store => {
    if (!isTentative(store)) store.db.exec('begin')
    return work(store)
  })
}

/** Ends the one state that a command reads: after it, only what never changes may be read. */
export function letOthersWrite(store: Store): void {
  if (!isTentative(store)) store.db.exec('commit')
}

/**
 * What is due before any command is done by an entry of its own. Where none can be written now, the next command does it;
 * what is damaged is told by whoever needs it.
 */
async function ownEntry(isDue: () => boolean, write: () => Promise<unknown>): Promise<void> {
  try {
    if (!isDue()) return
  } catch {
    return
  }
  try {
    await write()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

/**
 * Tells tasks apart by year and number in a database of programs that went by the number alone: a line of the plan whose
 * place a later year's line took stands again.
 */
function standAgain(desk: Desk, store: Store): Promise<unknown> {
  return inEntry(store, occasionOf(desk), 'split plan', writer => {
    const lines = displacedLines(store)
    for (const row of lines) writeRecord(writer, library('plan'), row)
    return { subject: { ids: lines.map(idOf), reason: desk.say.plan.split }, result: null }
  })
}

/** Draws that were not run by their last day end, whoever works next and whatever they do: nobody chooses when, or which. */
function lapseOverdue(desk: Desk, store: Store): Promise<unknown> {
  return inEntry(store, occasionOf(desk), 'lapse', writer => {
    const draws = lapse(store, writer, overdueDraws(store, writer.at))
    return { subject: { draw: draws.map(({ draw }) => draw).join(';'), draws }, result: null }
  })
}

/** A refusal that names what it speaks of. What cannot be read of a damaged database is told by its code. */
async function named(desk: Desk, store: Store, error: unknown): Promise<unknown> {
  if (!(error instanceof UserError) || error.reason.named !== undefined) return error
  try {
    const { reasonTold } = await import('./naming.ts')
    return new UserError(reasonTold(desk, store, error.reason))
  } catch {
    return error
  }
}

/** What the program trips over in a database that was damaged, or written to without ssj, is told as that. */
function explained(store: Store, error: unknown): unknown {
  const known = storeError(placeOf(store), error)
  const isTold = known !== error || error instanceof UserError || (error as Error).name === 'ExitPromptError'
  return isTold || holds(store) ? known : refuse('database-damaged', { path: store.path })
}

function holds(store: Store): boolean {
  try {
    return (verifyLedger(store)?.problem ?? 'time') === 'time'
  } catch {
    return false
  }
}

/** Who acts, and when, as the ledger has it. */
export function occasionOf(desk: Desk): Occasion {
  return { at: desk.now, actor: desk.actor }
}

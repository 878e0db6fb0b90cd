import type { EntryWriter, Sealed, Work } from '../../store/entry.ts'
import { inEntry, isTentative } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { occasionOf } from '../session.ts'
import type { OnEngine } from './freeze-on-engine.ts'

/** What an engine was asked for a freeze, if it was: where nothing comes of it, it is taken away again. */
export interface AskedAhead {
  answers: OnEngine | null
}

/** Something that an engine's answers follow from moved while it was asked. */
export class MovedOn extends Error {}

/** As often an engine is asked again because something moved; then others wait while it is asked. */
const TRIES = 3

/**
 * Does work in an entry for which an engine is asked first: that may take minutes, in which others write. The work decides
 * from what stands then, and throws {@link MovedOn} where the engine would be asked something else by now.
 */
export async function inEntryAfterEngine<T>(
  desk: Desk,
  store: Store,
  action: string,
  ask: () => Promise<OnEngine | null>,
  work: (writer: EntryWriter, ahead: AskedAhead) => Promise<Work<T>>,
): Promise<Sealed<T>> {
  for (let tries = 1; ; tries++) {
    const ahead: AskedAhead = { answers: tries > TRIES ? null : await ask() }
    try {
      const sealed = await inEntry(store, occasionOf(desk), action, writer => work(writer, ahead))
      if (sealed.entry === null || isTentative(store)) await ahead.answers?.discard()
      return sealed
    } catch (error) {
      await ahead.answers?.discard()
      if (!(error instanceof MovedOn) || tries > TRIES) throw error
    }
  }
}

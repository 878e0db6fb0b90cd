import type { DrawNumber } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { REVEAL, SECRET } from '../schema/ledger-tables.ts'

/** A sealed source and the value that it binds. */
export interface Secret {
  readonly source: string
  readonly value: string
}

export function writeSecret(writer: EntryWriter, draw: DrawNumber, { source, value }: Secret): void {
  writer.write(SECRET, { draw, source, value })
}

export function writeReveal(writer: EntryWriter, draw: DrawNumber, source: string): void {
  writer.write(REVEAL, { draw, source })
}

/** What a draw keeps under seal, or null where it has no such source. */
export function secretOf(store: Store, draw: DrawNumber): Secret | null {
  const row = store.sql<Secret>('select source, value from secret where draw = ?').get(draw)
  return row ?? null
}

/** Opens what a draw keeps under seal: its value may be told from now on. Null where nothing is, or it is open already. */
export function openSeal(store: Store, writer: EntryWriter, draw: DrawNumber): Secret | null {
  const isOpen = store.sql('select 1 from reveal where draw = ?').get(draw) !== undefined
  const secret = isOpen ? null : secretOf(store, draw)
  if (secret !== null) writeReveal(writer, draw, secret.source)
  return secret
}

/** The seed line that a draw keeps under seal: used by itself, shown to nobody. */
export function sealedSeedLines(store: Store, draw: DrawNumber): string[] {
  const secret = secretOf(store, draw)
  return secret === null ? [] : [`${secret.source}=${secret.value}`]
}

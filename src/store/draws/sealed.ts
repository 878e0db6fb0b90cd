import type { Secret } from '../../core/draw/seed/seal.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'

export function writeSecret(writer: EntryWriter, draw: string, { source, value }: Secret): void {
  writer.write('secret', 'insert into secret (draw, since, source, value) values (?, ?, ?, ?)', [
    draw,
    writer.entry,
    source,
    value,
  ])
}

export function writeReveal(writer: EntryWriter, draw: string, source: string): void {
  writer.write('reveal', 'insert into reveal (draw, since, source) values (?, ?, ?)', [
    draw,
    writer.entry,
    source,
  ])
}

/** What a draw keeps under seal, or null where it has no such source. */
export function secretOf(store: Store, draw: string): Secret | null {
  const row = store.sql('select source, value from secret where draw = ?').get(draw) as Secret | undefined
  return row ?? null
}

/** The seed line that a draw keeps under seal: used by itself, shown to nobody. */
export function sealedSeedLines(store: Store, draw: string): string[] {
  const secret = secretOf(store, draw)
  return secret === null ? [] : [`${secret.source}=${secret.value}`]
}

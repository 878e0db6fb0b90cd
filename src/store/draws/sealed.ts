import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'

/** A sealed source and the value that it binds. */
export interface Secret {
  readonly source: string
  readonly value: string
}

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

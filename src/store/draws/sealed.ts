import type { Pen } from '../entry.ts'
import type { Store } from '../open.ts'

/** A sealed source and the value that it binds. */
export interface Secret {
  readonly source: string
  readonly value: string
}

export function writeSecret(pen: Pen, draw: string, { source, value }: Secret): void {
  pen.write('secret', 'insert into secret (draw, since, source, value) values (?, ?, ?, ?)', [
    draw,
    pen.entry,
    source,
    value,
  ])
}

export function writeReveal(pen: Pen, draw: string, source: string): void {
  pen.write('reveal', 'insert into reveal (draw, since, source) values (?, ?, ?)', [draw, pen.entry, source])
}

/** What a draw keeps under seal, or null where it has no such source. */
export function secretOf(store: Store, draw: string): Secret | null {
  const row = store.sql('select source, value from secret where draw = ?').get(draw) as Secret | undefined
  return row ?? null
}

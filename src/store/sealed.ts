import type { Pen } from './entry.ts'
import type { Store } from './open.ts'

/** The change of the schema that lets a draw have a sealed source: the value that is kept, and its opening. */
export const SEALED_TABLES = `
  create table secret (
    draw text primary key references draw(number),
    since integer not null references entry(number),
    source text not null,
    value text not null
  ) strict;

  create table reveal (
    draw text primary key references secret(draw),
    since integer not null references entry(number),
    source text not null
  ) strict;

  create trigger secret_no_update before update on secret begin select raise(abort, 'the ledger only grows'); end;
  create trigger secret_no_delete before delete on secret begin select raise(abort, 'the ledger only grows'); end;
  create trigger reveal_no_update before update on reveal begin select raise(abort, 'the ledger only grows'); end;
  create trigger reveal_no_delete before delete on reveal begin select raise(abort, 'the ledger only grows'); end;
  `

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

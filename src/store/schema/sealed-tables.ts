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

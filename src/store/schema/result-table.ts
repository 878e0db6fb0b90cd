/** Results of inspections (检查结果), kept with their history like the other registries. */
export const RESULT_TABLE = `
  create table result (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    task text not null,
    target text not null,
    department text not null,
    inspected text not null,
    inspectors text not null,
    method text not null,
    outcome text not null,
    found text not null,
    measures text not null,
    settled text not null,
    recorder text not null,
    review text not null,
    published text not null,
    extra text not null
  ) strict;
  create unique index result_now on result(id) where until is null;
  create index result_past on result(id) where until is not null;
  create trigger result_kept before delete on result begin select raise(abort, 'history is kept'); end;
  create trigger result_past_kept before update on result when old.until is not null
    begin select raise(abort, 'history is kept'); end;
`

import { RESULT_TABLE } from './result-table.ts'
import { SEALED_TABLES } from './sealed-tables.ts'

/** Rules that an office sets, with their history; visits that were not drawn. */
const RULES = `
  create table rule (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    value text not null,
    reason text not null
  ) strict;
  create unique index rule_now on rule(id) where until is null;
  create trigger rule_kept before delete on rule begin select raise(abort, 'history is kept'); end;
  create trigger rule_past_kept before update on rule when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table visit (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    target text not null,
    department text not null,
    day text not null,
    cause text not null,
    reference text not null,
    remark text not null
  ) strict;
  create unique index visit_now on visit(id) where until is null;
  create index visit_target on visit(target);
  create trigger visit_kept before delete on visit begin select raise(abort, 'history is kept'); end;
  create trigger visit_past_kept before update on visit when old.until is not null
    begin select raise(abort, 'history is kept'); end;
  `
/** A change of a draw (draw.md, section 7): the lines of `substitutions.csv`, and the evidence that was seen. */
const SUBSTITUTIONS = `
  create table substitution (
    draw text not null references draw(number),
    number integer not null,
    line integer not null,
    since integer not null references entry(number),
    kind text not null,
    gone text not null,
    came text not null,
    target text not null,
    department text not null,
    seat integer not null,
    reason text not null,
    approver text not null,
    at text not null,
    evidence text not null,
    primary key (draw, number, line)
  ) strict;
  create index substitution_slot on substitution(draw, target, department, seat);
  create index substitution_came on substitution(came);
  create trigger substitution_no_update before update on substitution
    begin select raise(abort, 'the ledger only grows'); end;
  create trigger substitution_no_delete before delete on substitution
    begin select raise(abort, 'the ledger only grows'); end;
`

/** Common visits: two draws that meet at one target go there once. */
const MERGES = `
  create table merged (
    guest text not null references draw(number),
    target text not null,
    host text not null references draw(number),
    since integer not null references entry(number),
    approver text not null,
    reason text not null,
    primary key (guest, target)
  ) strict;
  create trigger merged_no_update before update on merged begin select raise(abort, 'the ledger only grows'); end;
  create trigger merged_no_delete before delete on merged begin select raise(abort, 'the ledger only grows'); end;
`

/** A guest whose host became void may join another: the further attempt, for one. */
const MERGES_AFTER_VOID = `
  drop trigger merged_no_update;
  drop trigger merged_no_delete;
  alter table merged rename to merged_before;
  create table merged (
    guest text not null references draw(number),
    target text not null,
    host text not null references draw(number),
    since integer not null references entry(number),
    approver text not null,
    reason text not null,
    primary key (guest, target, host)
  ) strict;
  insert into merged (rowid, guest, target, host, since, approver, reason)
    select rowid, guest, target, host, since, approver, reason from merged_before order by rowid;
  drop table merged_before;
  create trigger merged_no_update before update on merged begin select raise(abort, 'the ledger only grows'); end;
  create trigger merged_no_delete before delete on merged begin select raise(abort, 'the ledger only grows'); end;
`

/**
 * The schema, as the list of changes that made it. Append only: a change that stands here has run on somebody's file.
 * `user_version` counts those that ran.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table entry (
    number integer primary key,
    at text not null,
    actor text not null,
    action text not null
  ) strict;

  -- An entry is sealed when its work is done: what it did, the digest of the rows it wrote, and the chain.
  create table seal (
    entry integer primary key references entry(number),
    subject text not null,
    rows text not null,
    previous text not null,
    digest text not null
  ) strict;

  create table department (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    name text not null,
    short_name text not null,
    aliases text not null,
    level text not null,
    contact text not null,
    leading text not null
  ) strict;
  create unique index department_now on department(id) where until is null;
  create index department_past on department(id) where until is not null;
  create trigger department_kept before delete on department begin select raise(abort, 'history is kept'); end;
  create trigger department_past_kept before update on department when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table item (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    category text not null,
    name text not null,
    content text not null,
    subjects text not null,
    class text not null,
    methods text not null,
    body text not null,
    basis text not null,
    rate text not null,
    frequency text not null,
    skills text not null,
    partners text not null,
    valid text not null,
    extra text not null
  ) strict;
  create unique index item_now on item(id) where until is null;
  create index item_past on item(id) where until is not null;
  create trigger item_kept before delete on item begin select raise(abort, 'history is kept'); end;
  create trigger item_past_kept before update on item when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table target (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    kind text not null,
    uscc text not null,
    registration text not null,
    name text not null,
    representative text not null,
    address text not null,
    region text not null,
    station text not null,
    industry text not null,
    type text not null,
    status text not null,
    risk text not null,
    departments text not null,
    libraries text not null,
    tags text not null,
    established text not null,
    last_visit text not null,
    phone text not null,
    extra text not null
  ) strict;
  create unique index target_now on target(id) where until is null;
  create index target_extra on target(since) where extra <> '';
  create index target_past on target(id) where until is not null;
  create trigger target_kept before delete on target begin select raise(abort, 'history is kept'); end;
  create trigger target_past_kept before update on target when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table inspector (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    name text not null,
    sex text not null,
    department text not null,
    station text not null,
    post text not null,
    level text not null,
    certificate text not null,
    certificate_until text not null,
    scope text not null,
    skills text not null,
    leader text not null,
    status text not null,
    days_off text not null,
    yearly_limit text not null,
    remark text not null,
    extra text not null
  ) strict;
  create unique index inspector_now on inspector(id) where until is null;
  create index inspector_past on inspector(id) where until is not null;
  create trigger inspector_kept before delete on inspector begin select raise(abort, 'history is kept'); end;
  create trigger inspector_past_kept before update on inspector when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table recusal (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    inspector text not null,
    target text not null,
    cause text not null,
    registered text not null,
    registrar text not null,
    ends text not null
  ) strict;
  create unique index recusal_now on recusal(id) where until is null;
  create index recusal_past on recusal(id) where until is not null;
  create trigger recusal_kept before delete on recusal begin select raise(abort, 'history is kept'); end;
  create trigger recusal_past_kept before update on recusal when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table task (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    name text not null,
    kind text not null,
    category text not null,
    items text not null,
    scope text not null,
    base text not null,
    rate text not null,
    count text not null,
    risk_demand text not null,
    rates text not null,
    frequency text not null,
    period text not null,
    lead text not null,
    partners text not null,
    joint text not null,
    condition text not null,
    strata text not null,
    minimum text not null,
    rounding text not null,
    reserve text not null,
    team text not null,
    avoid_station text not null,
    sources text not null,
    drawn_before text not null,
    balance text not null,
    mode text not null,
    method text not null,
    publish_list text not null,
    approver text not null,
    approved text not null,
    extra text not null
  ) strict;
  create unique index task_now on task(id) where until is null;
  create index task_past on task(id) where until is not null;
  create trigger task_kept before delete on task begin select raise(abort, 'history is kept'); end;
  create trigger task_past_kept before update on task when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table draw (
    number text primary key,
    since integer not null references entry(number),
    task text not null,
    attempt integer not null,
    digest text not null,
    starts text not null,
    ends text not null,
    detail text not null
  ) strict;

  create table draw_file (
    draw text not null references draw(number),
    name text not null,
    since integer not null references entry(number),
    bytes blob not null,
    primary key (draw, name)
  ) strict;

  create table run (
    draw text primary key references draw(number),
    since integer not null references entry(number),
    detail text not null
  ) strict;

  create table drawn (
    draw text not null references draw(number),
    stratum text not null,
    rank integer not null,
    target text not null,
    status text not null,
    since integer not null references entry(number),
    primary key (draw, stratum, rank)
  ) strict;
  create index drawn_target on drawn(target);

  create table seated (
    draw text not null references draw(number),
    target text not null,
    department text not null,
    seat integer not null,
    inspector text not null,
    since integer not null references entry(number),
    primary key (draw, target, department, seat)
  ) strict;
  create index seated_inspector on seated(inspector);

  create table void (
    draw text primary key references draw(number),
    since integer not null references entry(number),
    reason text not null,
    approver text not null
  ) strict;

  create trigger entry_no_update before update on entry begin select raise(abort, 'the ledger only grows'); end;
  create trigger entry_no_delete before delete on entry begin select raise(abort, 'the ledger only grows'); end;
  create trigger seal_no_update before update on seal begin select raise(abort, 'the ledger only grows'); end;
  create trigger seal_no_delete before delete on seal begin select raise(abort, 'the ledger only grows'); end;
  create trigger draw_no_update before update on draw begin select raise(abort, 'the ledger only grows'); end;
  create trigger draw_no_delete before delete on draw begin select raise(abort, 'the ledger only grows'); end;
  create trigger draw_file_no_update before update on draw_file begin select raise(abort, 'the ledger only grows'); end;
  create trigger draw_file_no_delete before delete on draw_file begin select raise(abort, 'the ledger only grows'); end;
  create trigger run_no_update before update on run begin select raise(abort, 'the ledger only grows'); end;
  create trigger run_no_delete before delete on run begin select raise(abort, 'the ledger only grows'); end;
  create trigger drawn_no_update before update on drawn begin select raise(abort, 'the ledger only grows'); end;
  create trigger drawn_no_delete before delete on drawn begin select raise(abort, 'the ledger only grows'); end;
  create trigger seated_no_update before update on seated begin select raise(abort, 'the ledger only grows'); end;
  create trigger seated_no_delete before delete on seated begin select raise(abort, 'the ledger only grows'); end;
  create trigger void_no_update before update on void begin select raise(abort, 'the ledger only grows'); end;
  create trigger void_no_delete before delete on void begin select raise(abort, 'the ledger only grows'); end;
  `,
  // Experts come in like the other registries; the headings of a file that --map settled can be kept (--save-map).
  `
  create table expert (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    code text not null,
    name text not null,
    organisation text not null,
    skills text not null,
    title text not null,
    items text not null,
    contact text not null,
    valid_until text not null,
    avoids text not null,
    department text not null,
    extra text not null
  ) strict;
  create unique index expert_now on expert(id) where until is null;
  create index expert_past on expert(id) where until is not null;
  create trigger expert_kept before delete on expert begin select raise(abort, 'history is kept'); end;
  create trigger expert_past_kept before update on expert when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  create table heading_map (
    version integer primary key,
    since integer not null references entry(number),
    until integer references entry(number),
    id text not null,
    pairs text not null
  ) strict;
  create unique index heading_map_now on heading_map(id) where until is null;
  create trigger heading_map_kept before delete on heading_map begin select raise(abort, 'history is kept'); end;
  create trigger heading_map_past_kept before update on heading_map when old.until is not null
    begin select raise(abort, 'history is kept'); end;

  -- The same firm under its old number (see twinIn).
  create index target_registration on target(registration)
    where until is null and uscc <> '' and registration <> '';
  `,
  RULES,
  SUBSTITUTIONS,
  MERGES,
  SEALED_TABLES,
  RESULT_TABLE,
  MERGES_AFTER_VOID,
]

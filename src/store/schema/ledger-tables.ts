import { BYTES, INTEGER, ledgerTable, SINCE, TEXT } from './table.ts'

/** What was done: when, by whom. */
export const ENTRY = ledgerTable('entry', {
  number: 'integer primary key',
  at: TEXT,
  actor: TEXT,
  action: TEXT,
})

/** An entry is sealed when its work is done: what it did, the digest of the rows it wrote, and the chain. */
export const SEAL = ledgerTable('seal', {
  entry: 'integer primary key references entry(number)',
  subject: TEXT,
  rows: TEXT,
  previous: TEXT,
  digest: TEXT,
})

/** A frozen task. */
export const DRAW = ledgerTable('draw', {
  number: 'text primary key',
  since: SINCE,
  task: TEXT,
  attempt: INTEGER,
  digest: TEXT,
  starts: TEXT,
  ends: TEXT,
  detail: TEXT,
})

const OF_DRAW = 'text not null references draw(number)'
const ONE_OF_DRAW = 'text primary key references draw(number)'

/** Files of a draw's folder, as their bytes: of a large one the first part. */
export const DRAW_FILE = ledgerTable('draw_file', { draw: OF_DRAW, name: TEXT, since: SINCE, bytes: BYTES }, [
  'draw',
  'name',
])

/** The further parts of a large file, which follow on the first in their order, from 1. */
export const DRAW_PART = ledgerTable(
  'draw_part',
  { draw: OF_DRAW, name: TEXT, part: INTEGER, since: SINCE, bytes: BYTES },
  ['draw', 'name', 'part'],
)

/** The draw itself: when, and what is known of its seed. */
export const RUN = ledgerTable('run', { draw: ONE_OF_DRAW, since: SINCE, detail: TEXT })

/** The lines of `selection.csv`. */
export const DRAWN = ledgerTable(
  'drawn',
  { draw: OF_DRAW, stratum: TEXT, rank: INTEGER, target: TEXT, status: TEXT, since: SINCE },
  ['draw', 'stratum', 'rank'],
)

/** The lines of `assignment.csv`. */
export const SEATED = ledgerTable(
  'seated',
  { draw: OF_DRAW, target: TEXT, department: TEXT, seat: INTEGER, inspector: TEXT, since: SINCE },
  ['draw', 'target', 'department', 'seat'],
)

/** A draw that does not count. */
export const VOID = ledgerTable('void', { draw: ONE_OF_DRAW, since: SINCE, reason: TEXT, approver: TEXT })

/** A draw that ended without a result: its seed found no teams (draw-2.md, section 4), or it was not run in time. */
export const ENDED = ledgerTable('ended', { draw: ONE_OF_DRAW, since: SINCE, how: TEXT, detail: TEXT })

/** A change of a draw (draw.md, section 7): the lines of `substitutions.csv`, and the evidence that was seen. */
export const SUBSTITUTION = ledgerTable(
  'substitution',
  {
    draw: OF_DRAW,
    number: INTEGER,
    line: INTEGER,
    since: SINCE,
    kind: TEXT,
    gone: TEXT,
    came: TEXT,
    target: TEXT,
    department: TEXT,
    seat: INTEGER,
    reason: TEXT,
    approver: TEXT,
    at: TEXT,
    evidence: TEXT,
  },
  ['draw', 'number', 'line'],
)

/** Common visits: two draws that meet at one target go there once. */
export const MERGED = ledgerTable(
  'merged',
  { guest: OF_DRAW, target: TEXT, host: OF_DRAW, since: SINCE, approver: TEXT, reason: TEXT },
  ['guest', 'target', 'host'],
)

/** A sealed source of a draw, with the value that is kept. */
export const SECRET = ledgerTable('secret', { draw: ONE_OF_DRAW, since: SINCE, source: TEXT, value: TEXT })

/** The opening of a sealed source. */
export const REVEAL = ledgerTable('reveal', {
  draw: 'text primary key references secret(draw)',
  since: SINCE,
  source: TEXT,
})

/**
 * A checkpoint as it was signed, and again with each cosignature that came: of one size the last row is the one that is
 * published.
 */
export const CHECKPOINT = ledgerTable('checkpoint', { size: INTEGER, note: TEXT, since: SINCE })

/** A token of a time stamping authority (RFC 3161) over the text of the checkpoint of this size. */
export const TIME_STAMP = ledgerTable('time_stamp', { size: INTEGER, token: BYTES, since: SINCE })

/** The clock was wrong when the entry before was written, at the time `behind`, or is now. */
export const CLOCK = ledgerTable('clock', { behind: TEXT, reason: TEXT, approver: TEXT, since: SINCE })

/** A step that a result took (审核, 退回, 公示, 更正 …), `day` being the office's; a result without one is as it was entered. */
export const RESULT_STEP = ledgerTable('result_step', {
  result: TEXT,
  since: SINCE,
  step: TEXT,
  day: TEXT,
  approver: TEXT,
  reason: TEXT,
})

/**
 * What became of a key that signs exports: `registered`, then perhaps `exchanged` for another one or `lost`. `key` is its
 * `SubjectPublicKeyInfo` in base 64; secret keys are nowhere.
 */
export const SIGNING_KEY = ledgerTable('signing_key', {
  id: TEXT,
  since: SINCE,
  step: TEXT,
  name: TEXT,
  key: TEXT,
  reason: TEXT,
  approver: TEXT,
})

/** A piece of evidence on which somebody decided whether a target gets another class of risk. */
export const RISK_DECISION = ledgerTable('risk_decision', {
  target: TEXT,
  result: TEXT,
  ground: TEXT,
  since: SINCE,
  day: TEXT,
  was: TEXT,
  proposed: TEXT,
  decision: TEXT,
  reason: TEXT,
})

/** 发文字号 that were given to papers of a draw; of a paper that was given another one the last row stands. */
export const PAPER_NUMBER = ledgerTable('paper_number', {
  draw: OF_DRAW,
  paper: TEXT,
  since: SINCE,
  mark: TEXT,
  year: INTEGER,
  number: INTEGER,
})

/**
 * The number that another system gave a visit when it approved it (检查任务码 of 扫码入企): of one department at one target of
 * a draw. The last row is the one that stands; an empty code takes it back.
 */
export const VISIT_CODE = ledgerTable('visit_code', {
  draw: OF_DRAW,
  target: TEXT,
  department: TEXT,
  since: SINCE,
  code: TEXT,
})

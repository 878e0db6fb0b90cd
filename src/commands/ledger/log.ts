import { escapeControls } from '../../core/escape-controls.ts'
import type { Claims } from '../../core/ledger/claims.ts'
import { compareLedger } from '../../core/ledger/compare.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import { officeTime } from '../../core/office-time.ts'
import { refusal } from '../../core/refusal.ts'
import { LIBRARIES } from '../../core/registry/libraries/field.ts'
import { checkpointsOn } from '../../store/checkpoints.ts'
import type { Store } from '../../store/open.ts'
import { officeOffset } from '../../store/rules.ts'
import { comparedLedger } from '../../store/views/compared-ledger.ts'
import { entryCount, ledger } from '../../store/views/log.ts'
import { type Break, verifyLedger } from '../../store/views/verify-ledger.ts'
import type { Desk } from '../../terminal/desk.ts'
import { recordTold } from '../naming.ts'
import { inOneState } from '../session.ts'
import { tellLongList } from '../tell-long-list.ts'
import { publishedClaims } from './published-claims.ts'

const refuse = refusal<LedgerReasons>()

/** log — the ledger, or the check of every digest in it, and of what was published of it. */
export async function log(
  desk: Desk,
  options: { readonly verify?: boolean; readonly against?: readonly string[] },
): Promise<number> {
  const published = (options.against ?? []).map(path => [path, publishedClaims(desk.path(path))] as const)
  if (options.verify === true || published.length > 0)
    return inOneState(desk, store => verified(desk, store, published))
  await tellLongList<LedgerEntry>(desk, store => {
    const { columns } = desk.say.log
    const offset = officeOffset(store)
    return {
      list: {
        items: () => ledger(store),
        data: entry => entry,
        headings: [
          ...[columns.entry, columns.at(offset), columns.actor, columns.action, columns.rows, columns.digest],
        ],
        cells: entry => [
          String(entry.number),
          officeTime(entry.at, offset),
          escapeControls(entry.actor),
          desk.say.log.done(entry.action, subjectTold(desk, store, entry)),
          entry.rows.map(({ table, written, ended }) => desk.say.log.rows(table, written, ended)).join(' '),
          entry.digest.slice(0, 16),
        ],
        align: ['right'],
      },
      around: { field: 'entries' },
    }
  })
  return 0
}

/** What an entry is about, as people read it: a file, a draw, or a record by its name. */
function subjectTold(desk: Desk, store: Store, { action, subject }: LedgerEntry): string {
  const { file, draw, id } = subject
  if (file !== undefined || draw !== undefined || id === undefined)
    return escapeControls(String(file ?? draw ?? ''))
  const name = LIBRARIES.find(name => action.endsWith(` ${name}`))
  return escapeControls(name === undefined ? String(id) : recordTold(desk, store, name, String(id)))
}

/** The check of every digest, and of a ledger that holds the comparison with what was published of it. */
function verified(desk: Desk, store: Store, published: readonly (readonly [string, Claims])[]): number {
  const { say, colours } = desk
  const broken = verifyLedger(store)
  const count = entryCount(store)
  if (broken !== null) {
    desk.result({ holds: false, entries: count, ...broken }, () => [
      colours.out.differs(brokenSentence(say.log, broken)),
    ])
    return 1
  }
  refuseOtherLog(store, published)
  const ledgerHere = comparedLedger(store)
  const against = published.map(([file, claims]) => ({ file, ...compareLedger(claims, ledgerHere) }))
  desk.result({ holds: true, entries: count, ...(against.length === 0 ? {} : { against }) }, () => [
    colours.out.agrees(say.log.holds(count)),
    ...against.map(({ file, ...found }) =>
      found.kind === 'same'
        ? colours.out.agrees(say.ledger.asPublished(file, found.shown))
        : colours.out.differs(
            say.ledger.otherThanPublished[found.how](file, found.from, found.to, found.shown),
          ),
    ),
  ])
  return against.every(({ kind }) => kind === 'same') ? 0 : 1
}

/** A checkpoint of another ledger says nothing of this one. */
function refuseOtherLog(store: Store, published: readonly (readonly [string, Claims])[]): void {
  const own = checkpointsOn(store).map(({ checkpoint }) => checkpoint.origin)
  if (own.length === 0) return
  for (const [path, { origins }] of published)
    for (const found of origins)
      if (!own.includes(found)) throw refuse('published-of-other-log', { path, found, log: own.at(-1)! })
}

function brokenSentence(say: Desk['say']['log'], broken: Break): string {
  const { problems } = say
  switch (broken.problem) {
    case 'schema':
      return say.misbuilt(problems.schema[broken.how](escapeControls(broken.object)))
    case 'integrity':
      return say.misbuilt(problems.integrity(escapeControls(broken.message)))
    case 'rows':
    case 'orphan':
      return say.broken(broken.entry, problems[broken.problem](broken.table))
    case 'chain':
    case 'digest':
    case 'seal':
    case 'time':
      return say.broken(broken.entry, problems[broken.problem])
    default:
      return broken satisfies never
  }
}

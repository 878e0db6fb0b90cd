import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { parseTimeStamp, stampedDigest, timeStampQuery } from '../../core/ledger/time-stamp.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readOneFile, writeNewFile } from '../../files/folder.ts'
import { isTimeStampOf } from '../../files/openssl.ts'
import { ABOUT_LEDGER, checkpointsOn, timeStampsOn, writeTimeStamp } from '../../store/checkpoints.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'

const refuse = refusal<LedgerReasons & OptionReasons>()

export interface StampOptions {
  readonly query?: string
  readonly token?: string
  readonly authority?: string
}

/** log stamp — ask a time stamping authority about the last checkpoint, or put on record what one answered. */
export async function stamp(desk: Desk, options: StampOptions): Promise<number> {
  const { query, token } = options
  if ((query === undefined) === (token === undefined))
    throw refuse('one-of-options', { options: ['--query', '--token'] })
  if (query !== undefined) return ask(desk, query)
  return takeStamp(desk, token!, options.authority)
}

function ask(desk: Desk, to: string): Promise<number> {
  return inOneState(desk, store => {
    const { note, checkpoint } = lastCheckpoint(store)
    const digest = stampedDigest(note.text)
    writeNewFile(desk.path(to), timeStampQuery(digest), 'umask')
    desk.result({ to, size: checkpoint.size, digest }, () => [
      desk.say.ledger.queryWritten(to, checkpoint.size),
    ])
    return 0
  })
}

function takeStamp(desk: Desk, path: string, authority: string | undefined): Promise<number> {
  const bytes = new Uint8Array(readOneFile(desk.path(path)))
  const told = parseTimeStamp(bytes)
  if (told === null) throw refuse('not-a-time-stamp', { path })
  return withStore(desk, async store => {
    lastCheckpoint(store)
    const stamped = checkpointsOn(store).find(({ note }) => stampedDigest(note.text) === told.digest)
    if (stamped === undefined) throw refuse('time-stamp-of-something-else', { path, digest: told.digest })
    const checked = authority === undefined ? null : isTimeStampOf(bytes, told.digest, desk.path(authority))
    if (checked === false) throw refuse('time-stamp-fails', { path, authority: authority! })
    const { size } = stamped.checkpoint
    const { entry } = await inEntry(store, occasionOf(desk), ABOUT_LEDGER.stamp, writer => {
      const isNew = timeStampsOn(store, size).every(other => !Buffer.from(other).equals(bytes))
      if (isNew) writeTimeStamp(writer, size, bytes)
      return { subject: { size, at: told.at }, result: null }
    })
    desk.result({ size, at: told.at, checked: checked === true, entry: entry?.number ?? null }, () => [
      desk.say.ledger.stamped(size, told.at),
      ...(checked === true ? [] : [desk.say.ledger.stampUnchecked(authority === undefined)]),
      ...(entry === null ? [] : [desk.say.log.entry(entry.number, entry.digest)]),
    ])
    return 0
  })
}

function lastCheckpoint(store: Store): SignedCheckpoint {
  const last = checkpointsOn(store).at(-1)
  if (last === undefined) throw refuse('no-checkpoint', {})
  return last
}

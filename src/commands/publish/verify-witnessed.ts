import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import { bytesIn, type OpenFolder } from '../../core/draw/folder/content.ts'
import { RECORD_FILE } from '../../core/draw/folder/record-file.ts'
import { sha256Hex } from '../../core/hash.ts'
import { isObject, parseJson } from '../../core/json.ts'
import { LEDGER_FILE } from '../../core/ledger/carried.ts'
import { quorumVerdict } from '../../core/ledger/quorum.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { parseRequest } from '../../core/ledger/witness-request.ts'
import { type Witnessed, witnessed } from '../../core/ledger/witnessed.ts'
import { refusal } from '../../core/refusal.ts'
import { decodeUtf8 } from '../../core/text.ts'
import { readNoteFile } from '../../files/note-file.ts'
import { isTimeStampOf } from '../../files/openssl.ts'
import type { Desk } from '../../terminal/desk.ts'
import { witnessedLines } from '../../terminal/reports/witnessed.ts'
import { policyIn } from '../ledger/policy-file.ts'
import type { Answer } from './answer.ts'

const refuse = refusal<LedgerReasons>()

export interface PolicyOptions {
  /** Whose checkpoints are believed. */
  readonly policy?: string
  /** Certificates of time stamping authorities. */
  readonly authority?: string
  /** Other files that were published of the same ledger. */
  readonly against?: readonly string[]
}

/** Judges the ledger's checkpoints that a folder carries. */
export function answerWitnessed(desk: Desk, payload: OpenFolder, options: PolicyOptions): Answer {
  const policy = policyIn(desk, options.policy!)
  const told = { record: toldIn(payload), commitment: sha256Hex(bytesIn(payload, COMMITMENT_FILE) ?? '') }
  return answer(desk, witnessed(policy, told), options)
}

/** verify FILE — a checkpoint by itself. */
export function verifyCheckpoint(desk: Desk, path: string, options: PolicyOptions): number {
  const policy = policyIn(desk, options.policy!)
  const request = parseRequest(readNoteFile(desk.path(path)))
  if (request === null) throw refuse('not-a-checkpoint', { path })
  const verdict = quorumVerdict(policy, request)
  const { size } = request.checkpoint
  const found: Witnessed =
    verdict.kind === 'met'
      ? { kind: 'witnessed', log: verdict.log, size, cosigned: verdict.cosigned, timeStamps: [] }
      : { kind: 'unwitnessed', why: verdict }
  const { holds, data, lines } = answer(desk, found, options)
  desk.result({ file: path, witnessed: data }, () => lines)
  return holds ? 0 : 1
}

/** The folder of a draw has it in its record, an announcement in a file of its own. */
function toldIn(payload: OpenFolder): Readonly<Record<string, unknown>> {
  const bytes = bytesIn(payload, payload.has(RECORD_FILE) ? RECORD_FILE : LEDGER_FILE)
  const value = bytes && parseJson(decodeUtf8(bytes) ?? '')
  return isObject(value) ? value : {}
}

function answer(desk: Desk, found: Witnessed, { authority }: PolicyOptions): Answer {
  if (found.kind === 'unwitnessed')
    return { holds: false, data: found, lines: witnessedLines(desk, found, []) }
  const path = authority === undefined ? null : desk.path(authority)
  const stamps = found.timeStamps.map(({ at, digest, token }) => ({
    at,
    checked: path === null ? null : isTimeStampOf(token, digest, path),
  }))
  return {
    holds: stamps.every(({ checked }) => checked !== false),
    data: { ...found, timeStamps: stamps },
    lines: witnessedLines(desk, found, stamps),
  }
}

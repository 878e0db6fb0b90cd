import type { FilePath } from '../../core/file-path.ts'
import { parseVerifierKey, type VerifierKey, verifierKeyText } from '../../core/ledger/keys.ts'
import { noteText, signatureLine } from '../../core/ledger/note.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { sign } from '../../core/ledger/sign.ts'
import { utcSeconds } from '../../core/ledger/utc-seconds.ts'
import {
  newWitness,
  parseState,
  stateText,
  type WitnessAnswer,
  type WitnessState,
  witness,
} from '../../core/ledger/witness.ts'
import { parseRequest, type WitnessRequest } from '../../core/ledger/witness-request.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readOneFile, writeNewFile, writeOwnFile } from '../../files/folder.ts'
import { readKeyFile } from '../../files/key-file.ts'
import { whileLocked } from '../../files/lock.ts'
import { readNoteFile } from '../../files/note-file.ts'
import type { Desk } from '../../terminal/desk.ts'
import { keyIn, newKey } from './office-key.ts'

const refuse = refusal<LedgerReasons & OptionReasons>()

interface WitnessFiles {
  readonly key?: string
  readonly state?: string
}

/** witness init — a key of the witness, and the three lines by which it knows the ledger that it watches. */
export async function initWitness(
  desk: Desk,
  name: string,
  options: WitnessFiles & { readonly log: string },
): Promise<number> {
  const { key: log } = ledgerKey('--log', options.log)
  const [keyPath, statePath] = pathsOf(desk, options)
  const own = readKeyFile(keyPath)
  // One key may watch several ledgers, each with a state of its own.
  const key =
    own === null
      ? newKey(desk, keyPath, { name, option: 'NAME', use: 'cosignature' })
      : keyIn(keyPath, own, 'cosignature')
  if (key.verifier.name !== name)
    throw refuse('key-of-other-name', { path: keyPath.written, found: key.verifier.name, name })
  writeNewFile(statePath, stateText(newWitness(log)), 'owner')
  const line = verifierKeyText(key.verifier)
  desk.result({ key: line, log: verifierKeyText(log), files: [keyPath.written, statePath.written] }, () => [
    desk.say.ledger.witnessReady(log.name, keyPath.written, statePath.written),
    desk.say.ledger.publicKey(line),
  ])
  return 0
}

/** The line by which a ledger is known, and the key in it. */
export function ledgerKey(
  option: string,
  given: string,
): { readonly line: string; readonly key: VerifierKey } {
  const line = given.trim()
  const key = parseVerifierKey(line)
  if (key?.use !== 'note') throw refuse('not-a-key-line', { option, value: given, use: 'note' })
  return { line, key }
}

/** witness sign — sign a checkpoint that extends what this witness signed before, and keep how far that goes first. */
export async function signAsWitness(
  desk: Desk,
  path: string,
  options: WitnessFiles & { readonly to?: string },
): Promise<number> {
  const [keyPath, statePath] = pathsOf(desk, options)
  const own = readKeyFile(keyPath)
  if (own === null) throw refuse('no-key', { path: keyPath.written, command: 'witness' })
  const key = keyIn(keyPath, own, 'cosignature')
  const request = parseRequest(readNoteFile(desk.path(path)))
  if (request === null) throw refuse('not-a-checkpoint', { path })
  // Two at once would each extend what both had read, and sign two histories.
  const { state, answer } = await whileLocked(statePath, desk.world.patience, () =>
    keptAnswer(path, statePath, request),
  )
  const { say, colours } = desk
  if (answer.kind !== 'signs') {
    const { size } = request.checkpoint
    desk.result({ signs: false, kind: answer.kind, size, signed: state.size }, () => [
      colours.out.differs(say.ledger.refuses[answer.kind](size, state.size)),
      `  ${say.ledger.evidence}`,
    ])
    return 1
  }
  const signature = sign(key, answer.text, utcSeconds(desk.now))
  const line = signatureLine(signature)
  const cosigned = noteText({ ...request.note, signatures: [...request.note.signatures, signature] })
  if (options.to !== undefined) writeNewFile(desk.path(options.to), cosigned, 'umask')
  const { size, waiting } = request.checkpoint
  desk.result({ signs: true, size, before: state.size, waiting, line: line.trimEnd() }, () => [
    line.trimEnd(),
    colours.out.agrees(say.ledger.signed(size, state.size)),
    ...waiting.map(({ draw, digest }) => `  ${say.ledger.waiting(draw, digest)}`),
  ])
  return 0
}

/** What the witness says, and before anybody hears it how far it goes: a signature whose state is lost could be given again to another tree. */
function keptAnswer(path: string, statePath: FilePath, request: WitnessRequest) {
  const state = stateIn(statePath)
  const answer = answerOf(path, state, request)
  if (answer.kind === 'signs') writeOwnFile(statePath, stateText(answer.state), 'owner')
  return { state, answer }
}

function pathsOf(desk: Desk, { key, state }: WitnessFiles): readonly [FilePath, FilePath] {
  return [desk.path(key ?? 'witness.key'), desk.path(state ?? 'witness.state')]
}

function stateIn(path: FilePath): WitnessState {
  const state = parseState(new TextDecoder().decode(readOneFile(path)))
  if (state === null) throw refuse('not-a-witness-state', { path: path.written })
  return state
}

type Refused = Extract<WitnessAnswer, { kind: 'behind' | 'departs' }>

/** What the witness says; what only shows that the wrong file was brought is refused. */
function answerOf(
  path: string,
  state: WitnessState,
  request: WitnessRequest,
): Refused | Extract<WitnessAnswer, { kind: 'signs' }> {
  const answer = witness(state, request)
  const log = state.log.name
  switch (answer.kind) {
    case 'other-log':
      throw refuse('checkpoint-of-other-log', { path, found: answer.found, log })
    case 'unsigned':
      throw refuse('checkpoint-unsigned', { path, log, how: answer.how })
    case 'other-start':
      throw refuse('witness-elsewhere', { path, asked: answer.asked, signed: state.size })
    case 'behind':
    case 'departs':
    case 'signs':
      return answer
    default:
      return answer satisfies never
  }
}

import { isDigest } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { isRecordedMoment } from '../office-time.ts'
import { ALGORITHMS, type Algorithm } from './algorithm.ts'
import { isKeyId } from './key-id.ts'

/** What a signature is over: which draw, which files, by which key, and when as the signer says. */
export interface Statement {
  /** `YYYY-NNNN`; null of what is of no single draw: published results, the certificates of a year. */
  readonly draw: string | null
  /** The digest of its commitment; null where there is no draw. */
  readonly commitment: Digest | null
  /** SHA-256 of the folder's `SHA256SUMS`; of a single file, of the line that `sha256sum FILE` prints. */
  readonly sha256sums: Digest
  /** SM3 of the `SM3SUMS` beside the signature: as 64 digits. */
  readonly sm3sums: string
  readonly key: string
  readonly algorithm: Algorithm
  /** Whose key the signer says it is; null where the program that signed did not know. */
  readonly signer: string | null
  /** The signer's clock: nobody else has seen it. */
  readonly time: string
  /** How many signers the office asks for. */
  readonly asked: number
  /** The entry of the office's ledger that made the key known; null where the program that signed did not know it. */
  readonly registered: Registered | null
}

export interface Registered {
  readonly entry: number
  readonly at: string
}

/** The bytes that are signed: one `name: value` a line. The same statement gives the same bytes. */
export function statementText(statement: Statement): string {
  const { draw, commitment, registered, signer } = statement
  const values: Readonly<Record<(typeof NAMES)[number], string>> = {
    ...statement,
    draw: draw ?? NOBODY,
    commitment: commitment ?? NOBODY,
    asked: String(statement.asked),
    signer: signer ?? NOBODY,
    registered: registered === null ? NOBODY : `${registered.entry} ${registered.at}`,
  }
  return `${SPEC}\n${NAMES.map(name => `${name}: ${values[name]}\n`).join('')}`
}

/** Reads such bytes; null for any other spelling, so that nothing stands in them that nobody reads. */
export function parseStatement(text: string): Statement | null {
  const [spec, ...lines] = text.split('\n')
  if (spec !== SPEC || lines.length !== NAMES.length + 1 || lines.at(-1) !== '') return null
  const values = new Map(
    lines.slice(0, -1).map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  )
  const value = (name: (typeof NAMES)[number]) => values.get(name) ?? ''
  const [, entry, at] = /^(\d{1,15}) (\S+)$/.exec(value('registered')) ?? []
  const statement: Statement = {
    draw: value('draw') === NOBODY ? null : value('draw'),
    commitment: value('commitment') === NOBODY ? null : (value('commitment') as Digest),
    sha256sums: value('sha256sums') as Digest,
    sm3sums: value('sm3sums'),
    signer: value('signer') === NOBODY ? null : value('signer'),
    key: value('key'),
    algorithm: value('algorithm') as Algorithm,
    time: value('time'),
    asked: Number(value('asked')),
    registered: entry === undefined ? null : { entry: Number(entry), at: at! },
  }
  return statementText(statement) === text && isSound(statement) ? statement : null
}

function isSound(statement: Statement): boolean {
  const { draw, commitment, sha256sums, sm3sums, key, algorithm, signer, time, asked, registered } = statement
  return (
    (draw === null ? commitment === null : commitment !== null && /^\d{4}-\d{4,}$/.test(draw)) &&
    [commitment ?? sha256sums, sha256sums, sm3sums].every(isDigest) &&
    isKeyId(key) &&
    ALGORITHMS.includes(algorithm) &&
    (signer === null || isSignerName(signer)) &&
    isRecordedMoment(time) &&
    Number.isSafeInteger(asked) &&
    asked >= 1 &&
    (registered === null || isRecordedMoment(registered.at))
  )
}

/** Whether a signer may be called so: nothing in it may steer a terminal, or pass for the end of a line. */
export function isSignerName(name: string): boolean {
  return /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(name) && name.trim() === name && name !== NOBODY
}

const SPEC = 'ssj-signature/1'
const NOBODY = '-'
const NAMES = [
  ...['draw', 'commitment', 'sha256sums', 'sm3sums'],
  ...['signer', 'key', 'algorithm', 'time', 'asked', 'registered'],
] as readonly (keyof Statement)[]

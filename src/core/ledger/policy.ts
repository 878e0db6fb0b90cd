import { parseVerifierKey, type VerifierKey } from './keys.ts'

/** Whose checkpoints are believed: which ledgers, which witnesses, and how many of these must have signed (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: ReadonlyMap<string, VerifierKey>
  readonly quorum: Quorum
}

/** A witness by its name in the policy, or as many as `least` of several; `none` asks for nobody. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly name: string }
  | { readonly kind: 'group'; readonly least: number; readonly members: readonly Quorum[] }

/** Where a text is no policy. */
export interface PolicyFlaw {
  /** From 1; 0 for what is missing as a whole. */
  readonly line: number
  readonly problem:
    | 'characters'
    | 'line'
    | 'log-key'
    | 'witness-key'
    | 'key-twice'
    | 'name-taken'
    | 'name-unknown'
    | 'member-twice'
    | 'threshold'
    | 'quorum-twice'
    | 'no-quorum'
    | 'no-log'
}

export type PolicyReading =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'flawed'; readonly flaw: PolicyFlaw }

/** Reads a policy file line by line; the first flaw is named. One ledger at least must be listed: a quorum of what is nothing else. */
export function parsePolicy(text: string): PolicyReading {
  const draft: Draft = { logs: [], witnesses: new Map(), named: new Map(), inGroups: new Set(), quorum: null }
  for (const [i, line] of text.split('\n').entries()) {
    const problem = takeLine(draft, line)
    if (problem !== null) return { kind: 'flawed', flaw: { line: i + 1, problem } }
  }
  const { logs, witnesses, quorum } = draft
  if (logs.length === 0) return { kind: 'flawed', flaw: { line: 0, problem: 'no-log' } }
  if (quorum === null) return { kind: 'flawed', flaw: { line: 0, problem: 'no-quorum' } }
  return { kind: 'policy', policy: { logs, witnesses, quorum } }
}

interface Draft {
  readonly logs: VerifierKey[]
  readonly witnesses: Map<string, VerifierKey>
  readonly named: Map<string, Quorum>
  readonly inGroups: Set<string>
  quorum: Quorum | null
}

type Problem = PolicyFlaw['problem']

function takeLine(draft: Draft, line: string): Problem | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows none of them but the tab
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) return 'characters'
  const [keyword, ...words] = line.split(/[ \t]+/).filter(word => word !== '')
  if (keyword === undefined || keyword.startsWith('#')) return null
  return Object.hasOwn(LINES, keyword) ? LINES[keyword as keyof typeof LINES](draft, words) : 'line'
}

const LINES = { log, witness, group, quorum } as const

function log({ logs }: Draft, words: readonly string[]): Problem | null {
  if (words.length < 1 || words.length > 2) return 'line'
  const key = parseVerifierKey(words[0]!)
  if (key?.use !== 'note') return 'log-key'
  if (isAmong(logs, key)) return 'key-twice'
  logs.push(key)
  return null
}

function witness({ witnesses, named }: Draft, words: readonly string[]): Problem | null {
  if (words.length < 2 || words.length > 3) return 'line'
  const [name, line] = words as [string, string]
  const key = parseVerifierKey(line)
  if (key?.use !== 'cosignature') return 'witness-key'
  if (isAmong([...witnesses.values()], key)) return 'key-twice'
  if (isTaken(named, name)) return 'name-taken'
  witnesses.set(name, key)
  named.set(name, { kind: 'witness', name })
  return null
}

function group({ named, inGroups }: Draft, words: readonly string[]): Problem | null {
  const [name, threshold, ...names] = words
  if (name === undefined || threshold === undefined || names.length === 0) return 'line'
  if (isTaken(named, name)) return 'name-taken'
  const members: Quorum[] = []
  for (const member of names) {
    const known = named.get(member)
    if (known === undefined) return 'name-unknown'
    if (inGroups.has(member)) return 'member-twice'
    inGroups.add(member)
    members.push(known)
  }
  const least = leastOf(threshold, members.length)
  if (least === null) return 'threshold'
  named.set(name, { kind: 'group', least, members })
  return null
}

function quorum(draft: Draft, words: readonly string[]): Problem | null {
  const [name, ...rest] = words
  if (name === undefined || rest.length > 0) return 'line'
  if (draft.quorum !== null) return 'quorum-twice'
  const wanted = name === NOBODY ? ({ kind: 'none' } as const) : draft.named.get(name)
  if (wanted === undefined) return 'name-unknown'
  draft.quorum = wanted
  return null
}

const NOBODY = 'none'

function isTaken(named: ReadonlyMap<string, Quorum>, name: string): boolean {
  return name === NOBODY || named.has(name)
}

function leastOf(threshold: string, members: number): number | null {
  if (threshold === 'any') return 1
  if (threshold === 'all') return members
  const least = /^[1-9]\d*$/.test(threshold) ? Number(threshold) : 0
  return least >= 1 && least <= members ? least : null
}

/** The same key under another name would count twice. */
function isAmong(keys: readonly VerifierKey[], { publicKey }: VerifierKey): boolean {
  return keys.some(key => key.publicKey.join() === publicKey.join())
}

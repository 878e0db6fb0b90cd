import { isObject, parseJson } from '../../json.ts'
import { boolean, count, list, object, oneOf, orNone, orNull, text } from '../../shape.ts'
import { decodeUtf8 } from '../../text.ts'
import type { DataTable } from '../document.ts'
import type { DrawFacts } from '../draw-facts.ts'
import type { Layout } from '../lists/layout.ts'
import type { Announced } from '../papers/announcement.ts'
import type { EarlierAttempt } from '../papers/circumstances.ts'
import type { ListedVisit } from '../papers/common-visits-sheet.ts'
import type { DrawOfYear } from '../papers/year-of-draws.ts'
import type { InspectorFacts, TargetFacts } from '../people.ts'
import type { Showing } from '../public-facts.ts'

/** Where a folder keeps {@link ToldPapers}. */
export const TOLD_FILE = 'papers.json'

/**
 * Which way papers are laid out: raised whenever the same facts give other bytes (a test pins them), so that the papers
 * of another version of the program are named as not checked instead of being called forged.
 */
export const LAYING = 6

/** What the facts of a draw say beside the files of the law, which every paper takes from those files. */
export type ToldFacts = Omit<DrawFacts, 'commitment' | 'digest' | 'seed' | 'counts' | 'failed'>

/**
 * All that the papers of a folder say and that does not follow from the files of the law: the office's word, as data.
 * With it anybody lays out every paper again, so that no two of them tell different things, and none another firm.
 */
export interface ToldPapers {
  readonly laying: number
  readonly profile: 'public' | 'archive'
  /** The formats that papers are written in, and the encoding of their CSV. */
  readonly formats: readonly string[]
  readonly encoding: string
  /** How the list of the drawn targets is headed, and its columns of officers as shown. */
  readonly list: Layout
  readonly officers: DataTable
  /** How the office shows people in public. */
  readonly showing: {
    readonly officials: Showing['officials']
    readonly personWords: readonly string[]
  }
  readonly facts: ToldFacts
  readonly earlier: readonly EarlierAttempt[]
  readonly year: readonly DrawOfYear[]
  readonly common: readonly ListedVisit[]
  readonly departments: readonly Named[]
  readonly items: readonly Named[]
  readonly targets: readonly (TargetFacts & { readonly id: string })[]
  /** Of an archive only. */
  readonly inspectors: readonly (InspectorFacts & { readonly id: string })[]
  readonly timesBefore: readonly { readonly id: string; readonly times: number }[]
  readonly contact: string
  /** The codes of visits (检查任务码), of an archive only; not there where there are none. */
  readonly codes?: readonly { readonly target: string; readonly department: string; readonly code: string }[]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** The same of a folder that only announces: what the announcement says beside the commitment. */
export interface ToldAnnouncement extends PaperForms {
  readonly laying: number
  readonly profile: 'announced'
  readonly announced: Omit<Announced, 'commitment' | 'digest'>
}

/** In what the papers of a folder are written. */
export interface PaperForms {
  readonly formats: readonly string[]
  readonly encoding: string
}

/** `papers.json`: the bytes of what is told. */
export function toldText(told: ToldPapers | ToldAnnouncement): string {
  return [...toldLines(told)].join('')
}

/** The same, some lines at a time: JSON with an indent of one blank, of which no more than a row of a list is at hand. */
export function* toldLines(told: ToldPapers | ToldAnnouncement): Generator<string> {
  let before = '{\n '
  for (const [key, value] of Object.entries(told)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}: `
    before = ',\n '
    if (Array.isArray(value) && value.length > 0) yield* rowsOf(value)
    else yield indented(value, ' ')
  }
  yield '\n}\n'
}

function* rowsOf(rows: readonly unknown[]): Generator<string> {
  let before = '[\n  '
  for (const row of rows) {
    yield before + indented(row, '  ')
    before = ',\n  '
  }
  yield '\n ]'
}

/** No text in JSON has a line end of its own. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${by}`)
}

export type ToldReading =
  | { readonly kind: 'told'; readonly told: ToldPapers }
  | { readonly kind: 'announced'; readonly told: ToldAnnouncement }
  | { readonly kind: 'other-laying' }
  | { readonly kind: 'misread'; readonly path: string; readonly found: string }

/** Reads `papers.json` of a folder that may be anybody's. */
export function readTold(bytes: Uint8Array): ToldReading {
  const value = parseJson(decodeUtf8(bytes) ?? '')
  if (!isObject(value)) return { kind: 'misread', path: '', found: '' }
  if (value.laying !== LAYING && Number.isSafeInteger(value.laying)) return { kind: 'other-laying' }
  if (value.profile === 'announced') {
    const flaw = ANNOUNCED(value)
    return flaw === undefined
      ? { kind: 'announced', told: value as unknown as ToldAnnouncement }
      : { kind: 'misread', path: flaw.path, found: flaw.found }
  }
  const flaw = TOLD(value)
  if (flaw !== undefined) return { kind: 'misread', path: flaw.path, found: flaw.found }
  return { kind: 'told', told: value as unknown as ToldPapers }
}

const texts = list(text)
const named = list(object({ id: text, name: text }))
const moment = object({ at: text, by: text })
const table = object({ headings: texts, rows: list(texts) })

const OFFICE = orNone(
  object({
    ...{ organ: text, letterhead: text, signature: text, seal: text, telephone: text },
    numbers: object({ announcement: orNone(text), notice: orNone(text), visits: orNone(text) }),
  }),
)

const FACTS = object({
  office: OFFICE,
  number: text,
  attempt: count,
  task: object({ id: text, name: text, kind: text, scope: text, method: text, from: text, to: text }),
  numbers: orNone(object({ plan: text, task: text })),
  items: list(object({ name: text, content: text, basis: text, methods: texts })),
  lead: text,
  departments: texts,
  frozen: moment,
  drawn: moment,
  offset: text,
  circumstances: object<string>({
    committed: oneOf('before', 'at-once'),
    machine: boolean,
    sealed: boolean,
    weak: orNull(object({ reason: text, approver: text })),
  }),
  witnesses: texts,
  enteredBy: orNone(texts),
  changes: orNull(
    object({
      after: orNull(text),
      registries: list(object({ library: text, written: count, ended: count })),
    }),
  ),
})

const TARGET = object({
  ...{ id: text, code: text, name: text, address: text, authority: text, type: text },
  ...{ station: text, representative: text, phone: text, departments: texts },
  answered: orNone(
    object({
      kind: text,
      firm: orNull(
        object({
          id: text,
          code: text,
          name: text,
          address: text,
          type: text,
          representative: text,
          phone: text,
        }),
      ),
    }),
  ),
})

const ANNOUNCED = object({
  laying: count,
  formats: texts,
  encoding: oneOf('utf-8', 'gb18030'),
  announced: object({
    ...{ number: text, attempt: count, lead: text, frozenAt: text, offset: text },
    again: orNull(object({ draw: text, reason: text, approver: text })),
    weak: orNull(object({ reason: text, approver: text })),
    ledger: orNull(object({ entry: count, digest: text })),
    office: OFFICE,
    names: orNone(object({ departments: named, items: named })),
  }),
})

const TOLD = object({
  laying: count,
  profile: oneOf('public', 'archive'),
  formats: texts,
  encoding: oneOf('utf-8', 'gb18030'),
  list: object({ name: text, of: oneOf('drawn'), columns: list(object({ heading: text, field: text })) }),
  officers: table,
  showing: object({ officials: oneOf('masked', 'full', 'none'), personWords: texts }),
  facts: FACTS,
  year: list(
    object({
      ...{ number: text, task: text, attempt: count, digest: text, frozen: text, drawn: orNull(text) },
      ...{ state: oneOf('frozen', 'drawn', 'void', 'failed', 'lapsed'), reason: text },
    }),
  ),
  earlier: list(object({ draw: text, attempt: count, reason: text })),
  common: list(
    object({
      ...{ target: text, host: text, guest: text, shared: texts },
      team: list(object({ target: text, department: text, seat: count, inspector: text })),
      items: list(object({ department: text, items: texts })),
    }),
  ),
  departments: named,
  items: named,
  targets: list(TARGET),
  inspectors: list(object({ id: text, name: text, certificate: text, department: text, station: text })),
  timesBefore: list(object({ id: text, times: count })),
  contact: text,
  codes: orNone(list(object({ target: text, department: text, code: text }))),
})

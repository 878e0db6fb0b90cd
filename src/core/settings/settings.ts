import { isObject, parseJson } from '../json.ts'
import { nearest } from '../nearest.ts'
import { type Flaw, firstFlaw, oneOf, type Shape, textThat } from '../shape.ts'
import type { JsonFlaw } from './json-flaw.ts'

/**
 * What a user of one machine has said once for every command, in `ssj.json` beside the database: what an option says
 * comes first, then the environment, then this. Only what changes no result of a draw and skips no question is there.
 */
export interface Settings {
  readonly lang?: 'zh' | 'en'
  readonly actor?: string
  readonly color?: boolean
  /** Values of options, for the commands that have them. */
  readonly options: Readonly<Record<string, string>>
}

type Expected = 'value' | 'name' | 'formats' | 'word'

/** Where a file is not such a file. */
export type SettingsFlaw =
  /** Where it stops to be JSON; null where it is JSON, but no object. */
  | { readonly kind: 'json'; readonly at: JsonFlaw | null }
  | {
      readonly kind: 'unknown'
      readonly key: string
      readonly nearest: string | null
      readonly known: readonly string[]
    }
  | { readonly kind: 'value'; readonly key: string; readonly found: string; readonly expected: string }

/** Each key with what its value must be, in words that both languages share or as the kind of it. */
const KEYS: Readonly<Record<string, readonly [Shape<Expected>, expected: string]>> = {
  lang: choice('zh', 'en'),
  actor: [textThat('name', text => text.trim() !== ''), '"…"'],
  color: [oneOf(true, false), 'true | false'],
  encoding: choice('utf-8', 'gb18030'),
  headings: choice('zh', 'en'),
  format: [textThat('formats', text => /^[a-z]+(?:,[a-z]+)*$/.test(text)), '"csv,xlsx,html,docx"'],
  layout: [textThat('word', text => text.trim() !== ''), '"…"'],
  officers: choice('none', 'unit', 'masked', 'full'),
  profile: choice('public', 'archive'),
}

function choice(...values: readonly string[]): readonly [Shape<Expected>, string] {
  return [oneOf(...values), values.map(value => `"${value}"`).join(' | ')]
}

/**
 * Reads the text of the file, with or without the mark that editors on Windows put first; the first flaw is named. Where it
 * stops to be JSON says `jsonFlaw`, which few need.
 */
export function readSettings(text: string): { settings: Settings } | { flaw: SettingsFlaw } {
  const read = parseJson(text.replace(/^\uFEFF/, ''))
  if (!isObject(read)) return { flaw: { kind: 'json', at: null } }
  const known = Object.keys(KEYS)
  const stray = Object.keys(read).find(key => !known.includes(key))
  if (stray !== undefined)
    return { flaw: { kind: 'unknown', key: stray, nearest: nearest(stray, known), known } }
  const keys = Object.keys(read)
  const flaw: Flaw<Expected> | undefined = firstFlaw(keys, key => KEYS[key]![0](read[key], key))
  if (flaw !== undefined) {
    const [, expected] = KEYS[flaw.path]!
    return { flaw: { kind: 'value', key: flaw.path, found: flaw.found, expected } }
  }
  const { lang, actor, color, ...options } = read
  const own = { lang, actor, color } as Omit<Settings, 'options'>
  return { settings: { ...own, options: options as Settings['options'] } }
}

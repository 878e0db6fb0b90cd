import { gb18030 } from './gb18030.ts'

/** What a CSV for people may be written in. */
export type PeopleEncoding = 'utf-8' | 'gb18030'

/** A CSV for people in the encoding asked for. GB 18030 has no byte order mark: software that expects it shows one as text. */
export function inEncoding(csv: string, encoding: PeopleEncoding): string | Uint8Array {
  return encoding === 'utf-8' ? csv : gb18030(csv.slice(1))
}

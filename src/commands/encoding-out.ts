import type { OptionReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { encodingNamed } from '../files/reading/encoding.ts'
import type { PeopleEncoding } from '../files/writing/csv-encoding.ts'

const refuse = refusal<OptionReasons>()

/** What `--encoding` asks of the CSV files that go out to people; UTF-8 where it says nothing. */
export function encodingOut(value = 'utf-8'): PeopleEncoding {
  const encoding = encodingNamed(value)
  if (encoding === 'utf-8' || encoding === 'gb18030') return encoding
  throw refuse('invalid-option', { option: '--encoding', value, expected: 'utf-8 | gb18030' })
}

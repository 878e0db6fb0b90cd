import { UserError } from '../core/reason.ts'
import { encodingNamed } from '../files/encoding.ts'
import type { PeopleEncoding } from '../files/people-csv.ts'

/** What `--encoding` asks of the CSV files that go out to people; UTF-8 where it says nothing. */
export function encodingOut(value = 'utf-8'): PeopleEncoding {
  const encoding = encodingNamed(value)
  if (encoding === 'utf-8' || encoding === 'gb18030') return encoding
  throw new UserError('option-bad', { option: '--encoding', value, expected: 'utf-8 | gb18030' })
}

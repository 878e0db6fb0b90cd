import type { Clause } from '../registry/cells/condition.ts'
import { isPublicField } from '../registry/libraries/public-field.ts'
import { headingFor } from './frame.ts'

/** A clause as it is published: what names a person, or where one lives or is called, is not said. */
export function clauseText({ field, operator, values }: Clause): string {
  const isShown = field === 'name' || isPublicField(field)
  return `${headingFor(field)}${operator}${isShown ? onLine(values.join(',')) : '（不公开）'}`
}

/** A text without line breaks and other control characters. */
export function onLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
}

import { isOffice } from '../registry/libraries/natural-person.ts'
import type { OfficialsShown } from '../rules/rules.ts'
import { maskName } from './mask.ts'
import { maskText } from './private-data.ts'

/** What stands where a name is not published. */
export const NOT_PUBLISHED = '不公开'

/**
 * Who acted, approved or saw, as the public reads it: by the one rule for names, each of several; an office (公证处) is
 * nobody and stays. Numbers of a person beside the name are never shown.
 */
export function officialShown(name: string, shown: OfficialsShown): string {
  if (shown === 'none') return name === '' ? '' : NOT_PUBLISHED
  if (shown === 'full') return maskText(name)
  return maskText(name).replace(PARTS, part => (isOffice(part) ? part : maskName(part)))
}

/** What stands between two names, or a name and an office. */
const PARTS = /[^、，,；;/（）()\s]+(?: [^、，,；;/（）()\s\p{Script=Han}]+)*/gu

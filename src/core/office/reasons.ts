import type { PrivateKind } from '../publication/private-data.ts'
import type { OfficeSetting, OfficeSettingName } from './office-book.ts'

/** What is wrong with the value of a setting. */
export type OfficeFlaw =
  /** A number of a person. */
  | { readonly kind: 'private'; readonly what: PrivateKind }
  /** `word` names a person, or a post by which one is known. */
  | { readonly kind: 'person'; readonly word: string }
  | { readonly kind: 'long'; readonly most: number }
  | { readonly kind: 'character'; readonly character: string }
  /** No telephone of an office: of another form, or without its area code. */
  | { readonly kind: 'area' }
  /** Not of its form, which the kind of the setting says. */
  | { readonly kind: 'form' }

export type OfficeConflict =
  | { readonly kind: 'number-without-mark'; readonly setting: OfficeSettingName }
  /** The running number was given already: `last` is the last one of this mark and year. */
  | { readonly kind: 'number-given'; readonly number: number; readonly last: string }

/** Why settings of the office are refused. */
export interface OfficeReasons {
  'unknown-office-setting': { name: string; nearest: string | null; known: readonly string[] }
  'office-assignment': { text: string }
  'office-setting-twice': { setting: OfficeSettingName; first: string; second: string }
  /** `value` shows no number of a person. */
  'invalid-office-setting': {
    setting: OfficeSettingName
    kind: OfficeSetting['kind']
    value: string
    flaw: OfficeFlaw
  }
  'conflicting-office-settings': { conflict: OfficeConflict }
  'no-office-mark': { draw: string }
  'paper-number-given': { number: string; draw: string; paper: string }
  'unknown-paper': { name: string; known: readonly string[] }
}

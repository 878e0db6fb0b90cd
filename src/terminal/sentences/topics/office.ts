import type { OfficeSetting, OfficeSettingName } from '../../../core/office/office-book.ts'
import type { OfficeReasons } from '../../../core/office/reasons.ts'
import type { NumberedPaper } from '../../../core/publication/office-facts.ts'
import type { SentencesOf, Texts } from './message.ts'

/** What papers print of the office. */
export interface OfficeSentences {
  readonly reasons: SentencesOf<OfficeReasons>
  readonly words: {
    readonly columns: Texts<'setting' | 'value' | 'set'>
    readonly none: string
    readonly changed: (setting: OfficeSettingName, was: string, becomes: string) => string
    readonly same: string
    /** The number of the next paper. */
    readonly next: (number: string) => string
    readonly wanted: Readonly<Record<OfficeSetting['kind'], string>>
    readonly papers: Readonly<Record<NumberedPaper, string>>
    readonly numbered: (paper: string, number: string) => string
    readonly unnumbered: (draw: string) => string
  }
  readonly help: Texts<'office' | 'set' | 'show' | 'number' | 'paper' | 'numberOf'>
}

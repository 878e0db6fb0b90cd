import type { DatabaseReasons, FileReasons, OptionReasons } from '../../../core/reasons.ts'
import type { From } from '../../../core/settings/in-force.ts'
import type { SettingsReasons } from '../../../core/settings/reasons.ts'
import type { SentencesOf } from './message.ts'

/** What stands around every question at a terminal. */
export interface AskingWords {
  /** Which keys do what. */
  readonly keys: string
  readonly keysFind: string
  /** How many answers there are, where not all are in sight. */
  readonly more: (count: number) => string
  readonly nothing: string
  /** Nothing is offered before anything is typed. */
  readonly typeIt: string
  readonly yes: string
  readonly no: string
  readonly yesOrNo: string
  /** Stands behind a question: which keys mean yes, and that Enter means no. */
  readonly yesHint: string
  /** Where each answer is a line: how one goes back, which part of a list is shown, and how it is picked from. */
  readonly lineBack: string
  /** Lines that came at once are shown as one. */
  readonly linePasted: (count: number) => string
  readonly lineMore: (from: number, to: number, count: number) => string
  readonly linePick: string
  readonly lineFind: string
}

/** What `ssj settings` says. */
export interface SettingsWords {
  readonly columns: Readonly<Record<'name' | 'value' | 'from' | 'commands', string>>
  /** What stands beside the names that one types, where they do not say it. */
  readonly titles: Readonly<Record<string, string>>
  readonly from: Readonly<Record<From, string>>
  readonly none: string
  readonly all: string
  readonly and: string
  readonly file: (path: string) => string
  readonly noFile: (path: string) => string
}

/** The program itself: databases, files, options, questions, the demonstration. */
export interface CommonSentences {
  readonly reasons: SentencesOf<DatabaseReasons & FileReasons & OptionReasons & SettingsReasons>
  readonly words: {
    readonly usage: (code: string, message: string) => string
    readonly hint: string
    readonly internal: (message: string) => string
    readonly listed: (names: readonly string[]) => string
    readonly created: (path: string) => string
    /** The database may be read by others than its owner. */
    readonly seenByOthers: (path: string) => string
    readonly backedUp: (path: string) => string
    readonly settings: SettingsWords
    readonly reading: string
    readonly writing: string
    readonly matching: string
    /** How far something has come that takes long, and how long it will still take, as minutes and seconds. */
    readonly progress: (what: string, percent: number, left: string | null) => string
    readonly asking: AskingWords
    readonly demo: {
      readonly intro: (folder: string) => string
      readonly end: (folder: string) => string
      readonly check: (folder: string) => string
    }
  }
  readonly help: {
    readonly program: string
    readonly titles: Readonly<Record<string, string>>
    readonly version: string
    readonly help: string
    readonly helpCommand: string
    readonly completion: string
    /** Stands behind what an option says that cannot be left out. */
    readonly required: string
    readonly examples: string
    /** What holds for every command, below the help of the program and in the manual page: a heading, and lines of a word and what it means. */
    readonly notes: readonly (readonly [
      heading: string,
      ...lines: readonly (readonly [word: string, meaning: string])[],
    ])[]
    readonly noColor: string
    readonly groups: Readonly<
      Record<'registries' | 'rules' | 'draws' | 'results' | 'publication' | 'ledger', string>
    >
    readonly db: string
    readonly lang: string
    readonly actor: string
    readonly json: string
    readonly quiet: string
    readonly init: string
    readonly backup: string
    readonly settings: string
    readonly demo: string
    readonly demoTo: string
    readonly reason: string
    readonly approver: string
    readonly encodingOut: string
  }
}

import type { DatabaseReasons, FileReasons, OptionReasons } from '../../../core/reasons.ts'
import type { SentencesOf } from './message.ts'

/** The program itself: databases, files, options, the menu, the demonstration. */
export interface CommonSentences {
  readonly reasons: SentencesOf<DatabaseReasons & FileReasons & OptionReasons>
  readonly words: {
    readonly usage: (code: string, message: string) => string
    readonly hint: string
    readonly internal: (message: string) => string
    readonly listed: (names: readonly string[]) => string
    readonly created: (path: string) => string
    /** The database may be read by others than its owner. */
    readonly seenByOthers: (path: string) => string
    readonly backedUp: (path: string) => string
    readonly reading: string
    /** How far something has come that takes long, and how long it will still take, as minutes and seconds. */
    readonly progress: (what: string, percent: number, left: string) => string
    readonly menuNeedsTerminal: string
    readonly menu: {
      readonly title: string
      readonly import: string
      readonly add: string
      readonly freeze: string
      readonly run: string
      readonly substitute: string
      readonly certify: string
      readonly target: string
      readonly targetOut: string
      readonly inspectorOut: string
      readonly reason: string
      readonly approver: string
      readonly export: string
      readonly verify: string
      readonly log: string
      readonly quit: string
      readonly library: string
      readonly file: string
      readonly task: string
      readonly seed: (source: string) => string
      readonly draw: string
      readonly folder: string
    }
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
    readonly demo: string
    readonly demoTo: string
    readonly reason: string
    readonly approver: string
    readonly encodingOut: string
  }
}

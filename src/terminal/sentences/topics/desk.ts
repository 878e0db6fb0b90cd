import type { DrawState } from '../../../core/draw/draw-state.ts'
import type { Duty } from '../../../core/report/deadlines.ts'
import type { ReportKind } from '../../../core/report/report-kinds.ts'
import type { FiguresWords } from '../jobs/figures.ts'
import type { JobName, QuestionName } from '../jobs/names.ts'

/** The work that can be done at the desk, by where it stands in the year. */
export const DESK_GROUPS = [
  'registry',
  'tasks',
  'publish',
  'results',
  'exchange',
  'reports',
  'office',
  'trust',
  'engines',
] as const
export type DeskGroup = (typeof DESK_GROUPS)[number]

/** Answers that are picked from a few. */
export type OptionName =
  | 'import'
  | 'skipBad'
  | 'replace'
  | 'ofDepartment'
  | 'otherLibrary'
  | 'otherSheet'
  | 'otherHeaderRow'
  | 'otherMap'
  | 'otherEncoding'
  | 'asRegistered'
  | 'takeNewest'
  | 'keepOld'
  | 'target'
  | 'inspector'
  | 'public'
  | 'archive'
  | 'both'
  | 'none'
  | 'changeIt'
  | 'clearIt'
  | 'everything'
  | 'onlyLook'
  | 'items'
  | 'planLines'
  | 'again'
  | 'otherSource'
  | 'leave'
  | 'despite'

/** A task or a draw as the desk names it. */
export interface NamedWork {
  readonly id: string
  readonly name: string
}

/** The desk at which a clerk does the office's work (`ssj` alone). */
export interface DeskSentences {
  readonly words: {
    readonly needsTerminal: string
    readonly title: string
    readonly state: {
      readonly database: (path: string) => string
      readonly noDatabase: (path: string) => string
      readonly office: (name: string) => string
      readonly actor: (name: string) => string
      readonly last: (at: string, actor: string, what: string) => string
      readonly tasks: (ahead: number, waiting: number, drawn: number) => string
      readonly nothingOwed: string
      readonly owed: string
      readonly duty: (duty: Duty, count: number, overdue: number, since: string) => string
      readonly lacking: (libraries: readonly string[]) => string
    }
    readonly groups: Readonly<Record<DeskGroup, string>>
    readonly allWork: string
    readonly otherActor: string
    readonly quit: string
    readonly whatNow: string
    readonly which: (group: string) => string
    readonly jobs: Readonly<Record<JobName, string>>
    /** What a job does that cannot be taken back. */
    readonly binding: Readonly<Partial<Record<JobName, string>>>
    readonly offers: {
      readonly of: (job: string, work: NamedWork) => string
      readonly due: (job: string, work: NamedWork, due: string) => string
      readonly lacking: (libraries: readonly string[]) => string
      readonly duty: (job: string, count: number) => string
    }
    readonly ask: Readonly<Record<QuestionName, string>>
    readonly labels: Readonly<Record<QuestionName, string>>
    readonly options: Readonly<Record<OptionName, string>>
    /** What is said where a record is entered field by field. */
    readonly record: {
      readonly empty: string
      readonly none: string
      readonly enough: (count: number) => string
      readonly needed: (heading: string) => string
      readonly more: string
      readonly done: string
    }
    readonly needed: string
    /** Formats of papers, `csv,html,xlsx`, by what opens them. */
    readonly formatsOffered: (formats: string) => string
    /** A number that the register has although its check fails: it is taken when it is given again. */
    readonly insist: (fault: string) => string
    readonly encodingsOffered: Readonly<Record<'gb18030' | 'utf-8' | 'utf-16le', string>>
    /** A source of the seed as it is offered: what is to be done, and as it is written. */
    readonly sourcesOffered: (sources: string) => string
    readonly signedName: (file: string) => string
    readonly taken: (path: string) => string
    readonly standsFor: (heading: string) => string
    readonly badDay: string
    readonly withHint: (sentence: string, hint: string) => string
    readonly badYear: string
    readonly badSize: string
    readonly badNumber: string
    readonly beforeFirst: (day: string) => string
    readonly badEnding: (endings: readonly string[]) => string
    readonly states: Readonly<Record<DrawState, string>>
    readonly taskPeriod: (from: string, to: string) => string
    readonly recognised: (library: string, file: string) => string
    /** A field of a record and what stands in it. */
    readonly filledIn: (heading: string, value: string) => string
    readonly labelled: (label: string, value: string) => string
    readonly line: (command: string) => string
    readonly summary: string
    readonly figures: FiguresWords
    /** While it is found out what a job would come to. */
    readonly reckoning: string
    /** Between the parts of one answer. */
    readonly between: string
    readonly sure: string
    readonly again: (job: string) => string
    readonly asksFor: string
    readonly notDone: string
    readonly goOn: string
    /** Where somebody else holds the database. */
    readonly lookAgain: string
    readonly announcementName: (task: string) => string
    readonly publicName: (draw: string) => string
    readonly archiveName: (draw: string) => string
    readonly sheetName: (draw: string) => string
    readonly resultsName: (draw: string) => string
    readonly certificateName: (target: string) => string
    readonly templateName: (library: string) => string
    readonly rejectsName: (file: string) => string
    readonly caseSheetName: (year: string) => string
    readonly riskName: (day: string) => string
    readonly sentName: (layout: string, ending: string) => string
    readonly comparedName: (layout: string) => string
    readonly keyName: string
    readonly keysName: string
    readonly checkpointName: (day: string) => string
    readonly stampName: (day: string) => string
    readonly backupName: (day: string) => string
    /** Each report, and the one of who met whom with who went to which firm. */
    readonly reportsNamed: Readonly<Record<ReportKind | 'targets', string>>
    readonly left: (where: string) => string
    /** A command was broken off from outside while it ran. */
    readonly interrupted: string
    /** Where the last sitting broke off; `entry` is the last of the ledger where it has moved since. */
    readonly brokeOff: (job: string, stage: 'asking' | 'running', entry: number | null) => string
    readonly goOnWith: (job: string) => string
    readonly goOnEntering: (library: string, fields: number) => string
  }
  readonly help: Readonly<Record<never, never>>
}

import type { UserError } from '../../../core/refusal.ts'
import type { OfficeState } from '../../../store/desk/office-state.ts'
import type { Store } from '../../../store/open.ts'
import type { Asker } from '../../../terminal/asker.ts'
import type { Desk } from '../../../terminal/desk.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import type { DeskGroup } from '../../../terminal/sentences/topics/desk.ts'

/** What was answered, by the names of the questions; what has several parts has one to a line. */
export type Answers = Readonly<Partial<Record<QuestionName, string>>>

/** A command line as a person would type it after `ssj`. */
export type Line = readonly string[]

/** One clerk at the desk. */
export interface Sitting {
  readonly desk: Desk
  readonly asker: Asker
  /** How the office's work stood when the desk was last looked at. */
  readonly state: OfficeState
  /** Runs a command line as if it had been typed; gives its exit code. */
  readonly run: (line: Line) => Promise<number>
  /** The answer of a command line as JSON; nothing of it is shown. */
  readonly answer: (line: Line) => Promise<unknown>
  /** What command lines would answer, one after the other; nothing is shown, and nothing stays of what they enter. */
  readonly foresee: (lines: readonly Line[]) => Promise<readonly Foreseen[]>
  readonly read: <T>(work: (store: Store) => T) => Promise<T>
  /** What answers are called that were picked, or that are known. */
  readonly names: ReadonlyMap<string, string>
  /** What was entered of records and left unfinished. */
  readonly drafts: Drafts
  /** Says how far the job has come. */
  readonly isAt: (stage: 'asking' | 'running', answers: Answers, back: readonly number[]) => void
}

/** What a command line would answer, or why it would be declined; those after that one are not asked. */
export type Foreseen = { readonly said: unknown } | { readonly refused: UserError['reason'] }

/** What was entered of records, by registry, and is not written yet. */
export interface Drafts {
  readonly all: () => readonly (readonly [library: string, draft: ReadonlyMap<string, string>])[]
  readonly of: (library: string) => Map<string, string>
  readonly drop: (library: string) => void
}

/** One question of a job: when it is put, and how. It is only asked until its answer is one. */
export interface Question {
  readonly name: QuestionName
  readonly when?: (answers: Answers, sitting: Sitting) => boolean
  /** `answers` holds what was answered before, this question's own former answer among it. */
  readonly ask: (sitting: Sitting, answers: Answers) => Promise<string>
}

/** One piece of the office's work, as data: where it stands, what it asks, and the command lines it amounts to. */
export interface Job {
  readonly group: DeskGroup
  /** False where there is nothing to do it with. */
  readonly offered?: (state: OfficeState) => boolean
  readonly questions: readonly Question[]
  /** In the order in which they are run; one that does not end with 0 ends the job. */
  readonly lines: (answers: Answers, sitting: Sitting) => readonly Line[]
  /** It cannot be taken back, with all answers or with these: it is summed up, and done after a yes. */
  readonly binding?: true | ((answers: Answers) => boolean)
  /** What it comes to in figures, looked at before it is agreed to. */
  readonly figures?: Figures
  /** What is to be put away once it is done. */
  readonly done?: (answers: Answers, sitting: Sitting) => void
}

/** What is told of a job before the yes to it. */
export interface Figures {
  /** The job's lines up to where one writes more than the ledger, and without what a line writes beside it. */
  readonly lines: Job['lines']
  /** What the answers of these lines amount to, in lines for people. */
  readonly told: (
    said: readonly unknown[],
    sitting: Sitting,
    answers: Answers,
  ) => Promise<readonly string[]> | readonly string[]
}

/** The parts of an answer that has several. */
export function partsOf(answer: string | undefined): string[] {
  return (answer ?? '').split('\n').filter(part => part !== '')
}

/** An option with its value, or nothing where there is no value. */
export function option(name: string, value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [name, value]
}

import type { FilePath } from '../../core/file-path.ts'
import { isObject } from '../../core/json.ts'
import { deskNote } from '../../files/desk-note.ts'
import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import type { Asked } from './answer-all.ts'
import { JOBS } from './jobs/jobs.ts'
import type { Answers, Drafts } from './work/job.ts'

/** How far a job has come: it is asked for, or its command lines run. */
export type Stage = 'asking' | 'running'

/** A job in the middle of which a sitting broke off. */
export interface BrokenOff extends Asked {
  readonly job: JobName
  readonly given: Answers
  readonly stage: Stage
  /** The last entry of the ledger when the job began. */
  readonly entry: number
}

/** What a sitting is about, kept until it is done, so that a terminal that closes loses nothing that was entered. */
export interface Memory {
  readonly brokenOff: BrokenOff | null
  readonly drafts: Drafts
  readonly begins: (job: JobName, given: Answers, entry: number) => void
  readonly isAt: (stage: Stage, asked: Asked) => void
  readonly ends: () => void
}

/** The memory of the sittings at a database. */
export function memoryOf(db: FilePath): Memory {
  const note = deskNote(db)
  const kept = isObject(note.left) ? note.left : {}
  let at: BrokenOff | null = null
  const put = () => {
    const entered = [...drafts.all()].map(([library, draft]) => [library, [...draft]])
    note.put(at === null && entered.length === 0 ? null : { at, entered })
  }
  const drafts = draftsFrom(kept.entered, put)
  return {
    brokenOff: isBrokenOff(kept.at) ? kept.at : null,
    drafts,
    begins(job, given, entry) {
      at = { job, given, entry, stage: 'asking', answers: given, back: [] }
    },
    isAt(stage, asked) {
      if (at !== null) at = { ...at, ...asked, stage }
      put()
    },
    ends() {
      at = null
      put()
    },
  }
}

/** Drafts that say when something was entered in one of them. */
function draftsFrom(entered: unknown, changed: () => void): Drafts {
  class Draft extends Map<string, string> {
    override set(field: string, value: string): this {
      super.set(field, value)
      changed()
      return this
    }
  }
  const drafts = new Map<string, Draft>()
  const isPair = (pair: unknown): pair is [string, unknown] => Array.isArray(pair) && pair.length === 2
  for (const [library, fields] of Array.isArray(entered) ? entered.filter(isPair) : []) {
    const draft = new Draft()
    for (const [field, value] of Array.isArray(fields) ? fields.filter(isPair) : [])
      Map.prototype.set.call(draft, field, String(value))
    drafts.set(library, draft)
  }
  return {
    all: () => [...drafts].filter(([, draft]) => draft.size > 0),
    of(library) {
      const draft = drafts.get(library) ?? new Draft()
      drafts.set(library, draft)
      return draft
    },
    drop: library => drafts.delete(library),
  }
}

/** Whether a note is of a job that this program has, with answers to its questions. */
function isBrokenOff(found: unknown): found is BrokenOff {
  if (!isObject(found)) return false
  const { job, given, answers, back, stage, entry } = found
  return (
    typeof job === 'string' &&
    Object.hasOwn(JOBS, job) &&
    [given, answers].every(
      texts => isObject(texts) && Object.values(texts).every(text => typeof text === 'string'),
    ) &&
    Array.isArray(back) &&
    back.every(place => JOBS[job as JobName].questions[place as number] !== undefined) &&
    (stage === 'asking' || stage === 'running') &&
    Number.isSafeInteger(entry)
  )
}

import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { officeDay } from '../../core/office-time.ts'
import type { DatabaseReasons, OptionReasons } from '../../core/reasons.ts'
import { refusal, UserError } from '../../core/refusal.ts'
import type { OwedSum } from '../../core/report/deadlines.ts'
import { actorsUsed } from '../../store/desk/names-used.ts'
import { type OfficeState, officeState } from '../../store/desk/office-state.ts'
import { officeOffset } from '../../store/rules.ts'
import { WentBack } from '../../terminal/asked.ts'
import type { Asker } from '../../terminal/asker.ts'
import { type Desk, sentenceOf } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import { owedNow } from '../report/deadlines.ts'
import { inOneState } from '../session.ts'
import { comesNext, type Done, type Offer } from './comes-next.ts'
import { JOBS } from './jobs/jobs.ts'
import { memoryOf } from './memory.ts'
import { perform } from './perform.ts'
import { pickWork } from './pick-work.ts'
import { resumption } from './resumption.ts'
import { type Execute, sittingOf } from './sitting.ts'
import { stateLines } from './state-lines.ts'
import type { Sitting } from './work/job.ts'
import { askName } from './work/questions.ts'

const refuse = refusal<OptionReasons & DatabaseReasons>()

/**
 * `ssj` alone — the desk: shows how the office's work stands and what comes next, and does one job after the other until
 * the person leaves. Every job is a command line, and that is what is run. Off a terminal the help is what is wanted.
 */
export async function sitDown(desk: Desk, execute: Execute): Promise<number> {
  if (!desk.interactive) throw refuse('usage', { message: desk.say.desk.needsTerminal, of: 'ssj' })
  const { askerAt } = await import('../../terminal/ask.ts')
  return atDesk(desk, execute, askerAt(desk))
}

/** The same with whoever answers. */
export async function atDesk(desk: Desk, execute: Execute, asker: Asker): Promise<number> {
  let at = ''
  const memory = memoryOf(desk.db)
  let { brokenOff } = memory
  try {
    const read = readerOf(desk)
    const seen = () => patiently(desk, asker, read)
    let own: Desk = { ...desk, actor: await whoSits(desk, asker, await seen()) }
    let done: Done | null = null
    for (;;) {
      const { state, owed, offset } = await seen()
      // The desk stays open for days.
      own = { ...own, now: desk.world.now() }
      stateLines(own, state, owed, offset).forEach(own.remark)
      const resumes = resumption(own, state, brokenOff, memory)
      resumes.told.forEach(own.remark)
      brokenOff = null
      const sitting = sittingOf(own, asker, state, memory, execute)
      const work = await pickWork(sitting, [...resumes.offers, ...comesNext(state, owed, done, own)])
      if (work === 'quit') {
        memory.ends()
        return 0
      }
      if (work === 'actor') {
        own = { ...own, actor: await otherActor(own, asker) }
        continue
      }
      at = own.say.desk.jobs[work.job]
      memory.begins(work.job, work.given, state.entry)
      done = (await doJob(sitting, work)) ?? done
      memory.ends()
      at = ''
      await sitting.settle()
    }
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error
    desk.remark('')
    desk.remark(`ssj: ${desk.say.desk.left(at)}`)
    return 130
  }
}

/** One job, from its first question to its end; null where nothing came of it. */
async function doJob(sitting: Sitting, { job, given, resumed }: Omit<Offer, 'title'>): Promise<Done | null> {
  const { desk } = sitting
  try {
    const answers = await perform(sitting, job, JOBS[job], given, resumed)
    if (answers !== null) return { job, answers }
  } catch (error) {
    if (!(error instanceof WentBack)) {
      if ((error as Error).name === 'ExitPromptError') throw error
      // The desk stays, whatever a job ran into: what it wrote it wrote whole.
      for (const line of toldOf(desk, error)) desk.remark(line)
      return null
    }
  }
  desk.remark(desk.say.desk.notDone)
  return null
}

function toldOf({ say, colours }: Desk, error: unknown): readonly string[] {
  return error instanceof UserError
    ? sentenceOf(say, error.reason, colours.err)
    : `ssj: ${say.common.internal((error as Error).stack ?? String(error))}`.split('\n')
}

/** Whoever sits here, asked where neither the command line nor the environment says: the ledger names them. */
async function whoSits(
  desk: Desk,
  asker: Asker,
  { state }: { readonly state: OfficeState },
): Promise<string> {
  if (desk.actor !== desk.world.systemUser()) return desk.actor
  if (state.entry < 0) {
    const check = (text: string) => (text === '' ? desk.say.desk.needed : null)
    return asker.text({ message: desk.say.desk.ask.actor, check })
  }
  return otherActor(desk, asker)
}

async function otherActor(desk: Desk, asker: Asker): Promise<string> {
  const used = await inOneState({ ...desk, quiet: true }, actorsUsed)
  return askName(asker, desk.say.desk.ask.actor, used)
}

/** What is read, as soon as whoever holds the database lets go of it: the person says when to look again, or leaves. */
async function patiently<T>(desk: Desk, asker: Asker, read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof UserError) || error.reason.code !== 'database-locked') throw error
      toldOf(desk, error).forEach(desk.remark)
      await asker.text({ message: desk.say.desk.lookAgain })
    }
  }
}

/** Reads how things stand now; what is owed is reckoned again only after the ledger has moved on, or the day. */
function readerOf(from: Desk) {
  let before: { readonly of: string; readonly owed: readonly OwedSum[] } | null = null
  return async () => {
    const desk: Desk = { ...from, quiet: true, now: from.world.now() }
    try {
      return await inOneState(desk, store => {
        const state = officeState(store, desk.now, officeToday(desk, store))
        const of = `${state.entry} ${state.today}`
        if (before?.of !== of) before = { of, owed: owedNow(desk, store) }
        return { state, owed: before.owed, offset: officeOffset(store) }
      })
    } catch (error) {
      if (!(error instanceof UserError) || error.reason.code !== 'no-such-database') throw error
      // Where there is no folder none can be set up either: nobody is asked for what leads nowhere.
      if (!existsSync(dirname(desk.db.full))) throw refuse('database-unreachable', { path: desk.db.written })
      const today = officeDay(desk.now, '+08:00')
      return { state: { ...NOTHING_THERE, today }, owed: [], offset: '+08:00' }
    }
  }
}

const NOTHING_THERE: Omit<OfficeState, 'today'> = {
  entry: -1,
  office: '',
  filled: new Set(),
  itemsBind: true,
  ahead: [],
  waiting: [],
  drawn: [],
  last: null,
  engines: false,
  keys: false,
}

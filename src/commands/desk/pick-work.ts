import { existsSync } from 'node:fs'
import { WentBack } from '../../terminal/asked.ts'
import type { Choice } from '../../terminal/asker.ts'
import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import { DESK_GROUPS, type DeskGroup } from '../../terminal/sentences/topics/desk.ts'
import { IN_SIGHT } from '../registry/record-search.ts'
import { type Offer, offersOfTasks } from './comes-next.ts'
import { JOBS } from './jobs/jobs.ts'
import { TABLES } from './work/files.ts'
import type { Sitting } from './work/job.ts'

/** What the person wants: a job with what is known of it, somebody else to sit here, or to leave. */
export type Work = Omit<Offer, 'title'> | 'actor' | 'quit'

/** What comes next is at hand first; all other work is in its group, and found from here by typing a part of its name. */
export async function pickWork(sitting: Sitting, offers: readonly Offer[]): Promise<Work> {
  const { desk, asker } = sitting
  const words = desk.say.desk
  const next = offers.map(({ title, ...work }): Choice<Work | 'all'> => ({ name: title, value: work }))
  const rest: Choice<Work | 'all'>[] = [
    { name: words.allWork, value: 'all' },
    { name: words.quit, value: 'quit' },
  ]
  for (;;) {
    try {
      const work = await asker.find<Work | 'all'>(words.whatNow, async term =>
        term === ''
          ? [...next, ...rest]
          : [
              ...rest.filter(({ name }) => name.includes(term)),
              ...jobsCalled(sitting, term),
              ...withTasks(term),
              ...withFile(term),
            ],
      )
      return work === 'all' ? await fromGroups(sitting) : work
    } catch (error) {
      // Escape at the desk itself leads nowhere: who wants to leave says so.
      if (!(error instanceof WentBack)) throw error
    }
  }

  /** A file that is named here is to be imported. */
  function withFile(term: string): Choice<Work>[] {
    const isImported = sitting.state.entry >= 0 && TABLES.test(term) && existsSync(desk.path(term).full)
    return isImported
      ? [{ name: `${words.jobs.import}  ${term}`, value: { job: 'import', given: { file: term } } }]
      : []
  }

  /** What may be done with the tasks whose number or name holds what was typed. */
  function withTasks(term: string): Choice<Work>[] {
    return offersOfTasks(sitting.state, desk.say)
      .filter(({ title }) => title.toUpperCase().includes(term.toUpperCase()))
      .slice(0, IN_SIGHT)
      .map(({ title, ...work }) => ({ name: title, value: work }))
  }
}

/** The jobs whose names hold what was typed; where none does, those that hold its signs in their order. */
function jobsCalled({ desk: { say }, state }: Sitting, term: string): Choice<Work>[] {
  const names = (Object.keys(JOBS) as JobName[]).filter(name => JOBS[name].offered?.(state) !== false)
  const called = (name: JobName) => `${say.desk.jobs[name]} ${name}`.toUpperCase()
  const wanted = term.toUpperCase()
  const holding = names.filter(name => called(name).includes(wanted))
  const found = holding.length > 0 ? holding : names.filter(name => holdsSigns(called(name), wanted))
  return found.map(name => ({ name: say.desk.jobs[name], value: { job: name, given: {} } }))
}

/** True where the signs of `term`, two at least, stand in the text one after the other, whatever stands between. */
function holdsSigns(text: string, term: string): boolean {
  let from = 0
  for (const sign of term) {
    const at = text.indexOf(sign, from)
    if (at < 0) return false
    from = at + sign.length
  }
  return term.length > 1
}

/** One job out of its group; Escape goes back to the groups, and from these to what comes next. */
async function fromGroups({ desk: { say }, asker, state }: Sitting): Promise<Work> {
  const groups = DESK_GROUPS.map(
    (value): Choice<DeskGroup | 'actor'> => ({ name: say.desk.groups[value], value }),
  )
  for (;;) {
    const group = await asker.choose<DeskGroup | 'actor'>(say.desk.whatNow, [
      ...groups,
      { name: say.desk.otherActor, value: 'actor' },
    ])
    if (group === 'actor') return 'actor'
    const names = (Object.keys(JOBS) as JobName[]).filter(
      name => JOBS[name].group === group && JOBS[name].offered?.(state) !== false,
    )
    if (names.length === 0) continue
    try {
      const job = await asker.choose(
        say.desk.which(say.desk.groups[group]),
        names.map(value => ({ name: say.desk.jobs[value], value })),
      )
      return { job, given: {} }
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
    }
  }
}

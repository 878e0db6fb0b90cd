import { WentBack } from '../../terminal/asked.ts'
import type { Choice } from '../../terminal/asker.ts'
import type { JobName } from '../../terminal/sentences/jobs/names.ts'
import { DESK_GROUPS, type DeskGroup } from '../../terminal/sentences/topics/desk.ts'
import type { Offer } from './comes-next.ts'
import { JOBS } from './jobs/jobs.ts'
import type { Sitting } from './work/job.ts'

/** What the person wants: a job with what is known of it, somebody else to sit here, or to leave. */
export type Work = Omit<Offer, 'title'> | 'actor' | 'quit'

/** What comes next is at hand first; all other work is in its group, and found from here by typing a part of its name. */
export async function pickWork(sitting: Sitting, offers: readonly Offer[]): Promise<Work> {
  const { desk, asker, state } = sitting
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
          : [...rest.filter(({ name }) => name.includes(term)), ...found(sitting, term)],
      )
      return work === 'all' ? await fromGroups(sitting) : work
    } catch (error) {
      // Escape at the desk itself leads nowhere: who wants to leave says so.
      if (!(error instanceof WentBack)) throw error
    }
  }

  function found({ desk: { say } }: Sitting, term: string): Choice<Work>[] {
    const names = (Object.keys(JOBS) as JobName[]).filter(name => JOBS[name].offered?.(state) !== false)
    return names
      .filter(name => `${say.desk.jobs[name]} ${name}`.toUpperCase().includes(term.toUpperCase()))
      .map(name => ({ name: say.desk.jobs[name], value: { job: name, given: {} } }))
  }
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

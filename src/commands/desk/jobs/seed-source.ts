import type { SeedSource } from '../../../core/draw/seed/announced-source.ts'
import { anotherEvent } from '../../../core/draw/seed/another-event.ts'
import { saidAs } from '../../../core/draw/seed/said-as.ts'
import { readSaidSource } from '../../../core/draw/seed/said-source.ts'
import { usualSources } from '../../../core/draw/seed/usual-sources.ts'
import { recordedOf, valuesOnRecord } from '../../../core/draw/seed/values-on-record.ts'
import { yearOfTask } from '../../../core/registry/task-id.ts'
import { seedsOnRecord } from '../../../store/views/seeds-on-record.ts'
import type { Answers, Line, Question, Sitting } from '../work/job.ts'
import { asField } from '../work/readings.ts'

/**
 * Where the seed of a task comes from, asked for where neither the plan nor a rule says it: dice, or dice and the next
 * drawing of a lottery, or what is typed as in the plan.
 */
export const seedSource: Question = {
  name: 'sources',
  when: ({ task }, { state }) => state.ahead.some(({ id, hasSources }) => id === task && !hasSources),
  ask: askSource,
}

/** The same of a task that is described here and now. */
export const ownSource: Question = { name: 'sources', ask: askSource }

async function askSource(sitting: Sitting, answers: Answers): Promise<string> {
  const { desk, asker } = sitting
  const offered = (await sourcesAhead(sitting)).map(value => ({
    name: desk.say.desk.sourcesOffered(value),
    value,
  }))
  return asker.find(desk.say.desk.ask.sources, async term => {
    const found = offered.filter(({ name }) => name.includes(term))
    if (found.length > 0) return found
    const reading = await asField('plan', 'sources')(term, sitting, answers)
    return 'value' in reading && hasForms(reading.value)
      ? [{ name: reading.value, value: reading.value }]
      : []
  })
}

/** Whether each of these says what its value looks like: a freeze takes no other. */
function hasForms(sources: string): boolean {
  return sources.split(';').every(text => {
    const reading = readSaidSource(text)
    return reading.kind === 'source' && reading.source.form !== null
  })
}

/** Dice, and dice with the next drawing, that nobody can know: those of before are named by how often they are thrown. */
async function sourcesAhead({ desk, read }: Sitting): Promise<readonly string[]> {
  const [, lottery] = usualSources('骰子/20;福彩3D', '', desk.now)
  const recorded = await read(store => valuesOnRecord(seedsOnRecord(store)))
  const thrown = (count: number) => {
    const dice: SeedSource = { name: '骰子', form: `dice/${count}`, due: '', place: '' }
    return recordedOf(recorded, dice) === undefined ? saidAs(dice) : anotherEvent(dice, recorded)
  }
  return [thrown(25), `${thrown(20)};${lottery!.name}`]
}

/** The line that puts the source into the plan, where it was asked for. */
export function sourceLines({ task = '', sources = '' }: Answers, { state }: Sitting): readonly Line[] {
  const found = state.ahead.find(({ id }) => id === task)
  if (sources === '' || found === undefined) return []
  const year = yearOfTask(task)
  const ofYear = year === state.today.slice(0, 4) ? [] : ['--set', `年度=${year}`]
  return [['add', 'plan', '--set', `任务编号=${found.number}`, ...ofYear, '--set', `随机源=${sources}`]]
}

import {
  type AnnouncedSource,
  formOf,
  nameOfSource,
  type SeedSource,
} from '../../core/draw/seed/announced-source.ts'
import { areTwoPeople, placesApart } from '../../core/draw/seed/read-twice.ts'
import { spelt } from '../../core/draw/seed/spelt.ts'
import { exampleOf, valueAsSaid } from '../../core/draw/seed/value-as-said.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import type { Asker } from '../../terminal/asker.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'
import { frozenAttempt, type RunOptions } from './enter-draw.ts'

/** A seed as it was entered at the terminal. */
export interface GuidedSeed {
  readonly given: readonly string[]
  readonly signatures: readonly string[]
  /** Who read the dice and entered them, each for themselves; null where no dice were awaited. */
  readonly enteredBy: readonly [string, string] | null
}

/**
 * Leads through the seed of a draw that waits for it: each source is asked for, dice by two people, the second without
 * seeing what the first has entered; then all is read back, and nothing is drawn without a yes to it. Null where there is
 * nobody to ask, values were given, or none are awaited.
 */
export async function guidedSeed(
  desk: Desk,
  task: string | undefined,
  { seed = [], seedMachine, again }: RunOptions,
): Promise<GuidedSeed | null> {
  if (!desk.interactive || task === undefined || seed.length > 0 || seedMachine === true || again === true)
    return null
  const sources = await sourcesAwaited(desk, task)
  if (sources.length === 0) return null
  const { askerAt } = await import('../../terminal/ask.ts')
  const asker = askerAt(desk)
  const words = desk.say.draw.guided
  for (;;) {
    const entered = await enteredAt(sources, words, asker, desk.remark)
    for (const [name, value] of entered.values)
      desk.remark(words.readBack(name, spelt(value), [...value.replaceAll(' ', '')].length))
    if (entered.values.length === 0 || (await asker.yes(words.isRight))) return entered
  }
}

function isDice(source: SeedSource): boolean {
  return formOf(source).kind === 'dice'
}

/** The sources of the attempt that waits, as they were announced under version 2 of the law. */
function sourcesAwaited(desk: Desk, task: string): Promise<readonly SeedSource[]> {
  return inOneState(desk, store => {
    const waiting = frozenAttempt(store, desk, task)
    const announced = waiting === null ? [] : commitmentOf(store, waiting.number).seedSources
    return announced.filter(isSecond)
  })
}

function isSecond(source: AnnouncedSource): source is SeedSource {
  return typeof source !== 'string'
}

type Words = Desk['say']['draw']['guided']
type Values = readonly (readonly [name: string, value: string])[]

/** Asks for every source in its order; what is under seal the program has. */
async function enteredAt(
  sources: readonly SeedSource[],
  words: Words,
  asker: Asker,
  tell: (line: string) => void,
): Promise<GuidedSeed & { readonly values: Values }> {
  const enteredBy = sources.some(isDice) ? await twoPeople(words, asker) : null
  const [values, signatures]: [(readonly [string, string])[], string[]] = [[], []]
  for (const source of sources) {
    const name = nameOfSource(source)
    const { kind } = formOf(source)
    if (kind === 'secret') continue
    const isThrown = kind === 'dice' && enteredBy !== null
    values.push([
      name,
      await (isThrown ? thrown(source, enteredBy, words, asker, tell) : known(source, words, asker)),
    ])
    if (kind === 'drand') signatures.push(`${name}=${await asker.text({ message: words.signature(name) })}`)
  }
  return { given: values.map(([name, value]) => `${name}=${value}`), values, signatures, enteredBy }
}

async function twoPeople(words: Words, asker: Asker): Promise<readonly [string, string]> {
  const first = await asker.text({ message: words.first, check: name => (name === '' ? words.first : null) })
  const check = (second: string) => (areTwoPeople(first, second) ? null : words.notTwo)
  return [first, await asker.text({ message: words.second, check })]
}

/** A throw on which both agree. Where they do not, both read it again: neither is taken for right. */
async function thrown(
  source: SeedSource,
  people: readonly [string, string],
  words: Words,
  asker: Asker,
  tell: (line: string) => void,
): Promise<string> {
  for (;;) {
    const one = await known(source, words, asker, people[0])
    const other = await known(source, words, asker, people[1])
    const apart = placesApart(one, other)
    if (apart.length === 0) return one
    tell(words.apart(apart))
  }
}

/** A value of the source's form, asked for until it is one. */
async function known(source: SeedSource, words: Words, asker: Asker, who?: string): Promise<string> {
  const form = formOf(source)
  const name = nameOfSource(source)
  const said = await asker.text({
    message: who === undefined ? words.value(name) : words.throwOf(who, name),
    covered: who !== undefined,
    check: text =>
      valueAsSaid(form, text) === undefined ? words.notOne(name, source.form, exampleOf(form)) : null,
  })
  return valueAsSaid(form, said)!
}

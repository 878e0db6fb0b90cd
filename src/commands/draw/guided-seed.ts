import {
  type AnnouncedSource,
  formOf,
  nameOfSource,
  type SeedSource,
} from '../../core/draw/seed/announced-source.ts'
import { areTwoPeople, placesApart } from '../../core/draw/seed/read-twice.ts'
import { exampleOf, valueAsSaid } from '../../core/draw/seed/value-as-said.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'
import { frozenAttempt, type RunOptions } from './enter-draw.ts'

/** A seed as it was entered at the terminal. */
export interface GuidedSeed {
  readonly given: readonly string[]
  readonly signatures: readonly string[]
  /** Who read the dice and entered them, each for themselves. */
  readonly enteredBy: readonly [string, string] | null
}

/** Whoever sits at the terminal: asked openly, or so that the next does not see what was answered; and told. */
interface AtTerminal {
  readonly ask: (question: string) => Promise<string>
  readonly askCovered: (question: string) => Promise<string>
  readonly tell: (line: string) => void
}

/**
 * Leads through the seed of a draw that waits for dice: two people each read and enter the throw, the second without seeing
 * what the first has entered, and both are compared. Null where there is nobody to ask, values were given, or no dice are awaited.
 */
export async function guidedSeed(
  desk: Desk,
  task: string | undefined,
  { seed = [], seedMachine, again }: RunOptions,
): Promise<GuidedSeed | null> {
  if (!desk.interactive || task === undefined || seed.length > 0 || seedMachine === true || again === true)
    return null
  const sources = await sourcesAwaited(desk, task)
  if (!sources.some(isDice)) return null
  const { askCovered, askText } = await import('../../terminal/ask.ts')
  return enteredAt(sources, desk.say.draw.guided, {
    ask: question => askText(desk.world, question),
    askCovered: question => askCovered(desk.world, question),
    tell: desk.remark,
  })
}

/** Whether a draw that waits for dice is next at this task. */
export async function awaitsDice(desk: Desk, task: string): Promise<boolean> {
  return (await sourcesAwaited(desk, task)).some(isDice)
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

/** Asks for every source in its order; what is under seal the program has. */
export async function enteredAt(
  sources: readonly SeedSource[],
  words: Words,
  at: AtTerminal,
): Promise<GuidedSeed> {
  const enteredBy = await twoPeople(words, at)
  const [given, signatures]: [string[], string[]] = [[], []]
  for (const source of sources) {
    const name = nameOfSource(source)
    const { kind } = formOf(source)
    if (kind === 'secret') continue
    const value =
      kind === 'dice' ? await thrown(source, enteredBy, words, at) : await known(source, words, at)
    given.push(`${name}=${value}`)
    if (kind === 'drand') signatures.push(`${name}=${await at.ask(words.signature(name))}`)
  }
  return { given, signatures, enteredBy }
}

async function twoPeople(words: Words, at: AtTerminal): Promise<readonly [string, string]> {
  for (;;) {
    const [first, second] = [await at.ask(words.first), await at.ask(words.second)]
    if (areTwoPeople(first, second)) return [first, second]
    at.tell(words.notTwo)
  }
}

/** A throw on which both agree. Where they do not, both read it again: neither is taken for right. */
async function thrown(
  source: SeedSource,
  people: readonly [string, string],
  words: Words,
  at: AtTerminal,
): Promise<string> {
  for (;;) {
    const [one, other] = [
      await known(source, words, at, people[0]),
      await known(source, words, at, people[1]),
    ]
    const apart = placesApart(one, other)
    if (apart.length === 0) return one
    at.tell(words.apart(apart))
  }
}

/** A value of the source's form, asked for until it is one. */
async function known(source: SeedSource, words: Words, at: AtTerminal, who?: string): Promise<string> {
  const form = formOf(source)
  const name = nameOfSource(source)
  for (;;) {
    const said = await (who === undefined
      ? at.ask(words.value(name))
      : at.askCovered(words.throwOf(who, name)))
    const value = valueAsSaid(form, said)
    if (value !== undefined) return value
    at.tell(words.notOne(name, source.form, exampleOf(form)))
  }
}

import {
  type AnnouncedSource,
  formOf,
  nameOfSource,
  type SeedSource,
} from '../../core/draw/seed/announced-source.ts'
import { areTwoPeople, placesApart } from '../../core/draw/seed/read-twice.ts'
import { spelt } from '../../core/draw/seed/spelt.ts'
import { exampleOf, valueAsSaid } from '../../core/draw/seed/value-as-said.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { sumOf } from '../../core/tally.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import { WentBack } from '../../terminal/asked.ts'
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
  readonly witnesses: readonly string[]
}

/**
 * Leads through the seed of a draw that waits for it: each source is asked for, dice by two people, the second without
 * seeing what the first has entered; then all is read back, and nothing is drawn without a yes to it. Escape goes back by one
 * question, with the other answers kept. Null where there is nobody to ask, values were given, or none are awaited.
 */
export async function guidedSeed(
  desk: Desk,
  task: string | undefined,
  { seed = [], seedMachine, again, witness = [] }: RunOptions,
): Promise<GuidedSeed | null> {
  if (!desk.interactive || task === undefined || seed.length > 0 || seedMachine === true || again === true)
    return null
  const waiting = await drawAwaited(desk, task)
  if (waiting === null) return null
  const { askerAt } = await import('../../terminal/ask.ts')
  const asker = askerAt(desk)
  const steps = stepsFor(waiting, desk, asker, witness.length === 0)
  const given = new Map<string, string>()
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!
    try {
      given.set(step.key, await step.ask(given))
      at = step.again?.(given) ?? at + 1
    } catch (error) {
      if (!(error instanceof WentBack) || at === 0) throw error
      at--
    }
  }
  return seedIn(given, waiting.sources)
}

function isDice(source: SeedSource): boolean {
  return formOf(source).kind === 'dice'
}

/** A draw that waits for its seed: its sources as they were announced under version 2 of the law, and how large it is. */
interface DrawAwaited {
  readonly sources: readonly SeedSource[]
  readonly draw: DrawNumber
  readonly size: number
  readonly take: number
  readonly reserve: number
}

/** The attempt of a task that waits; null where none does, or its sources are as the first version of the law had them. */
function drawAwaited(desk: Desk, task: string): Promise<DrawAwaited | null> {
  return inOneState(desk, store => {
    const waiting = frozenAttempt(store, desk, task)
    if (waiting === null) return null
    const { seedSources, strata } = commitmentOf(store, waiting.number)
    const sources = seedSources.filter(isSecond)
    const sums = {
      size: sumOf(strata, 'size'),
      take: sumOf(strata, 'take'),
      reserve: sumOf(strata, 'reserve'),
    }
    return sources.length === 0 ? null : { sources, draw: waiting.number, ...sums }
  })
}

function isSecond(source: AnnouncedSource): source is SeedSource {
  return typeof source !== 'string'
}

type Given = ReadonlyMap<string, string>

/** One question on the way to a seed. */
interface Step {
  readonly key: string
  readonly ask: (given: Given) => Promise<string>
  /** The place of the step that is put again after this one, instead of the next. */
  readonly again?: (given: Given) => number | null
}

/** Under which key each answer is kept. */
const KEYS = {
  first: 'first',
  second: 'second',
  witnesses: 'witnesses',
  value: (name: string) => `value ${name}`,
  again: (name: string) => `again ${name}`,
  signature: (name: string) => `signature ${name}`,
} as const

/** The questions of a seed in their order: who reads the dice, who looks on, each source; what is under seal the program has. */
function stepsFor(waiting: DrawAwaited, desk: Desk, asker: Asker, asksWitnesses: boolean): readonly Step[] {
  const words = desk.say.draw.guided
  const steps: Step[] = []
  if (waiting.sources.some(isDice)) steps.push(...peopleSteps(words, asker))
  if (asksWitnesses)
    steps.push({
      key: KEYS.witnesses,
      ask: given => asker.text({ message: words.witnesses, initial: given.get(KEYS.witnesses) ?? '' }),
    })
  const from = steps.length
  for (const source of waiting.sources) {
    const name = nameOfSource(source)
    const { kind } = formOf(source)
    if (kind === 'secret') continue
    if (kind === 'dice') steps.push(...thrownSteps(source, steps.length, desk, asker))
    else
      steps.push({
        key: KEYS.value(name),
        ask: given => known(source, words, asker, { before: given.get(KEYS.value(name)) ?? '' }),
      })
    if (kind === 'drand')
      steps.push({
        key: KEYS.signature(name),
        ask: given =>
          asker.text({ message: words.signature(name), initial: given.get(KEYS.signature(name)) ?? '' }),
      })
  }
  return [...steps, lastStep(waiting, from, steps.length, desk, asker)]
}

function peopleSteps(words: Words, asker: Asker): readonly Step[] {
  return [
    {
      key: KEYS.first,
      ask: given =>
        asker.text({
          message: words.first,
          initial: given.get(KEYS.first) ?? '',
          check: name => (name === '' ? words.first : null),
        }),
    },
    {
      key: KEYS.second,
      ask: given =>
        asker.text({
          message: words.second,
          initial: given.get(KEYS.second) ?? '',
          check: name => (areTwoPeople(given.get(KEYS.first)!, name) ? null : words.notTwo),
        }),
    },
  ]
}

/** A throw that two people enter. Where they do not agree, both read it again: neither is taken for right. */
function thrownSteps(source: SeedSource, at: number, desk: Desk, asker: Asker): readonly Step[] {
  const words = desk.say.draw.guided
  const name = nameOfSource(source)
  // What was entered is not shown again: whoever is asked answers for themselves.
  return [
    { key: KEYS.value(name), ask: given => known(source, words, asker, { who: given.get(KEYS.first)! }) },
    {
      key: KEYS.again(name),
      ask: given => known(source, words, asker, { who: given.get(KEYS.second)! }),
      again(given) {
        const apart = placesApart(given.get(KEYS.value(name))!, given.get(KEYS.again(name))!)
        if (apart.length === 0) return null
        desk.remark(words.apart(apart))
        return at
      },
    },
  ]
}

/** All is read back with what will be drawn from it, and asked for a yes; else it begins again with the values, from `from` on. */
function lastStep(waiting: DrawAwaited, from: number, own: number, desk: Desk, asker: Asker): Step {
  const words = desk.say.draw.guided
  const isEntered = own > from
  return {
    key: 'sure',
    async ask(given) {
      for (const line of seedIn(given, waiting.sources).given) {
        const [name, value] = parted(line)
        desk.remark(words.readBack(name, spelt(value), [...value.replaceAll(' ', '')].length))
      }
      desk.remark(words.willDraw(waiting))
      const isMeant = await asker.yes(isEntered ? words.isRight : words.isMeant)
      // What is under seal is not entered: there is nothing to read again.
      if (!isMeant && !isEntered) throw new WentBack()
      return isMeant ? 'yes' : 'no'
    },
    again: given => (given.get('sure') === 'yes' ? null : from),
  }
}

function seedIn(given: Given, sources: readonly SeedSource[]): GuidedSeed {
  const names = sources.map(nameOfSource)
  const pairs = (key: (name: string) => string) =>
    names.flatMap(name => {
      const value = given.get(key(name))
      return value === undefined ? [] : [`${name}=${value}`]
    })
  const [first, second] = [given.get(KEYS.first), given.get(KEYS.second)]
  return {
    given: pairs(KEYS.value),
    signatures: pairs(KEYS.signature),
    enteredBy: first === undefined || second === undefined ? null : [first, second],
    witnesses: (given.get(KEYS.witnesses) ?? '').split(/[、,，;；]/).flatMap(name => name.trim() || []),
  }
}

/** The name and the value of `name=value`; a name has no such sign in it. */
function parted(line: string): readonly [string, string] {
  const at = line.indexOf('=')
  return [line.slice(0, at), line.slice(at + 1)]
}

type Words = Desk['say']['draw']['guided']

/** A value of the source's form, asked for until it is one; covered up where `who` reads a throw for themselves. */
async function known(
  source: SeedSource,
  words: Words,
  asker: Asker,
  { who, before = '' }: { readonly who?: string; readonly before?: string },
): Promise<string> {
  const form = formOf(source)
  const name = nameOfSource(source)
  const said = await asker.text({
    message: who === undefined ? words.value(name) : words.throwOf(who, name),
    initial: before,
    covered: who !== undefined,
    check: text =>
      valueAsSaid(form, text) === undefined ? words.notOne(name, source.form, exampleOf(form)) : null,
  })
  return valueAsSaid(form, said)!
}

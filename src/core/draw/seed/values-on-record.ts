import { type AnnouncedSource, nameOfSource, type SeedSource } from './announced-source.ts'
import { readForm } from './form.ts'
import { eventOf, knownSource, publicEvent } from './known-sources.ts'
import type { SeedLine } from './seed.ts'
import { valueAsSaid } from './value-as-said.ts'

/** The value that a draw on record has of an event. */
export interface RecordedValue {
  readonly draw: string
  readonly source: string
  readonly form: string
  readonly value: string
}

/** The first value on record of each public event, by what it is called and by the day of a drawing: {@link recordedOf}. */
export type ValuesOnRecord = ReadonlyMap<string, RecordedValue>

/** A draw that was made: its number, whether it was announced, and its seed. */
export interface RecordedSeed {
  readonly draw: string
  readonly announced: boolean
  readonly sources: readonly AnnouncedSource[]
  readonly lines: readonly SeedLine[]
}

/**
 * What is on record of public events. Free text that was drawn with at once is nobody's event; version 1 of the law knew no forms,
 * so that there a name that is known says what a value was.
 */
export function valuesOnRecord(seeds: Iterable<RecordedSeed>): ValuesOnRecord {
  const found = new Map<string, RecordedValue>()
  for (const { draw, announced, sources, lines } of seeds)
    for (const [i, { value }] of lines.entries()) {
      const source = sources[i]!
      const name = nameOfSource(source)
      const form = formOnRecord(source)
      if (form.startsWith('secret/') || (form === 'text' && !announced)) continue
      const recorded = { draw, source: name, form, value: reduced(form, value) }
      for (const key of keysOf(source)) if (!found.has(key)) found.set(key, recorded)
    }
  return found
}

function keysOf(source: AnnouncedSource): readonly string[] {
  if (typeof source === 'string') return [eventOf(source)]
  const { called, byDay, onDay } = publicEvent(source)
  return byDay || onDay === null ? [called] : [called, numbered(onDay)]
}

/** The value on record of the event of a source, whether it went by the number of the drawing or by its day. */
export function recordedOf(recorded: ValuesOnRecord, source: SeedSource): RecordedValue | undefined {
  const { called, byDay, onDay } = publicEvent(source)
  return recorded.get(called) ?? (onDay === null ? undefined : recorded.get(byDay ? numbered(onDay) : onDay))
}

/** Drawings that go by a number, by their day: two of them are one where the number is, whatever their days. */
function numbered(onDay: string): string {
  return `number ${onDay}`
}

function formOnRecord(source: AnnouncedSource): string {
  if (typeof source !== 'string') return source.form
  if (readForm(source) !== undefined && source !== 'text') return source
  return knownSource(source)?.form ?? 'text'
}

function reduced(form: string, value: string): string {
  const read = readForm(form)
  return (read && valueAsSaid(read, value)) ?? value
}

/** Where a value is another one than the draw on record has of the same event; of one drawing, the shorter begins the longer. */
export function otherOnRecord(
  recorded: ValuesOnRecord,
  sources: readonly AnnouncedSource[],
  lines: readonly SeedLine[],
): (RecordedValue & { readonly given: string }) | undefined {
  for (const [i, { value }] of lines.entries()) {
    const source = sources[i]
    if (source === undefined || typeof source === 'string' || !isEvent(source)) continue
    const known = recordedOf(recorded, source)
    if (known === undefined) continue
    const [shorter, longer] = known.value.length < value.length ? [known.value, value] : [value, known.value]
    const isSame =
      known.form === source.form || known.form === 'text' ? shorter === longer : longer.startsWith(shorter)
    if (!isSame) return { ...known, given: value }
  }
  return undefined
}

function isEvent({ form }: SeedSource): boolean {
  return form !== 'text' && !form.startsWith('secret/')
}

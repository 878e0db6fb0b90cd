import { type Form, readForm } from './form.ts'
import { kindOfSource, normalise, type SourceKind } from './seed-source.ts'

/** A source as a commitment of version 2 announces it (draw-2.md, section 3). */
export interface SeedSource {
  readonly name: string
  readonly form: string
  /** When the value will be known: a day or a minute. */
  readonly due: string
  /** Where it arises, or who publishes it; may be empty. */
  readonly place: string
}

/** A source as commitments announce it: version 1 by its name alone. */
export type AnnouncedSource = string | SeedSource

/** A source by the name that begins its line, and what its values must be. */
export interface Source {
  readonly name: string
  readonly form: Form | SourceKind
}

export function sourceOf(announced: AnnouncedSource): Source {
  if (typeof announced === 'string') {
    const name = normalise(announced)
    return { name, form: kindOfSource(name) }
  }
  return { name: announced.name, form: formOf(announced) }
}

/** The form of a source of version 2, which a commitment that was read has. */
export function formOf({ form }: SeedSource): Form {
  const read = readForm(form)
  if (read === undefined) throw new Error(`${form} is no form of a seed source`)
  return read
}

/** A source by the name it was announced under. */
export function nameOfSource(announced: AnnouncedSource): string {
  return typeof announced === 'string' ? announced : announced.name
}

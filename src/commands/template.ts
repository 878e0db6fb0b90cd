import { peopleCsv } from '../files/people-csv.ts'
import type { Desk } from '../terminal/desk.ts'
import { libraryNamed } from './shared.ts'

/** template — the headings of a library as an empty CSV, ready to be filled in and imported. */
export async function template(
  desk: Desk,
  name: string,
  options: { readonly headings?: string },
): Promise<number> {
  const of = libraryNamed(name)
  const headings = [...of.fields, ...(of.later ?? [])].map(field =>
    options.headings === 'en' ? field.name : field.headings[0],
  )
  if (desk.json) desk.result({ library: of.name, headings }, () => [])
  else desk.world.stdout.write(peopleCsv(headings, []))
  return 0
}

import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import type { Desk } from '../../terminal/desk.ts'
import { encodingOut } from '../encoding-out.ts'
import { libraryNamed } from '../lookup.ts'

/** template — the headings of a library as an empty CSV, ready to be filled in and imported. */
export async function template(
  desk: Desk,
  name: string,
  options: { readonly headings?: string; readonly encoding?: string },
): Promise<number> {
  const of = libraryNamed(name)
  const encoding = encodingOut(options.encoding)
  const headings = [...of.fields, ...(of.later ?? [])].map(field =>
    options.headings === 'en' ? field.name : field.headings[0],
  )
  if (desk.json) desk.result({ library: of.name, headings }, () => [])
  else desk.world.stdout.write(inEncoding(peopleCsv(headings, []), encoding))
  return 0
}

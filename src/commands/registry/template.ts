import { writeNewFile } from '../../files/folder.ts'
import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import type { Desk } from '../../terminal/desk.ts'
import { encodingOut } from '../encoding-out.ts'
import { libraryNamed } from '../lookup.ts'

/** template — the headings of a library as an empty CSV, ready to be filled in and imported; on stdout or as a new file. */
export async function template(
  desk: Desk,
  name: string,
  options: { readonly to?: string; readonly headings?: string; readonly encoding?: string },
): Promise<number> {
  const of = libraryNamed(name)
  const encoding = encodingOut(options.encoding)
  const headings = [...of.fields, ...(of.later ?? [])].map(field =>
    options.headings === 'en' ? field.name : field.headings[0],
  )
  const { to } = options
  const content = inEncoding(peopleCsv(headings, []), encoding)
  if (to !== undefined) writeNewFile(desk.path(to), content, 'umask')
  if (desk.json || to !== undefined)
    desk.result({ library: of.name, headings, ...(to === undefined ? {} : { file: to }) }, () => [
      desk.say.registry.templateWritten(to ?? ''),
    ])
  else desk.world.stdout.write(content)
  return 0
}

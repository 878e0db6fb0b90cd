import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { usualWords } from '../../core/registry/columns/usual-words.ts'
import type { Field, Library } from '../../core/registry/libraries/field.ts'
import { writeNewFile } from '../../files/folder.ts'
import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import type { TemplateColumn } from '../../files/writing/template-xlsx.ts'
import type { Desk } from '../../terminal/desk.ts'
import { encodingOut } from '../encoding-out.ts'
import { libraryNamed } from '../lookup.ts'

const refuse = refusal<OptionReasons>()

export interface TemplateOptions {
  readonly to?: string
  readonly headings?: string
  readonly encoding?: string
}

/**
 * template — the headings of a library as an empty file, ready to be filled in and imported: a CSV on stdout or as a new file, or
 * a workbook with drop-downs and hints.
 */
export async function template(desk: Desk, name: string, options: TemplateOptions): Promise<number> {
  const of = libraryNamed(name)
  const fields = fieldsOf(of)
  const headings = fields.map(field => (options.headings === 'en' ? field.name : field.headings[0]))
  const { to } = options
  const content = await contentOf(desk, fields, headings, options)
  if (to !== undefined) writeNewFile(desk.path(to), content, 'umask')
  if (desk.json || to !== undefined)
    desk.result({ library: of.name, headings, ...(to === undefined ? {} : { file: to }) }, () => [
      desk.say.registry.templateWritten(to ?? ''),
    ])
  else desk.world.stdout.write(content)
  return 0
}

function fieldsOf(of: Library): readonly Field[] {
  return [...of.fields, ...(of.later ?? [])]
}

async function contentOf(
  desk: Desk,
  fields: readonly Field[],
  headings: readonly string[],
  { to = '', encoding }: TemplateOptions,
): Promise<string | Uint8Array> {
  if (!to.toLowerCase().endsWith('.xlsx')) return inEncoding(peopleCsv(headings, []), encodingOut(encoding))
  if (encoding !== undefined) throw refuse('option-not-applicable', { option: '--encoding', with: '.xlsx' })
  const { templateXlsx } = await import('../../files/writing/template-xlsx.ts')
  return templateXlsx(fields.map((field, i) => columnOf(desk, field, headings[i]!)))
}

function columnOf({ say }: Desk, { type, needed }: Field, heading: string): TemplateColumn {
  const words = usualWords(type)?.words ?? []
  const { hints } = say.registry
  const hint = typeof type === 'string' ? hints.of[type] : hints.ofChoice(words)
  return {
    heading,
    needed: needed === true,
    words,
    hint: `${needed === true ? hints.needed : ''}${hint}`,
  }
}

import { UserError } from '../../../core/refusal.ts'
import { libraryOfHeadings } from '../../../core/registry/columns/library-of-headings.ts'
import { LIBRARIES, type LibraryName } from '../../../core/registry/libraries/field.ts'
import { firstRows } from '../../../files/reading/first-rows.ts'
import { orBack } from '../../../terminal/asked.ts'
import { sentenceOf } from '../../../terminal/desk.ts'
import { type Line, option, type Sitting } from '../work/job.ts'
import { type Otherwise, otherwiseFor, readOtherwise } from './read-otherwise.ts'

/** The command line of an import: its parts as {@link askImport} gives them, the registry first. */
export function importLine(
  file: string,
  [library = '', ...options]: readonly string[],
  rejects?: string,
): Line {
  return ['import', library, file, ...options, ...option('--rejects', rejects)]
}

/**
 * Finds out how a file is to be imported: looks at it without writing, says what is wrong with it, and asks. Gives the
 * registry and the options, one to a line. The registry is known by the headings, unless `meant` says which.
 */
export async function askImport(sitting: Sitting, file: string, meant: LibraryName | null): Promise<string> {
  const { desk, asker } = sitting
  const { say } = desk
  let library = meant ?? libraryOfHeadings(await firstRows(desk.path(file))) ?? (await askLibrary(sitting))
  let options: readonly string[] = []
  const ways = await otherwiseFor(sitting, file, READING)
  for (;;) {
    desk.remark('')
    desk.remark(say.desk.recognised(say.registry.libraries[library], file))
    const mode = await asker.choose(
      say.desk.ask.mode,
      modesAfter(await lookedAt(sitting, ['import', library, file, ...options]), library, ways).map(
        value => ({
          name: say.desk.options[value],
          value,
        }),
      ),
    )
    switch (mode) {
      case 'import':
        return [library, ...options].join('\n')
      case 'skipBad':
        return [library, ...options, '--skip-bad'].join('\n')
      case 'replace':
        return [library, ...options, '--replace'].join('\n')
      case 'otherLibrary':
        library = await orBack(library, askLibrary(sitting))
        break
      default:
        options = await orBack(options, readOtherwise(sitting, file, mode, options, library))
    }
  }
}

type Mode = 'import' | 'skipBad' | 'replace' | 'otherLibrary' | Otherwise

/** What a look at a file finds: all is right, rows of it are wrong and others are not, or nothing can be taken of it so. */
type Found = 'right' | 'wrong' | 'unread'

/** What may be done with a file that was looked at. */
function modesAfter(found: Found, library: LibraryName, ways: readonly Otherwise[]): readonly Mode[] {
  const replacing: readonly Mode[] = library === 'results' ? [] : ['replace']
  const byDepartment: readonly Mode[] = library === 'targets' ? ['ofDepartment'] : []
  const reading: readonly Mode[] = ['otherLibrary', ...ways]
  switch (found) {
    case 'right':
      return ['import', ...replacing, ...byDepartment, ...reading]
    case 'wrong':
      return ['skipBad', ...byDepartment, ...reading]
    case 'unread':
      return reading
    default:
      return found satisfies never
  }
}

/** Looks at a file as the `line` that takes it in would, and writes nothing. */
export async function lookedAt({ desk, run, answer }: Sitting, line: Line): Promise<Found> {
  const look = [...line, '--dry-run']
  try {
    if ((await run(look)) === 0) return 'right'
    return isPartlyRight(await answer([...look, '--skip-bad'])) ? 'wrong' : 'unread'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    for (const told of sentenceOf(desk.say, error.reason, desk.colours.err)) desk.remark(told)
    return 'unread'
  }
}

/** Whether any row of a file could be taken: without a heading that is needed none can, whatever the rows say. */
function isPartlyRight(looked: unknown): boolean {
  const { files } = looked as {
    readonly files: readonly { readonly outcome: string; readonly read: number; readonly refused: number }[]
  }
  return files.some(({ outcome, read, refused }) => outcome !== 'refused' && read > refused)
}

function askLibrary({ desk: { say }, asker }: Sitting): Promise<LibraryName> {
  return asker.choose(
    say.desk.ask.library,
    LIBRARIES.map(value => ({ name: say.registry.libraries[value], value })),
  )
}

const READING = ['otherSheet', 'otherHeaderRow', 'otherMap'] as const

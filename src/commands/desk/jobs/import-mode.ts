import { UserError } from '../../../core/refusal.ts'
import { libraryOfHeadings } from '../../../core/registry/columns/library-of-headings.ts'
import { LIBRARIES, type LibraryName } from '../../../core/registry/libraries/field.ts'
import { firstRows } from '../../../files/reading/first-rows.ts'
import { orBack } from '../../../terminal/asked.ts'
import { sentenceOf } from '../../../terminal/desk.ts'
import type { OptionName } from '../../../terminal/sentences/topics/desk.ts'
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
    const looked = await lookedAt(sitting, ['import', library, file, ...options])
    const mode = await asker.choose(
      say.desk.ask.mode,
      modesAfter(looked, library, ways).map(value => ({ name: say.desk.options[value], value })),
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
      case 'asRegistered':
      case 'takeNewest':
      case 'keepOld':
        options = [...options, ...SETTLING[mode].options]
        break
      default:
        options = await orBack(options, readOtherwise(sitting, file, mode, options, library))
    }
  }
}

type Mode = 'import' | 'skipBad' | 'replace' | 'otherLibrary' | Settling | Otherwise

type Settling = Extract<OptionName, 'asRegistered' | 'takeNewest' | 'keepOld'>

/** Two rows that say different things of one record. */
const CONFLICTS = ['conflict', 'duplicate-id', 'shared-number', 'duplicate-firm']

/** What settles rows that are refused, by the codes of their issues: nothing is offered that would change nothing. */
const SETTLING: Readonly<Record<Settling, { readonly codes: readonly string[]; readonly options: Line }>> = {
  asRegistered: {
    codes: ['uscc-check', 'old-registration', 'registration-check'],
    options: ['--as-registered'],
  },
  takeNewest: { codes: CONFLICTS, options: ['--on-conflict', 'newest'] },
  keepOld: { codes: CONFLICTS, options: ['--on-conflict', 'keep'] },
}

/** What would settle the issues that were found. */
export function settlingOf({ codes }: Looked): readonly Settling[] {
  return (Object.keys(SETTLING) as Settling[]).filter(way =>
    SETTLING[way].codes.some(code => codes.has(code)),
  )
}

/** The options of a way to settle. */
export function optionsOf(way: Settling): Line {
  return SETTLING[way].options
}

/** What a look at a file finds: all is right, rows of it are wrong and others are not, or nothing can be taken of it so. */
type Found = 'right' | 'wrong' | 'unread'

/** What a look at a file finds, and the codes of what is wrong with its rows. */
export interface Looked {
  readonly found: Found
  readonly codes: ReadonlySet<string>
}

/** What may be done with a file that was looked at. */
function modesAfter(looked: Looked, library: LibraryName, ways: readonly Otherwise[]): readonly Mode[] {
  const replacing: readonly Mode[] = library === 'results' ? [] : ['replace']
  const byDepartment: readonly Mode[] = library === 'targets' ? ['ofDepartment'] : []
  const reading: readonly Mode[] = ['otherLibrary', ...ways]
  const settling = settlingOf(looked)
  switch (looked.found) {
    case 'right':
      return ['import', ...replacing, ...byDepartment, ...reading]
    case 'wrong':
      return ['skipBad', ...settling, ...byDepartment, ...reading]
    case 'unread':
      return [...settling, ...byDepartment, ...reading]
    default:
      return looked.found satisfies never
  }
}

/** Looks at a file as the `line` that takes it in would, and writes nothing. */
export async function lookedAt({ desk, run, answer }: Sitting, line: Line): Promise<Looked> {
  const look = [...line, '--dry-run']
  try {
    if ((await run(look)) === 0) return { found: 'right', codes: new Set() }
    return wrongIn(await answer([...look, '--skip-bad']))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    for (const told of sentenceOf(desk.say, error.reason, desk.colours.err)) desk.remark(told)
    return { found: 'unread', codes: new Set() }
  }
}

/** What is wrong, and whether any row of a file could be taken: without a heading that is needed none can, whatever the rows say. */
function wrongIn(looked: unknown): Looked {
  const { files = [] } = looked as {
    readonly files?: readonly {
      readonly outcome: string
      readonly read: number
      readonly refused: number
      readonly issues?: readonly { readonly code: string }[]
    }[]
  }
  const isPartlyRight = files.some(({ outcome, read, refused }) => outcome !== 'refused' && read > refused)
  const codes = new Set(files.flatMap(({ issues = [] }) => issues.map(({ code }) => code)))
  return { found: isPartlyRight ? 'wrong' : 'unread', codes }
}

function askLibrary({ desk: { say }, asker }: Sitting): Promise<LibraryName> {
  return asker.choose(
    say.desk.ask.library,
    LIBRARIES.map(value => ({ name: say.registry.libraries[value], value })),
  )
}

const READING = ['otherSheet', 'otherHeaderRow', 'otherMap', 'otherEncoding'] as const

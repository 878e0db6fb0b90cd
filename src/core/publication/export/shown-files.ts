import { COMMITMENT_FILE } from '../../draw/commitment/commitment.ts'
import type { Content, OpenFolder } from '../../draw/folder/content.ts'
import type { Spec } from '../../draw/folder/spec.ts'
import { tableText } from '../../draw/folder/table.ts'
import {
  ASSIGNMENT,
  EXCLUSIONS,
  FRAME,
  POOL,
  RECUSALS,
  SUBSTITUTIONS,
  type SubstitutionRow,
} from '../../draw/folder/tables.ts'
import { withoutPeople } from '../../draw/verify/replay-second.ts'
import type { OfficialsShown } from '../../rules/rules.ts'
import { changesShown } from '../papers/substitutions.ts'

/** A draw as it is kept, and what keeps some of it back. */
export interface KeptDraw {
  readonly spec: Spec
  readonly files: OpenFolder
  readonly changes: readonly SubstitutionRow[]
  /** Nobody outside may compute it yet. */
  readonly sealed: boolean
  /** Its seed found no teams. */
  readonly failed: boolean
  readonly officials: OfficialsShown
}

/** Files that name inspectors: only the archive has them. */
const NAMES_PEOPLE: ReadonlySet<string> = new Set([POOL.file, RECUSALS.file, ASSIGNMENT.file])

/**
 * The files of the law that a profile shows; under seal only what was fixed before, as digests. That a seed finds no teams
 * follows from who could be matched, so that a folder which failed shows pool and recusals, by number, to everybody
 * (draw-2.md, section 8): otherwise an office could say it of any seed.
 */
export function shownFiles(
  { spec, files, changes, sealed, failed, officials }: KeptDraw,
  archive: boolean,
): OpenFolder {
  if (sealed) return only(files, file => file === COMMITMENT_FILE)
  const shown = archive ? changes : withoutNames(spec, changes, officials)
  const text = new TextEncoder().encode(tableText(SUBSTITUTIONS, shown))
  const whole = new Map<string, Content>([
    ...files,
    ...(shown.length === 0 ? [] : [[SUBSTITUTIONS.file, text] as const]),
  ])
  if (archive || failed) return whole
  return only(whole, file => !NAMES_PEOPLE.has(file))
}

/** The substitutions as the public is shown them: version 2 of the law shows the seats, and nobody in them. */
function withoutNames(
  spec: Spec,
  changes: readonly SubstitutionRow[],
  officials: OfficialsShown,
): readonly SubstitutionRow[] {
  const targets = changesShown(changes, officials).values()
  if (spec === 'ssj-draw/1') return [...targets]
  return changes.map(row => (row.kind === 'target' ? targets.next().value! : withoutPeople(row)))
}

/** The files of the law that may be published before the seed exists: nobody's name, and the list only where it may be public. */
export function filesBeforeSeed(files: OpenFolder, publishList: boolean): OpenFolder {
  const list = publishList ? [FRAME.file, EXCLUSIONS.file] : []
  return only(files, file => file === COMMITMENT_FILE || list.includes(file))
}

function only(files: OpenFolder, isShown: (file: string) => boolean): OpenFolder {
  return new Map([...files].filter(([file]) => isShown(file)))
}

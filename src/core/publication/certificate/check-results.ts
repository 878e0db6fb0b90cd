import type { OpenFolder } from '../../draw/folder/content.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import { readHeldSums } from '../../draw/verify/read-sums.ts'
import type { CertifiedInspection, CertifiedResult } from '../followed/inspection.ts'
import type { PublicFinding, PublicResult } from '../results/public-result.ts'
import { RESULTS_FILE, resultsIn } from '../results/results-file.ts'
import { type Certificate, jsonText } from './certificate.ts'
import type { Borne } from './check-inspection.ts'

/** A folder of published results, and the path that it goes by. */
export interface PublishedResults {
  readonly path: string
  readonly folder: OpenFolder
}

/** A file of the folder is named with it, so that it is not taken for one of the draw. */
function inside(path: string, { difference }: Differs): Differs {
  return differs({ ...difference, file: `${path}/${difference.file}` })
}

/**
 * The results that a certificate calls published, against a folder of published results. False where the folder does not show
 * them all: it may be of another day, department or draw, or one of them was taken down.
 */
export function resultsBorne(
  file: string,
  { draw, target }: Certificate,
  { visits }: CertifiedInspection,
  { path, folder }: PublishedResults,
): Borne {
  const read = readHeldSums(folder)
  if (read.kind === 'differs') return inside(path, read)
  const content = folder.get(RESULTS_FILE)
  if (content === undefined) return inside(path, differs({ file: RESULTS_FILE, check: 'absent' }))
  const published = resultsIn(content, { draw: draw.number, code: target.id })
  if (published === null) return inside(path, differs({ file: RESULTS_FILE, check: 'results-form' }))
  const certified = visits.flatMap(({ department, items }) =>
    items.flatMap(({ name, result }) =>
      result?.state === 'published' ? [{ department, name, result }] : [],
    ),
  )
  let isWhole = certified.length > 0
  for (const { department, name, result } of certified) {
    const found = findingOf(published, department, name)
    const wrong = found === null ? undefined : findingDiffers(file, `${department} ${name}`, result, found)
    if (wrong) return wrong
    if (found === null) isWhole = false
  }
  return isWhole
}

function findingOf(
  published: readonly PublicResult[],
  department: string,
  item: string,
): PublicFinding | null {
  return published.find(one => one.department === department && one.item === item)?.found ?? null
}

function findingDiffers(
  file: string,
  place: string,
  certified: CertifiedResult,
  found: PublicFinding,
): Differs | undefined {
  const later = found.corrections.slice(certified.corrections.length)
  const at = { file, column: `inspection.visits ${place}` }
  if (
    later.length > 0 &&
    sameText(found.corrections.slice(0, certified.corrections.length), certified.corrections)
  ) {
    const said = later.map(({ day, reason }) => `${day} ${reason}`).join('; ')
    return differs({
      ...at,
      check: 'corrected-since',
      expected: found.text,
      found: `${certified.text}; ${said}`,
    })
  }
  const [expected, own] = [found, certified].map(({ inspected, published, outcomes, text, corrections }) =>
    jsonText([
      inspected,
      published,
      outcomes,
      text,
      corrections.map(({ day, reason }) => [day, reason]),
    ]).trim(),
  ) as [string, string]
  return expected === own ? undefined : differs({ ...at, check: 'followed', expected, found: own })
}

function sameText(one: unknown, other: unknown): boolean {
  return jsonText(one) === jsonText(other)
}

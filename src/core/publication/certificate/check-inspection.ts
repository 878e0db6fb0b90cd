import { bytesIn, type OpenFolder, piecesOf } from '../../draw/folder/content.ts'
import { RECORD_FILE } from '../../draw/folder/record-file.ts'
import { rowsOfTarget } from '../../draw/folder/rows-of-targets.ts'
import { ASSIGNMENT, SUBSTITUTIONS_OF } from '../../draw/folder/tables.ts'
import { standingAfter } from '../../draw/substitution/standing.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import { readRows } from '../../draw/verify/read-parts.ts'
import { list, object, text } from '../../shape.ts'
import { groupBy } from '../../tally.ts'
import { readRecord } from '../export/read-record.ts'
import type { CertifiedInspection } from '../followed/inspection.ts'
import { shownTeam } from '../followed/shown-team.ts'
import type { InspectorFacts } from '../people.ts'
import { maskText } from '../private-data.ts'
import { TOLD_FILE } from '../told/told-papers.ts'
import { toldParts } from '../told/told-parts.ts'
import { type Certificate, jsonText, lawOf } from './certificate.ts'

/** Whether a claim is borne out; false where what would show it is not at hand. */
export type Borne = boolean | Differs

/** The items against what the papers of the folder say the draw was frozen with. */
export function itemsBorne(file: string, { visits }: CertifiedInspection, folder: OpenFolder): Borne {
  const record = readRecord(bytesIn(folder, RECORD_FILE))
  const told = folder.get(TOLD_FILE)
  if (record === null || record.items.length === 0 || told === undefined) return false
  const facts = toldParts(told, ['facts']).get('facts')
  if (ITEMS(facts) !== undefined) return false
  const named = record.items.map(({ code, name }) => `${code} ${maskText(name)}`)
  const known = (facts as ToldItems).items.map(item => JSON.stringify(shown(item)))
  for (const item of visits.flatMap(({ items }) => items)) {
    if (item.code === '') continue
    const isNamed = named.includes(`${item.code} ${item.name}`)
    if (isNamed && known.includes(JSON.stringify(shown(item)))) continue
    const expected = isNamed ? known.join('; ') : named.join('; ')
    const found = isNamed ? JSON.stringify(shown(item)) : `${item.code} ${item.name}`
    return differs({ file, check: 'followed', column: 'inspection.visits.items', expected, found })
  }
  return true
}

interface ToldItems {
  readonly items: readonly { readonly name: string; readonly basis: string; readonly content: string }[]
}

const ITEMS = object<string>({ items: list(object({ name: text, content: text, basis: text })) })

function shown({ name, basis, content }: ToldItems['items'][number]) {
  return [name, basis, content].map(maskText)
}

/** The teams against who was drawn and stands after the substitutions that the certificate counts; an archive shows them. */
export function teamBorne(
  file: string,
  certificate: Certificate,
  inspection: CertifiedInspection,
  folder: OpenFolder,
): Borne {
  const own = seatsIn(certificate, inspection, folder)
  if (own === null) return false
  let isWhole = true
  for (const [i, visit] of inspection.visits.entries()) {
    // A common visit is made by the people of another draw, and one that is due no more by whoever went.
    const people = own.get(visit.department)
    if (!visit.due || visit.host !== null || people === undefined) {
      isWhole = false
      continue
    }
    const [expected, found] = [
      { people: people.length, team: shownTeam(inspection.officers, people) },
      { people: visit.people, team: visit.team },
    ].map(jsonText) as [string, string]
    if (expected !== found)
      return differs({
        file,
        check: 'followed',
        column: `inspection.visits[${i}].team`,
        expected: expected.trim(),
        found: found.trim(),
      })
  }
  return isWhole
}

/** Who stands at the target, by the names of their departments; null where the folder does not show it. */
function seatsIn(
  certificate: Certificate,
  { substitutions: counted }: CertifiedInspection,
  folder: OpenFolder,
): ReadonlyMap<string, readonly InspectorFacts[]> | null {
  const [assignment, told] = [folder.get(ASSIGNMENT.file), folder.get(TOLD_FILE)]
  if (assignment === undefined || told === undefined) return null
  const read = readRows(folder, SUBSTITUTIONS_OF[lawOf(certificate)])
  const changes = read.kind === 'rows' ? read.rows : []
  if (changes.every(({ number }) => number < counted) && counted > 0) return null
  const parts = toldParts(told, ['departments', 'inspectors'])
  const [departments, inspectors] = [parts.get('departments'), parts.get('inspectors')]
  if (NAMED(departments) !== undefined || PEOPLE(inspectors) !== undefined) return null
  const nameOf = new Map((departments as readonly Named[]).map(({ id, name }) => [id, name]))
  const { id } = certificate.target
  const known = new Map((inspectors as readonly (InspectorFacts & Named)[]).map(one => [one.id, one]))
  const rows = rowsOfTarget(ASSIGNMENT, piecesOf(assignment), id) ?? []
  const { seats } = standingAfter(
    rows,
    changes.filter(({ number }) => number <= counted),
  )
  const own = seats.filter(({ target }) => target === id)
  const byDepartment = groupBy(own, ({ department }) => department)
  const teams = [...byDepartment].map(([code, people]) => {
    const facts = people.map(({ inspector }) => known.get(inspector) ?? { ...NOBODY, name: inspector })
    // Papers name a department where they speak of it, and where each inspector works; experts have no certificate.
    const one = facts.find(({ certificate }) => certificate !== '') ?? facts[0]!
    const said = maskText(nameOf.get(code) ?? one.department)
    return [said, facts] as const
  })
  return new Map(teams)
}

interface Named {
  readonly id: string
  readonly name: string
}

const NOBODY: InspectorFacts = { name: '', certificate: '', department: '', station: '', leader: false }
const NAMED = list(object({ id: text, name: text }))
const PEOPLE = list(object({ id: text, name: text, certificate: text, department: text, station: text }))

import type { Officers } from '../lists/public-list.ts'
import { maskName } from '../mask.ts'
import type { InspectorFacts } from '../people.ts'
import { maskText } from '../private-data.ts'

/** The people of a team as far as the office lets them be public, whoever may lead first; nothing where it lets nobody. */
export function shownTeam(officers: Officers, people: readonly InspectorFacts[]): readonly string[] {
  const team = people.toSorted((a, b) => Number(b.leader) - Number(a.leader))
  switch (officers) {
    case 'none':
      return []
    case 'unit':
      return [...new Set(team.map(({ department, station }) => maskText(`${department}${station}`)))]
    case 'masked':
      return team.map(({ name }) => maskName(name))
    case 'full':
      return team.map(({ name, certificate }) =>
        certificate === '' ? maskText(name) : `${maskText(name)}（${maskText(certificate)}）`,
      )
    default:
      return officers satisfies never
  }
}

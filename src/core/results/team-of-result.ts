import { sortByBytes } from '../bytes.ts'
import type { DepartmentCode, InspectorId } from '../ids.ts'
import { membersOf } from '../registry/cells/cell-result.ts'
import type { Issue } from '../registry/cells/issue.ts'
import type { JudgingInput } from './judging-input.ts'
import type { ResultPlace } from './place-of-result.ts'
import { type Said, wrong } from './said.ts'

/** Who was seated, and who went where it was not they; `went` is empty where they did. */
export interface ResultTeam {
  readonly seated: readonly InspectorId[]
  readonly went: readonly InspectorId[]
}

type People = { readonly ids: readonly InspectorId[] } | { readonly issue: Issue }

/**
 * Holds the people of a row against the seated team: 检查人员 are those who were drawn, 实际检查人员 who really went, which
 * needs a reason. `kept` is the team that a result which stands was entered with, which stays its team whatever was
 * substituted since. People go by ids, certificates or names; of a case 检查人员 are who went.
 */
export function teamOfResult(
  said: Said,
  { key, seated: due }: ResultPlace,
  kept: readonly InspectorId[] | null,
  input: JudgingInput,
): ResultTeam | { readonly issue: Issue } {
  const near = [...(kept ?? []), ...(due ?? [])]
  const named = peopleIn(said, 'inspectors', near, key.department, input)
  if ('issue' in named) return named
  const went = peopleIn(said, 'went', near, key.department, input)
  if ('issue' in went) return went
  if (due === null) return { seated: [], went: went.ids.length > 0 ? went.ids : named.ids }
  const seated = kept === null || kept.length === 0 || same(named.ids, due) ? due : kept
  const shown = seated.map(id => shownInspector(id, input))
  const isOther = named.ids.length > 0 && !same(named.ids, seated)
  // Who went may stand in both columns; what neither the draw nor who went agrees with is wrong.
  if (isOther && (same(went.ids, seated) || !same(named.ids, went.ids)))
    return { issue: wrong(said, 'inspectors', 'result-other-team', { seated: shown }) }
  if (went.ids.length === 0 || same(went.ids, seated)) return { seated, went: [] }
  if (said.get('because') === '')
    return { issue: wrong(said, 'went', 'result-team-unexplained', { seated: shown }) }
  return { seated, went: went.ids }
}

/** Whom a cell names, first of all among the team. */
function peopleIn(
  said: Said,
  field: 'inspectors' | 'went',
  team: readonly InspectorId[],
  department: DepartmentCode,
  input: JudgingInput,
): People {
  const ids = new Set<InspectorId>()
  for (const name of membersOf(said.get(field))) {
    const known = input.inspectors(name)
    const own = known.filter(({ id }) => team.includes(id))
    const near = own.length > 0 ? own : known.filter(one => one.department === department)
    const [one, other] = near.length > 0 ? near : known
    if (one === undefined) return { issue: wrong(said, field, 'unknown-inspector', { name, nearest: null }) }
    if (other !== undefined)
      return { issue: wrong(said, field, 'ambiguous-inspector', { ids: known.map(({ id }) => id) }) }
    ids.add(one.id)
  }
  return { ids: sortByBytes([...ids]) }
}

function shownInspector(id: InspectorId, input: JudgingInput): string {
  const name = input.inspector(id)?.name ?? ''
  return name === '' ? id : `${id} ${name}`
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return sortByBytes([...one]).join() === sortByBytes([...other]).join()
}

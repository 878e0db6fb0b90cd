import type { KnownInspector } from '../../core/results/occasion.ts'
import type { Store } from '../open.ts'

/** Finds inspectors by id, certificate or name, and by an id whose zeros were lost; those who have left are found too. */
export function peopleCalled(store: Store): {
  readonly called: (name: string) => readonly KnownInspector[]
  readonly withId: (id: string) => KnownInspector | null
} {
  const rows = store
    .sql<KnownInspector>(
      'select id, name, certificate, department from inspector order by until is not null desc, version',
    )
    .all()
  const byId = new Map(rows.map(row => [row.id, row]))
  const byName = new Map<string, Map<string, KnownInspector>>()
  const name = (text: string, one: KnownInspector) => {
    if (text === '') return
    const known = byName.get(text)
    if (known === undefined) byName.set(text, new Map([[one.id, one]]))
    else known.set(one.id, one)
  }
  for (const one of byId.values()) {
    name(one.certificate, one)
    name(one.name, one)
  }
  const bare = new Map([...byId].map(([id, one]) => [id.replace(/^0+(?=\d)/, ''), one]))
  return {
    withId: id => byId.get(id) ?? null,
    called: text => {
      const own = byId.get(text)
      if (own !== undefined) return [own]
      const named = [...(byName.get(text)?.values() ?? [])]
      const zeroed = bare.get(text)
      return named.length > 0 || zeroed === undefined ? named : [zeroed]
    },
  }
}

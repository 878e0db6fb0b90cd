import { UserError } from '../core/reason.ts'
import { unknownIn } from '../core/registry/headings.ts'
import { mergeInto } from '../core/registry/merge.ts'
import { presence } from '../core/registry/presence.ts'
import { inEntry } from '../store/entry.ts'
import { idOfTarget, recordOf } from '../store/registry.ts'
import { remembering } from '../store/remember.ts'
import type { Desk } from '../terminal/desk.ts'
import { normalisedData, normalisedLines } from '../terminal/import-report.ts'
import { inert } from '../terminal/table.ts'
import { reasonOfChange } from './plan-change.ts'
import { libraryNamed, occasionOf, withStore } from './shared.ts'
import { faultOf, readOne } from './write-one.ts'

/** add — one record, by `--set` or by questions; what is not given keeps the value it has. */
export async function add(
  desk: Desk,
  name: string,
  options: { readonly set?: readonly string[]; readonly reason?: string },
): Promise<number> {
  const of = libraryNamed(name)
  return withStore(desk, async store => {
    const texts = options.set === undefined ? await ask(desk, name) : pairsOf(options.set)
    const standing = (id: string) =>
      recordOf(store, of, of.name === 'targets' ? idOfTarget(store, id) : id)?.row ?? null
    const { row, columns, gathered } = readOne(desk, store, of, texts, standing)
    const extra = unknownIn(columns)
    const sealed = await inEntry(store, occasionOf(desk), `add ${of.name}`, pen => {
      const remembered = remembering(store, pen, of, {
        merge: mergeInto(of, presence(of, columns)),
        onConflict: 'fail',
        issue: conflict => {
          throw faultOf(desk, of, conflict)
        },
        settled: () => {},
        replace: null,
        late: false,
      })
      remembered.remember(row, 1)
      const finished = remembered.finish()
      const counts = finished === 'doubled' ? { changed: 0, retired: 0 } : finished.counts
      const because = reasonOfChange(desk, store, of, counts, options.reason)
      return { subject: { id: row[0], ...because }, result: finished }
    })
    const { entry } = sealed
    desk.result(
      {
        library: of.name,
        id: row[0],
        entry: entry?.number ?? null,
        digest: entry?.digest ?? null,
        ...normalisedData(gathered),
        extra,
      },
      () => [
        desk.say.added(of.name, row[0]!),
        ...extra.map(({ heading, nearest }) => desk.say.extraField(inert(heading), nearest)),
        ...normalisedLines(desk.say, gathered, ({ heading }) => inert(heading ?? '')),
        entry === null ? desk.say.nothingChanged : desk.say.entry(entry.number, entry.digest),
      ],
    )
    return 0
  })
}

/** `字段=值` pairs of an option, the value being all after the first `=`. */
export function pairsOf(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map(pair => {
      const cut = pair.indexOf('=')
      if (cut <= 0)
        throw new UserError('option-bad', { option: '--set', value: pair, expected: 'FIELD=VALUE' })
      return [pair.slice(0, cut), pair.slice(cut + 1)] as const
    }),
  )
}

async function ask(desk: Desk, name: string): Promise<Map<string, string>> {
  if (!desk.interactive) throw new UserError('option-needed', { option: '--set' })
  const { askText } = await import('../terminal/ask.ts')
  const texts = new Map<string, string>()
  for (const field of libraryNamed(name).fields) {
    const answer = await askText(desk.say.ask(field.headings[0] + (field.needed ? ' *' : '')))
    if (answer !== '') texts.set(field.name, answer)
  }
  return texts
}

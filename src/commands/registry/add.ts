import { escapeControls } from '../../core/escape-controls.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { unknownIn } from '../../core/registry/columns/headings.ts'
import { mergeOf, renumberedIn, takenAsRegistered } from '../../core/registry/import-decision.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import { importer } from '../../store/registry/upsert.ts'
import { rulesNow } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { normalisedData, normalisedLines } from '../../terminal/reports/import-report.ts'
import { libraryNamed } from '../lookup.ts'
import { recordTold } from '../naming.ts'
import { occasionOf, withStore } from '../session.ts'
import { askRecord } from './ask-record.ts'
import { reasonOfChange } from './plan-change.ts'
import { recusalsWhere } from './recusals-where.ts'
import { refuseFaultyHolidays } from './refuse-faulty-holidays.ts'
import { resultJudge } from './result-judge.ts'
import { faultOf, readOne } from './write-one.ts'

const refuse = refusal<OptionReasons>()

/** add — one record, by `--set` or by questions; what is not given keeps the value it has. */
export async function add(
  desk: Desk,
  name: string,
  options: {
    readonly set?: readonly string[]
    readonly where?: string
    readonly asRegistered?: boolean
    readonly reason?: string
  },
): Promise<number> {
  const library = libraryNamed(name)
  if (options.where !== undefined && library.name !== 'recusals')
    throw refuse('option-not-applicable', { option: '--where', with: library.name })
  const texts = options.set === undefined ? await ask(desk, name) : pairsOf(options.set)
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), `add ${library.name}`, writer => {
      const { rows, columns, report } =
        options.where === undefined
          ? recordFrom(desk, store, library, texts, options.asRegistered === true)
          : recusalsWhere(desk, store, texts, options.where)
      const ids = rows.map(idOf)
      const many = options.where === undefined ? {} : { where: options.where, ids }
      const merge = mergeOf(library, columns, null)
      const upserts = importer(store, writer, {
        library,
        merge,
        onConflict: 'fail',
        issue: conflict => {
          throw faultOf(desk, library, conflict)
        },
        note: report.note,
        refusedDoubts: rulesNow(store).refusedDoubts,
        settled: () => {},
        replace: null,
        late: false,
      })
      const put =
        library.name === 'results'
          ? resultJudge(desk, store, writer, columns, merge, report).judging(upserts.upsert)
          : upserts.upsert
      for (const [i, row] of rows.entries()) put(row, i + 1)
      if (report.lastIssue !== null) throw faultOf(desk, library, report.lastIssue)
      const finished = upserts.finish()
      const { counts, ...written } =
        finished === 'doubled' ? { counts: { changed: 0, retired: 0 }, renumbered: 0 } : finished
      refuseFaultyHolidays(store, library)
      const because = reasonOfChange(desk, store, library, counts, options.reason)
      const told = { ids, many, extra: unknownIn(columns), report }
      return {
        subject: { id: ids[0], ...many, ...takenAsRegistered(report), ...renumberedIn(written), ...because },
        result: told,
      }
    })
    const { ids, many, extra, report } = result
    desk.result(
      {
        library: library.name,
        id: ids[0],
        ...many,
        entry: entry?.number ?? null,
        digest: entry?.digest ?? null,
        ...normalisedData(report),
        extra,
      },
      () => [
        ...ids.map(id => desk.say.registry.added(library.name, recordTold(desk, store, library.name, id))),
        ...extra.map(({ heading, nearest }) =>
          desk.say.registry.extraField(escapeControls(heading), nearest),
        ),
        ...normalisedLines(desk.say, report, ({ heading }) => escapeControls(heading ?? '')),
        entry === null
          ? desk.say.import.nothingChanged
          : `  ${desk.say.log.entry(entry.number, entry.digest)}`,
      ],
    )
    return 0
  })
}

/** The one record; of one that stands, what is not given keeps its value. */
function recordFrom(
  desk: Desk,
  store: Store,
  library: Library,
  texts: ReadonlyMap<string, string>,
  asRegistered: boolean,
): ReturnType<typeof recusalsWhere> {
  const standing = (id: string) =>
    recordOf(store, library, library.name === 'targets' ? idOfTarget(store, id) : id)?.row ?? null
  const { row, ...read } = readOne(desk, store, library, texts, standing, asRegistered)
  return { ...read, rows: [row] }
}

/** `字段=值` pairs of an option, the value being all after the first `=`. */
export function pairsOf(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map(pair => {
      const cut = pair.indexOf('=')
      if (cut <= 0) throw refuse('invalid-option', { option: '--set', value: pair, expected: 'FIELD=VALUE' })
      return [pair.slice(0, cut), pair.slice(cut + 1)] as const
    }),
  )
}

async function ask(desk: Desk, name: string): Promise<Map<string, string>> {
  if (!desk.interactive) throw refuse('missing-option', { option: '--set' })
  const { askerAt } = await import('../../terminal/ask.ts')
  const texts = new Map<string, string>()
  await askRecord(desk, askerAt(desk), libraryNamed(name), texts)
  return texts
}

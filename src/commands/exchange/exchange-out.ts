import type { Layout } from '../../core/exchange/layout.ts'
import { type OutFault, outgoing } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import type { FilePath } from '../../core/file-path.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { writeNewFile, writeNewFileOf } from '../../files/folder.ts'
import type { PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import { exchangeLines } from '../../files/writing/exchange-csv.ts'
import { exchangeXlsx } from '../../files/writing/exchange-xlsx.ts'
import { between, type Desk } from '../../terminal/desk.ts'
import { faultData, faultLine, faultSentence } from '../../terminal/exchange/out-fault.ts'
import { encodingOut } from '../encoding-out.ts'
import { inOneState } from '../session.ts'
import { factsOfLayout, type Which } from './facts-of-layout.ts'
import { layoutNamed } from './layout-named.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

export interface OutOptions extends Which {
  readonly to: string
  readonly codes?: string
  readonly encoding?: string
  readonly rejects?: string
}

/** How many values that would be refused are told one by one; all of them stand in the file of `--rejects`. */
const TOLD = 1000

interface Sent {
  readonly rows: number
  readonly refused: number
  readonly faultCount: number
  readonly faults: readonly OutFault[]
}

/**
 * exchange out — the rows that a layout tells of, as the other side wants them; what it would refuse stays behind, and is told
 * row by row: row, column, value, and what would be right. Ends with 1 where anything stays behind.
 */
export async function exchangeOut(
  desk: Desk,
  name: string,
  which: readonly string[],
  options: OutOptions,
): Promise<number> {
  const isXlsx = /\.xlsx$/i.test(options.to)
  if (!isXlsx && !/\.csv$/i.test(options.to))
    throw refuse('invalid-option', { option: '--to', value: options.to, expected: '*.csv, *.xlsx' })
  const encoding = encodingOut(options.encoding)
  const named = await layoutNamed(desk, name, options.codes)
  const { layout, tables } = named
  const to = desk.path(options.to)
  const sent = await inOneState(desk, async store => {
    const rows = outgoing(layout, tables, factsOfLayout(desk, store, layout, which, options))
    const kept = sift(desk, layout, rows, options, encoding)
    return isXlsx ? await asWorkbook(kept, layout, to) : asCsv(kept, layout, to, encoding)
  })
  if (sent.rows + sent.refused === 0) throw refuse('nothing-to-send', { layout: layout.layout })
  const { rows, refused, faults, faultCount } = sent
  const told = { layout: layout.layout, file: rows === 0 ? null : options.to, rows, refused, faultCount }
  desk.result({ ...told, faults: faults.map(fault => faultData(desk.say, fault)) }, () => [
    ...(rows === 0 ? [] : [desk.say.exchange.sent(options.to, rows, layout.system)]),
    ...(refused === 0 ? [] : [desk.say.exchange.refused(refused, faultCount)]),
    ...faults.map(fault => `  ${faultLine(desk, fault)}`),
    ...(faultCount > faults.length ? [`  ${desk.say.import.more(faultCount - faults.length)}`] : []),
    ...(refused > 0 && options.rejects !== undefined ? [desk.say.import.rejectsKept(options.rejects)] : []),
  ])
  return refused > 0 ? 1 : 0
}

type Kept = (each: (cells: readonly string[]) => void) => Sent

/** Parts what goes out from what stays behind; the latter goes to the file of `--rejects`, with the reasons. */
function sift(
  desk: Desk,
  layout: Layout,
  rows: ReturnType<typeof outgoing>,
  { rejects }: OutOptions,
  encoding: PeopleEncoding,
): Kept {
  return put => {
    const sent = { rows: 0, refused: 0, faultCount: 0, faults: [] as OutFault[] }
    const through = (refused: (cells: readonly string[], faults: readonly OutFault[]) => void) => {
      for (const { cells, faults } of rows) {
        if (faults.length === 0) {
          sent.rows++
          put(cells)
          continue
        }
        sent.refused++
        sent.faultCount += faults.length
        for (const fault of faults) if (sent.faults.length < TOLD) sent.faults.push(fault)
        refused(cells, faults)
      }
    }
    if (rejects === undefined) through(() => {})
    else
      writeNewFileOf(desk.path(rejects), 'owner', piece => {
        const file = exchangeLines(encoding, piece)
        file.line([desk.say.exchange.reason, ...layout.columns.map(({ heading }) => heading)])
        through((cells, faults) =>
          file.line([faults.map(fault => faultSentence(desk.say, fault)).join(between(desk)), ...cells]),
        )
        file.end()
        return sent.refused > 0 ? 'keep' : 'drop'
      })
    return sent
  }
}

function asCsv(kept: Kept, { above, columns }: Layout, to: FilePath, encoding: PeopleEncoding): Sent {
  let sent: Sent | null = null
  writeNewFileOf(to, 'owner', piece => {
    const file = exchangeLines(encoding, piece)
    for (const text of above) file.line([text])
    file.line(columns.map(({ heading }) => heading))
    sent = kept(file.line)
    file.end()
    return sent.rows > 0 ? 'keep' : 'drop'
  })
  return sent!
}

async function asWorkbook(kept: Kept, { above, columns }: Layout, to: FilePath): Promise<Sent> {
  const rows: (readonly string[])[] = []
  const sent = kept(cells => rows.push(cells))
  const headings = columns.map(({ heading }) => heading)
  if (sent.rows > 0) writeNewFile(to, await exchangeXlsx(above, headings, rows), 'owner')
  return sent
}

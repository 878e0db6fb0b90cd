import { foreignHeadings } from '../../core/exchange/incoming.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { sha256Hex } from '../../core/hash.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { isId } from '../../core/text.ts'
import { readOneFile } from '../../files/folder.ts'
import type { ForeignReader } from '../../files/reading/foreign-rows.ts'
import type { Desk } from '../../terminal/desk.ts'
import { importAs } from '../registry/import.ts'
import type { ImportOptions } from '../registry/import-options.ts'
import { readerOf } from './exchange-in.ts'
import { layoutNamed } from './layout-named.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

export interface TakeOptions
  extends Pick<ImportOptions, 'encoding' | 'sheet' | 'headerRow' | 'dryRun' | 'rejects'> {
  readonly task: string
}

/**
 * exchange take — a list that another level drew: the targets on it are marked in the registry as those of the task, by the
 * digest of the file, so that the task's condition finds them and no others. The way of `import`: a firm that the registry
 * does not have refuses its row, and then nothing is taken. Says what the line of the plan is to have.
 */
export async function takeList(
  desk: Desk,
  name: string,
  path: string,
  options: TakeOptions,
): Promise<number> {
  const { task, ...read } = options
  const { layout, tables } = await layoutNamed(desk, name, undefined)
  if (layout.of !== 'targets' || layout.key.length === 0)
    throw refuse('layout-not-readable', { layout: layout.layout })
  if (!isId(task) || /[=<>!\s]/.test(task))
    throw refuse('invalid-option', { option: '--task', value: task, expected: 'SJ-2026-07' })
  const sha256 = sha256Hex(readOneFile(desk.path(path)))
  const [heading, mark] = [`派发${task}`, sha256.slice(0, 12)]
  const own = readerOf(layout, tables, () => [])
  const reader: ForeignReader = {
    ...own,
    understand(rows, headerRow) {
      const file = own.understand(rows, headerRow)
      const width = foreignHeadings(layout, rows, headerRow)?.names.length ?? 0
      if (file === null) return null
      return {
        ...file,
        headings: [...file.headings, heading],
        renamed: new Map([...file.renamed, [heading, heading]]),
        turned(cells, row) {
          const { cells: turned, issues } = file.turned(cells, row)
          const isBlank = turned.every(cell => cell.trim() === '')
          return { cells: isBlank ? turned : [...padded(turned, width), mark], issues }
        },
      }
    },
  }
  const given = { layout: layout.layout, sha256, task }
  const code = await importAs(desk, library('targets'), [path], read, { reader, given })
  if (code === 0) desk.remark(desk.say.exchange.listTaken(`${heading}=${mark}`))
  return code
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
}

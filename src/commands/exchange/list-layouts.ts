import { join } from 'node:path'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { layoutNamed, type NamedLayout, shippedLayouts } from './layout-named.ts'

/** exchange list — the layouts that come with the program: whose they are, what they tell of, which code tables are empty. */
export async function listLayouts(desk: Desk): Promise<number> {
  const layouts: NamedLayout[] = []
  for (const name of shippedLayouts()) layouts.push(await layoutNamed(desk, name, undefined))
  const { columns, subject } = desk.say.exchange
  const rows = layouts.map(({ layout, tablesUsed }) => ({
    layout: layout.layout,
    system: layout.system,
    of: layout.of,
    source: layout.source,
    day: layout.day,
    columns: layout.columns.length,
    emptyTables: emptyOf(tablesUsed),
  }))
  desk.result({ layouts: rows }, () =>
    table(
      desk.window,
      [columns.layout, columns.system, columns.of, columns.columns, columns.tables],
      rows.map(row => [
        row.layout,
        row.system,
        subject(row.of),
        String(row.columns),
        row.emptyTables.join(' '),
      ]),
    ),
  )
  return 0
}

function emptyOf(tables: NamedLayout['tablesUsed']): string[] {
  return tables.flatMap(({ table }) => (table.rows.length === 0 ? [table.name] : []))
}

/** exchange check — a layout and its code tables hold, or the first flaw is told with file and place. */
export async function checkLayout(
  desk: Desk,
  name: string,
  options: { readonly codes?: string },
): Promise<number> {
  const { layout, path, tablesUsed } = await layoutNamed(desk, name, options.codes)
  const say = desk.say.exchange
  const tables = tablesUsed.map(({ table, path }) => ({ table: table.name, codes: table.rows.length, path }))
  desk.result({ layout: layout.layout, of: layout.of, columns: layout.columns.length, tables }, () => [
    say.layoutHolds(path.written, layout.columns.length, layout.system),
    ...(layout.source === '' ? [] : [`  ${say.source(layout.source, layout.day)}`]),
    ...tables.map(
      ({ table, codes, path }) =>
        `  ${codes === 0 ? say.emptyTable(table, path) : say.filledTable(table, codes, path)}`,
    ),
  ])
  return 0
}

/** exchange copy — a layout and its code tables as files of the office, to be changed. */
export async function copyLayout(
  desk: Desk,
  name: string,
  options: { readonly to: string },
): Promise<number> {
  const { layout, path, tablesUsed } = await layoutNamed(desk, name, undefined)
  const { readOneFile, writeFolder } = await import('../../files/folder.ts')
  const files = new Map([
    [`${layout.layout}.json`, readOneFile(path)],
    ...tablesUsed.map(
      ({ table, path: full }) =>
        [join('codes', `${table.name}.csv`), readOneFile({ written: full, full })] as const,
    ),
  ])
  writeFolder(desk.path(options.to), files, 'umask')
  desk.result({ layout: layout.layout, to: options.to, files: [...files.keys()] }, () => [
    desk.say.exchange.copied(layout.layout, options.to),
  ])
  return 0
}

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CodeTable, readCodeTable } from '../../core/exchange/code-table.ts'
import type { Layout } from '../../core/exchange/layout.ts'
import { readLayoutTable } from '../../core/exchange/layout-table.ts'
import type { TablesOf } from '../../core/exchange/outgoing.ts'
import { type LayoutFlaw, readLayout } from '../../core/exchange/read-layout.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import type { FilePath } from '../../core/file-path.ts'
import { parseJson } from '../../core/json.ts'
import { nearest } from '../../core/nearest.ts'
import { refusal } from '../../core/refusal.ts'
import { jsonFlaw } from '../../core/settings/json-flaw.ts'
import { OWN_ROOT } from '../../files/own-root.ts'
import { plainRows } from '../../files/reading/plain-rows.ts'
import { isFile, readTextFile } from '../../files/text-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<ExchangeReasons>()

/** A layout with the tables of its codes, each with the file that it comes from. */
export interface NamedLayout {
  readonly layout: Layout
  readonly path: FilePath
  readonly tables: TablesOf
  /** The tables that it names. */
  readonly tablesUsed: readonly { readonly table: CodeTable; readonly path: string }[]
}

/** The layouts that come with the program. */
export const SHIPPED = join(OWN_ROOT, 'layouts')

export function shippedLayouts(): readonly string[] {
  return readdirSync(SHIPPED)
    .filter(name => name.endsWith('.json'))
    .map(name => name.slice(0, -'.json'.length))
    .sort()
}

/**
 * The layout that the user named, shipped or in a file of his own (JSON, or a table). Its code tables are looked for in
 * `--codes`, then beside its own file, then among those that are shipped.
 */
export async function layoutNamed(desk: Desk, name: string, codes: string | undefined): Promise<NamedLayout> {
  const path = layoutPath(desk, name)
  const layout = await layoutIn(desk, path)
  const folders = [
    ...(codes === undefined ? [] : [desk.path(codes).full]),
    dirname(path.full),
    join(dirname(path.full), 'codes'),
    join(SHIPPED, 'codes'),
  ]
  const names = [...new Set(layout.columns.flatMap(column => (column.codes === '' ? [] : [column.codes])))]
  const tablesUsed = []
  for (const table of names) tablesUsed.push(await codeTable(layout, table, folders))
  const byName = new Map(tablesUsed.map(({ table }) => [table.name, table]))
  return { layout, path, tablesUsed, tables: table => byName.get(table)! }
}

function layoutPath(desk: Desk, name: string): FilePath {
  const known = shippedLayouts()
  if (known.includes(name)) return { written: name, full: join(SHIPPED, `${name}.json`) }
  const path = desk.path(name)
  if (isFile(path)) return path
  throw refuse('unknown-exchange-layout', { name, nearest: nearest(name, known), known })
}

async function layoutIn(desk: Desk, path: FilePath): Promise<Layout> {
  const found = /\.(?:csv|xlsx)$/i.test(path.full)
    ? readLayoutTable(await plainRows(path, {}), row => desk.say.exchange.row(row))
    : layoutOfJson(readTextFile(path).replace(/^\ufeff/, ''))
  if ('columns' in found) return found
  throw refuse('invalid-exchange-layout', { path: path.written, flaw: found })
}

function layoutOfJson(text: string): Layout | LayoutFlaw {
  const value = parseJson(text)
  if (value !== undefined) return readLayout(value)
  return { place: '', found: '', problem: { kind: 'not-json', at: jsonFlaw(text) } }
}

async function codeTable(layout: Layout, name: string, folders: readonly string[]) {
  const full = folders.map(folder => join(folder, `${name}.csv`)).find(existsSync)
  if (full === undefined || /[/\\]/.test(name))
    throw refuse('no-code-table', { layout: layout.layout, table: name })
  const table = readCodeTable(name, await plainRows({ written: full, full }, {}))
  if ('rows' in table) return { table, path: full }
  throw refuse('invalid-code-table', { path: full, flaw: table })
}

import type { Folder } from '../core/draw/folder/sums.ts'
import { IS_LIST } from '../core/publication/export/page.ts'
import { decodeUtf8 } from '../core/text.ts'

/** What a public list says of a target. */
export interface Listed {
  readonly name: string
  readonly departments: string
}

/**
 * Names from the public list, whatever layout an office gave it: the column whose heading speaks of a code, the one that
 * speaks of a name. Lists are information; what is verified are codes.
 */
export function namesIn(folder: Folder): ReadonlyMap<string, Listed> {
  const names = new Map<string, Listed>()
  for (const [file, bytes] of folder) {
    if (!IS_LIST.test(file)) continue
    const rows = recordsOf(textOf(bytes))
    const top = rows.findIndex(row => row.some(cell => CODE.test(cell)) && row.some(cell => NAME.test(cell)))
    if (top < 0) continue
    const [code, name, departments] = [CODE, NAME, DEPARTMENTS].map(heading =>
      rows[top]!.findIndex(cell => heading.test(cell)),
    ) as [number, number, number]
    for (const row of rows.slice(top + 1)) {
      const id = plain(row[code] ?? '')
      if (id !== '' && !names.has(id))
        names.set(id, { name: plain(row[name] ?? ''), departments: plain(row[departments] ?? '') })
    }
  }
  return names
}

/** UTF-8; or GB 18030, in which an office may export what goes out to people. */
function textOf(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? new TextDecoder('gb18030').decode(bytes)
}

const CODE = /代码|注册号/
const NAME = /名称/
const DEPARTMENTS = /部门|机关/

/** A cell without what keeps a spreadsheet from changing it. */
function plain(cell: string): string {
  return cell.replace(/^\t|^'(?=[=+\-@＝＋－＠\t\r])/, '').trim()
}

/** Records of RFC 4180, quotes and line breaks inside them understood. */
export function recordsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, '').matchAll(FIELD)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/g

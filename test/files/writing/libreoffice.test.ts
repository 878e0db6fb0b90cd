/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { listDocument } from '../../../src/core/publication/document.ts'
import { written } from '../../../src/files/writing/documents.ts'
import { freshFolder } from '../../helpers/scratch.ts'

/** Where an office program can read what we wrote; elsewhere these tests skip, by name. */
const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
)
const NOTE = SOFFICE === undefined ? ' (skipped: LibreOffice is not installed)' : ''

const FOLDER = freshFolder()

/** What a spreadsheet, left to itself, would round, shorten, turn into a date or run. */
const CELLS = [
  '91141102MA0K3X7H5Y',
  '911411027000000449',
  '110108000000016',
  '04102200001',
  '0010',
  '1E10',
  '9114110270000004E5',
  '示例（𬭊）商行',
  '䶮示例店',
  '"引号",逗号',
  '甲\n乙',
  '  两头空格  ',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://example.invalid","点")',
  '\t=1+1',
  '2026-03-01',
  '3/5',
  '1-2',
  '<b>&amp;</b>',
]
const HEADINGS = ['序号', '内容', '重复']
const ROWS = CELLS.map((cell, i) => [String(i + 1), cell, cell])
const DOCUMENT = { ...listDocument('名单', '示例名单', '', { headings: HEADINGS, rows: ROWS }), notice: true }

/** The text that LibreOffice makes of a file of ours. */
async function converted(format: 'csv' | 'xlsx' | 'docx', to: string): Promise<string> {
  const [content] = (await written([DOCUMENT], [format])).values()
  const name = `${format}-${to.replace(/\W.*/, '')}`
  writeFileSync(join(FOLDER, `${name}.${format}`), content!)
  // UTF-8 (76) in; formulas as formulas, cells as shown, quoted; the default of an import: no column is told to be text.
  const reading = format === 'csv' ? ['--infilter=CSV:44,34,76,1'] : []
  const ran = spawnSync(
    SOFFICE!,
    [
      `-env:UserInstallation=${pathToFileURL(join(FOLDER, 'profile')).href}`,
      ...['--headless', ...reading, '--convert-to', to, '--outdir', join(FOLDER, 'out')],
      join(FOLDER, `${name}.${format}`),
    ],
    { encoding: 'utf8' },
  )
  expect(ran.status, ran.stderr).toBe(0)
  return readFileSync(join(FOLDER, 'out', `${name}.${to.split(':')[0]}`), 'utf8').replace(/^\ufeff/, '')
}

/** Cells of the CSV that LibreOffice writes, formulas shown as such. */
const TO_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true'

const cellsOf = (csv: string): string[][] => parse(csv, { relax_column_count: true })

/** A cell, or a cell behind the guard that our own import takes off again. */
const guarded = (cell: string) => [cell, `'${cell}`, `\t${cell}`]

describe.skipIf(SOFFICE === undefined)(`LibreOffice${NOTE}`, () => {
  it('reads CSV as it was written: codes, zeros, rare characters, and no formula', async () => {
    const [headings, ...rows] = cellsOf(await converted('csv', TO_CSV))
    expect(headings).toEqual(HEADINGS)
    for (const [i, row] of rows.entries())
      if (!DATES.has(CELLS[i]!)) for (const cell of row.slice(1)) expect(guarded(CELLS[i]!)).toContain(cell)
    expect(rows).toHaveLength(CELLS.length)
  }, 120_000)

  it('reads XLSX as it was written, every cell text', async () => {
    const [title, headings, ...rows] = cellsOf(await converted('xlsx', TO_CSV))
    expect(title![0]).toBe('示例名单')
    expect(headings).toEqual(HEADINGS)
    expect(rows).toEqual(ROWS)
  }, 120_000)

  it('reads DOCX as it was written', async () => {
    const text = await converted('docx', 'txt:Text (encoded):UTF8')
    for (const cell of CELLS)
      for (const line of cell.split('\n'))
        expect(text.split(line.trim()).length - 1, line).toBeGreaterThanOrEqual(2)
  }, 120_000)
})

/** A day is shown in the reader's own way; nothing of it is lost. */
const DATES = new Set(['2026-03-01'])

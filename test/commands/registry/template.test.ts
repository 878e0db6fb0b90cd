import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Field, LIBRARIES } from '../../../src/core/registry/libraries/field.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { office } from '../../helpers/ssj.ts'

const SHEET = 'xl/worksheets/sheet1.xml'

async function templateOf(name: string, ...options: string[]) {
  const here = office()
  await here.done('init')
  const to = here.path(`${name}.xlsx`)
  const { headings } = await here.done('template', name, '--to', to, ...options)
  const files = unzipSync(readFileSync(to))
  return { here, to, files, headings: headings as string[], sheet: strFromU8(files[SHEET]!) }
}

test.each(LIBRARIES)(
  'a template of %s as a workbook has a hint for every column, as long as a hint may be',
  async name => {
    for (const lang of ['zh', 'en']) {
      const { sheet, headings } = await templateOf(name, '--lang', lang)
      const prompts = [...sheet.matchAll(/ prompt="([^"]*)" sqref="([A-Z]+)2:/g)]
      expect(prompts).toHaveLength(headings.length)
      for (const [, prompt] of prompts) expect(prompt!.length).toBeGreaterThan(1)
      for (const [, title] of sheet.matchAll(/promptTitle="([^"]*)"/g))
        expect(title!.length).toBeLessThanOrEqual(32)
      for (const [, list] of sheet.matchAll(/<formula1>([^<]*)</g)) expect(list!.length).toBeLessThan(280)
      const needed = library(name).fields.filter(field => (field as Field).needed === true).length
      expect(sheet.match(/prompt="(?:必填|needed)/g) ?? []).toHaveLength(needed)
    }
  },
)

test('what is filled into a template comes in as it is, zeros of codes too; drop-downs offer what an import takes', async () => {
  const { here, files, headings, sheet } = await templateOf('departments')
  const values: Record<string, string> = { [headings[0]!]: '0012', [headings[1]!]: '示例局' }
  const cells = headings.flatMap((heading, i) => {
    const value = values[heading]
    const place = `${String.fromCharCode(65 + i)}2`
    return value === undefined ? [] : [`<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`]
  })
  const filled = sheet.replace('</sheetData>', `<row r="2">${cells.join('')}</row></sheetData>`)
  const to = here.file('filled.xlsx', zipSync({ ...files, [SHEET]: strToU8(filled) }))
  const { files: told } = await here.done('import', 'departments', to)
  expect(told[0]).toMatchObject({ new: 1 })
  expect((await here.ssj('show', 'departments', '0012')).out).toContain('示例局')
})

test('an empty template is refused as an empty file is, and text is the form of its cells', async () => {
  const { here, to, sheet, files } = await templateOf('targets')
  const style = /<col [^>]*style="(\d+)"/.exec(sheet)![1]!
  const xfs = strFromU8(files['xl/styles.xml']!).split('<cellXfs')[1]!.split('</cellXfs>')[0]!
  const own = [...xfs.matchAll(/<xf [^>]*>/g)][Number(style)]![0]
  const [, format] = /numFmtId="(\d+)"/.exec(own)!
  const named = strFromU8(files['xl/styles.xml']!)
  expect(format === '49' || named.includes(`numFmtId="${format}" formatCode="@"`), own).toBe(true)
  const [csv, xlsx] = [here.file('t.csv', (await here.ssj('template', 'targets')).out), to]
  const [first, second] = [
    await here.ssj('import', 'targets', csv),
    await here.ssj('import', 'targets', xlsx),
  ]
  expect([second.code, second.err.replaceAll(xlsx, '')]).toEqual([first.code, first.err.replaceAll(csv, '')])
})

test('an encoding is none of a workbook', async () => {
  const here = office()
  const { code, err } = await here.ssj(
    'template',
    'targets',
    '--to',
    here.path('a.xlsx'),
    '--encoding',
    'gb18030',
  )
  expect([code, err]).toEqual([2, expect.stringContaining('--encoding')])
})

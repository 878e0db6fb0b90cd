import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../../../../src/core/publication/document.ts'
import { ALIKE, saidOnce } from '../../../../src/core/publication/said-once.ts'
import { officialDocx } from '../../../../src/files/writing/official/official-docx.ts'
import { officialPages } from '../../../../src/files/writing/official/pages.ts'
import { readableBlocks } from '../../../../src/files/writing/official/readable-blocks.ts'
import { NOTICE } from '../../../helpers/official.ts'

const TASK = '2026年度示例区食品销售和餐饮服务单位部门联合“双随机、一公开”抽查'
const WIDE = [
  ...['序号', '抽查计划编号', '抽查计划名称', '抽查任务编号', '抽查任务名称', '抽查类型', '检查机关'],
  ...['抽查市场主体名称', '统一社会信用代码/注册号', '检查完成日期', '检查结果', '备注'],
]
const row = (i: number) => [
  ...[String(i + 1), 'P01', TASK, '2026-0001', TASK, '定向', '示例区市场监督管理局、示例区消防救援大队'],
  ...[`示例餐饮管理有限公司第${i}分公司`, `91141102MAB3K7${1000 + i}`, '', '', ''],
]
const rows = Array.from({ length: 15 }, (_, i) => row(i))
const table = (headings: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  ...{ kind: 'table', headings, rows },
})
const paper = (block: Block): Document => ({ ...NOTICE, blocks: [block, NOTICE.blocks.at(-1)!] })

/** All that blocks say. */
const said = (blocks: readonly Block[]) =>
  blocks.flatMap(block =>
    block.kind === 'table'
      ? [...block.headings, ...block.rows.flat()]
      : block.kind === 'facts'
        ? block.facts.flatMap(({ label, value }) => [label, value])
        : [],
  )

describe('a table with too many columns for an upright page', () => {
  it('says once what all rows say alike, and keeps every heading and every cell', () => {
    const blocks = readableBlocks([table(WIDE, rows)])
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'facts', 'table'])
    expect(blocks[0]).toMatchObject({ text: ALIKE })
    expect(new Set(said(blocks))).toEqual(new Set([...WIDE, ...rows.flat()]))
  })

  it('is a grid for each row where that is not enough', () => {
    const own = rows.map((cells, i) => cells.map(cell => (cell === '' ? '' : `${cell}${i}`)))
    const blocks = readableBlocks([table(WIDE, own)])
    expect(blocks).toHaveLength(rows.length)
    expect(new Set(said(blocks))).toEqual(new Set([...WIDE, ...own.flat()]))
  })

  it('of few columns, of one row and of none stays as it is', () => {
    for (const few of [
      table(
        WIDE.slice(7, 9),
        rows.map(cells => cells.slice(7, 9)),
      ),
      table(['序号'], []),
    ])
      expect(readableBlocks([few])).toEqual([few])
    expect(saidOnce({ headings: WIDE, rows: rows.slice(0, 1) })).toBeNull()
    expect(saidOnce({ headings: ['甲'], rows: [['一'], ['一']] })).toBeNull()
    expect(said(readableBlocks([table(WIDE, rows.slice(0, 1))]))).toEqual(
      expect.arrayContaining([...WIDE, ...row(0)]),
    )
  })

  it('has no letters smaller than 小五, as DOCX and as OFD', () => {
    for (const many of [rows, rows.map((cells, i) => cells.map(cell => `${cell}${i}`))]) {
      const document = paper(table(WIDE, many))
      const sizes = officialPages(document).flatMap(page =>
        page.flatMap(mark => (mark.kind === 'text' ? [mark.size] : [])),
      )
      expect(Math.min(...sizes)).toBeGreaterThan(9 * (25.4 / 72) - 0.001)
      const xml = strFromU8(unzipSync(officialDocx(document))['word/document.xml']!)
      const halfPoints = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size))
      expect(Math.min(...halfPoints)).toBeGreaterThanOrEqual(18)
    }
  })
})

import { type Block, type Document, signedLines } from '../../../core/publication/document.ts'
import { closingFrom, staysWithNext } from './closing.ts'
import { longestOf, organLines } from './organ-lines.ts'
import { inGroups } from './printed-width.ts'
import { GAP, line } from './word-line.ts'
import { barsTable, shadedTable } from './word-pictures.ts'
import { dataTable, factsTable, figuresTable, together } from './word-tables.ts'

/** A4 and its margins at the sides, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838 }
export const MARGIN = 1250

/**
 * The text of a notice in WordprocessingML (ECMA-376, part 1, 17), from its title on: what the library for documents gives,
 * block by block, which takes a hundredth of a second for each of thousands of notices.
 */
export function wordBody({ title, subtitle, blocks, wide, bundle, head }: Document): string {
  const text = (wide ? PAGE.height : PAGE.width) - 2 * MARGIN
  const size = bundle === undefined ? 24 : 21
  const from = closingFrom(blocks)
  const end = blocks.findIndex(({ kind }) => kind === 'signature') + 1 || blocks.length
  const closing = blocks.slice(from, end).map(part => blockOf(part, size, text))
  return [
    ...(head === undefined ? [] : headOf(head)),
    line(title, { bold: true, size: 40, font: 'title', align: 'center' }),
    ...(subtitle === '' ? [] : [line(subtitle, { align: 'center' })]),
    ...blocks.slice(0, from).map((part, i) => blockOf(part, size, text, staysWithNext(blocks, i))),
    ...(closing.length < 2 ? closing : [together(closing)]),
    ...blocks.slice(end).map((part, i) => blockOf(part, size, text, staysWithNext(blocks, end + i))),
  ].join('')
}

/** A seal is some forty millimetres across; half of it stands above the line that it goes on. */
const ROOM_FOR_SEAL = 900

/** The name of the office and the number of the paper, above a red rule. */
function headOf({ organ, number }: NonNullable<Document['head']>): string[] {
  const lines = organLines(organ)
  const size = Math.min(56, Math.floor(880 / longestOf(lines)))
  return [
    ...(organ === ''
      ? []
      : [
          line(lines.join('\n'), { bold: true, size, font: 'title', align: 'center', red: true, keep: true }),
        ]),
    line(number, { align: 'center', rule: true, keep: true }),
  ]
}

function blockOf(part: Block, size: number, width: number, keep = false): string {
  switch (part.kind) {
    case 'text':
      return line(inGroups(part.text, width / (size * 5)), { size, indent: size * 20, keep })
    case 'address':
      return line(part.text, { size, bold: true })
    case 'heading':
      return line(part.text, {
        ...{ size: size + 2, bold: true, font: 'heading', keep: true, page: part.page === true },
      })
    case 'facts':
      return factsTable(part.facts, part.pairs, width) + GAP
    case 'table':
      return (part.figures ? figuresTable(part, width) : dataTable(part, width)) + GAP
    case 'shaded':
      return line(part.caption, { size, bold: true, keep: true }) + shadedTable(part, width) + GAP
    case 'bars':
      return line(part.caption, { size, bold: true, keep: true }) + barsTable(part.bars, width) + GAP
    case 'signature':
      return signedLines(part)
        .map((text, i) => {
          const before = i === 0 && part.seal !== undefined ? ROOM_FOR_SEAL : 40
          return line(text, { size, align: 'right', keep: i === 0, before })
        })
        .join('')
    default:
      return part satisfies never
  }
}

import { withoutControls } from './printable.ts'
import { escapedXml } from './xml.ts'

/** The fonts of a notice. */
export const FONTS = {
  body: fontOf('仿宋'),
  table: fontOf('宋体'),
  title: fontOf('宋体'),
  heading: fontOf('黑体'),
} as const
type Font = keyof typeof FONTS

/** How a line is shown; sizes in half points, distances in twentieths of a point. */
export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly font?: Font
  readonly align?: 'left' | 'center' | 'right'
  readonly indent?: number
  readonly keep?: boolean
  /** On a page of its own. */
  readonly page?: boolean
  readonly red?: boolean
  /** A red rule below. */
  readonly rule?: boolean
  /** Twentieths of a point above and below. */
  readonly before?: number
  readonly after?: number
}

/** A paragraph, its lines broken where the text has them (WordprocessingML, ECMA-376, part 1, 17.3). */
export function line(text: string, look: Look = {}): string {
  const { size = 24, bold = false, font = 'body', align = 'left', indent = 0, keep = false } = look
  const { red = false, rule = false, before = 40, after = rule ? 240 : 40, page = false } = look
  const { ascii, cs, eastAsia, hAnsi } = FONTS[font]
  const on = (tag: string, is: boolean) => (is ? `<w:${tag}/>` : `<w:${tag} w:val="false"/>`)
  const properties =
    `<w:rPr><w:rFonts w:ascii="${ascii}" w:cs="${cs}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}"/>` +
    `${on('b', bold)}${on('bCs', bold)}${red ? '<w:color w:val="DD0000"/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  const runs = withoutControls(text)
    .split('\n')
    .map((piece, i) => {
      const inner = `${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapedXml(piece)}</w:t>`
      return `<w:r>${properties}${inner}</w:r>`
    })
  return (
    `<w:p><w:pPr>${on('keepNext', keep)}${page ? '<w:pageBreakBefore/>' : ''}${rule ? RULE : ''}<w:spacing w:after="${after}" w:before="${before}"/>` +
    `<w:ind w:firstLine="${indent}"/><w:jc w:val="${align}"/></w:pPr>${runs.join('')}</w:p>`
  )
}

const RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="DD0000"/></w:pBdr>'

/** Word wants a paragraph between tables and after the last. */
export const GAP =
  '<w:p><w:pPr><w:spacing w:after="0" w:before="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

function fontOf(chinese: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: chinese }
}

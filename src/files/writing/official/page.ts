/**
 * The page of an official document (GB/T 9704-2012, sections 5 and 7), in millimetres: A4, 37 above and 28 on the bound side
 * of a type area of 156 by 225, with 22 lines of 28 characters.
 */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 } as const
export const LINES = 22
export const CHARACTERS = 28
export const PITCH = PAGE.textHeight / LINES
export const ADVANCE = PAGE.textWidth / CHARACTERS
/** From the top of the type area to the name of the office (7.3.4), between red rule and 发文字号 (7.2.7), and to the page number (7.5). */
export const TO_HEAD = 35
export const TO_RULE = 4
export const TO_NUMBER = 7

/** Sizes of type: their Chinese names, as millimetres of a character. */
const MM = 25.4 / 72
export const SIZES = { two: 22 * MM, three: 16 * MM, four: 14 * MM, five: 10.5 * MM } as const

export const FONTS = { head: '方正小标宋简体', body: '仿宋', heading: '黑体', table: '宋体' } as const
export type Font = keyof typeof FONTS

/** Something on a page: a line of text with the room of each of its characters, or a rule. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly font: Font
      readonly size: number
      readonly x: number
      /** Where the line stands on. */
      readonly baseline: number
      /** The way from each character to the next. */
      readonly advances: readonly number[]
      readonly red: boolean
    }
  | {
      readonly kind: 'rule'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly width: number
      readonly red: boolean
    }

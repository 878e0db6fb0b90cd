import { type CellResult, invalid, parsed } from './cell-result.ts'
import { NO, YES } from './words.ts'

/**
 * 否, 本年 or 近k年: how far back a draw keeps its targets out of this one. 同部门 or 同事项 after it: only draws in which
 * the same department visited, or that had an item in common.
 */
export function readWindow(text: string): CellResult {
  const [, words, scope = ''] = /^(.*?)[ ·，,/（(]*(同部门|同事项)?[)）]?$/.exec(text)!
  const span = spanOfWindow(words!)
  if (span === null || (span === NO && scope !== ''))
    return invalid('invalid-choice', { choices: ['否', '本年', '近3年', '本年同部门', '近3年同事项'] })
  return parsed(span + scope, text, 'word')
}

function spanOfWindow(words: string): string | null {
  if ([NO, '不排除', '无'].includes(words)) return NO
  if ([YES, '本年', '当年', '年内', '1年'].includes(words)) return '本年'
  const years = /^近? ?([1-9]\d?)年内?$/.exec(words)
  return years === null ? null : `近${Number(years[1])}年`
}

/** Which draws keep their targets out: of how long, and of which department or item. */
export interface Window {
  /** 0: of the task's year. */
  readonly years: number
  readonly scope: 'any' | 'department' | 'item'
}

/** The window of a canonical cell, or null when draws keep nobody out. */
export function windowOf(cell: string): Window | null {
  if (cell === NO) return null
  const scope = cell.endsWith('同部门') ? 'department' : cell.endsWith('同事项') ? 'item' : 'any'
  return { years: Number(/\d+/.exec(cell)?.[0] ?? 0), scope }
}

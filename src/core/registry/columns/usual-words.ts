import { NO, YES } from '../cells/words.ts'
import type { CellType } from '../libraries/field.ts'

/** Words of a type of cells: the only ones, where it is a choice of few, or the usual ones among others. */
export interface UsualWords {
  readonly isClosed: boolean
  readonly words: readonly string[]
}

/** The words that a cell of this type usually has; null where it has none of its own. */
export function usualWords(type: CellType): UsualWords | null {
  if (typeof type !== 'string') return { isClosed: true, words: type.choices.map(([word]) => word) }
  return USUAL[type] ?? null
}

const USUAL: Readonly<Partial<Record<Extract<CellType, string>, UsualWords>>> = {
  yesno: { isClosed: true, words: [YES, NO] },
  risk: { isClosed: false, words: ['A', 'B', 'C', 'D'] },
  status: { isClosed: false, words: ['存续（在营、开业、在册）', '注销', '吊销', '迁出', '停业'] },
  subject: {
    isClosed: false,
    words: ['企业', '个体工商户', '农民专业合作社', '分支机构', '机关事业单位', '社会组织'],
  },
}

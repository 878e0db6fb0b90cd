import type { Change } from '../folder/rows.ts'

export type SubstitutionCode = keyof typeof CODES

interface Code {
  readonly kind: Change['kind'] | 'either'
  /** Whoever fell out for this comes in nowhere in the draw again (draw-2.md, section 7). */
  readonly bars?: true
  /** As public lists write it. */
  readonly label: string
  readonly words: readonly string[]
}

/**
 * Why somebody falls out: the code that is published, whom it may be said of, and how clerks write it. The field
 * has no rule for it; these are the occasions that plans and notices name.
 */
const CODES = {
  deregistered: { kind: 'target', label: '已注销或吊销', words: ['注销', '已注销', '吊销', '已吊销'] },
  closed: { kind: 'target', label: '停业关闭', words: ['停业', '歇业', '关闭', '停产'] },
  moved: { kind: 'target', label: '迁出或搬迁', words: ['迁出', '搬迁', '迁址', '地址变更'] },
  unreachable: { kind: 'target', label: '无法联系', words: ['查无下落', '失联', '登记住所无人'] },
  cancelled: { kind: 'target', label: '取消检查', words: ['取消', '不予检查'] },
  visited: { kind: 'target', label: '本期已检查', words: ['已检查', '重复检查', '合并检查'] },
  'on-leave': { kind: 'inspector', label: '请假', words: ['休假', '病假', '出差', '在外学习'] },
  recused: { kind: 'inspector', label: '回避', words: ['利害关系'] },
  certificate: { kind: 'inspector', bars: true, label: '执法证到期', words: ['证件到期', '证件失效'] },
  transferred: { kind: 'inspector', bars: true, label: '调离', words: ['离职', '退休', '借调'] },
  unqualified: { kind: 'inspector', bars: true, label: '不具备所需专业', words: ['不具备专业', '专业不符'] },
  duty: { kind: 'inspector', label: '另有公务', words: ['另有任务', '公务冲突'] },
  other: { kind: 'either', label: '其他', words: [] },
} as const satisfies Record<string, Code>

export type ReasonReading =
  /** As in `substitutions.csv`: the code, then a colon and any further words. */
  | { readonly kind: 'reason'; readonly code: SubstitutionCode; readonly text: string; readonly cell: string }
  /** The code is not for this kind of substitution. */
  | { readonly kind: 'unfit'; readonly code: SubstitutionCode }
  /** `other` must say more. */
  | { readonly kind: 'wordless' }

/**
 * A reason as it was given, a text without stray characters: a code or its Chinese word, alone or followed by a colon and
 * more words; any other text is `other`.
 */
export function readReason(written: string, of: Change['kind']): ReasonReading {
  const colon = written.search(/[:：]/)
  const [head, tail] = colon < 0 ? [written, ''] : [written.slice(0, colon), written.slice(colon + 1)]
  const named = codeOf(head.trim())
  const code = named ?? 'other'
  const text = (named === undefined ? written : tail).trim()
  const { kind } = CODES[code]
  if (kind !== 'either' && kind !== of) return { kind: 'unfit', code }
  if (code === 'other' && text === '') return { kind: 'wordless' }
  return { kind: 'reason', code, text, cell: text === '' ? code : `${code}:${text}` }
}

/** The codes that may be given for a kind of substitution. */
export function codesFor(of: Change['kind']): readonly SubstitutionCode[] {
  return codes().filter(code => CODES[code].kind === of || CODES[code].kind === 'either')
}

/** The word for a code in lists for the public. */
export function labelOf(code: SubstitutionCode): string {
  return CODES[code].label
}

/** Code and text of a cell of `substitutions.csv`; a folder of another program may hold any text. */
export function reasonOfCell(cell: string): { readonly code: SubstitutionCode; readonly text: string } {
  const code = codeOf(cell.split(':', 1)[0]!)
  if (code === undefined) return { code: 'other', text: cell }
  return { code, text: cell.includes(':') ? cell.slice(cell.indexOf(':') + 1) : '' }
}

/** Whether a cell of `substitutions.csv` bars whoever fell out from the whole draw. */
export function barsFromDraw(cell: string): boolean {
  const code = codeOfCell(cell)
  return code !== undefined && 'bars' in CODES[code]
}

/** The code before the colon, exactly as version 2 writes it (section 7). */
export function codeOfCell(cell: string): SubstitutionCode | undefined {
  const [head] = cell.split(':', 1)
  return codes().find(code => code === head)
}

/** Whether version 2 allows this reason for what falls out: a code, or a code, a colon and words. */
export function isReasonFor(of: Change['kind'], cell: string): boolean {
  const code = codeOfCell(cell)
  if (code === undefined || !codesFor(of).includes(code)) return false
  return cell === code || cell.slice(code.length + 1).trim() !== ''
}

function codeOf(word: string): SubstitutionCode | undefined {
  const isNamed = (code: SubstitutionCode, { label, words }: Code): boolean =>
    code === word.toLowerCase() || label === word || words.includes(word)
  return codes().find(code => isNamed(code, CODES[code]))
}

function codes(): readonly SubstitutionCode[] {
  return Object.keys(CODES) as SubstitutionCode[]
}

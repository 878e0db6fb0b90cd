import { isAlmostIdentityNumber, isIdentityNumber } from '../registry/numbers/identity-number.ts'
import { isUscc } from '../registry/numbers/uscc.ts'
import { type FoldedText, folded } from './folded-text.ts'

/** What of a person may not stand in a public file. */
export type PrivateKind = 'identity' | 'mobile' | 'landline' | 'mail' | 'card' | 'passport'

/** A place in a text that may not be public: from `start` up to `end`, in UTF-16 units. */
export interface PrivateData {
  readonly kind: PrivateKind
  readonly start: number
  readonly end: number
  /** The same with what matters replaced by `*`. */
  readonly masked: string
}

/**
 * Finds, in their order, the numbers of a person in a text that will be public: of identity cards (GB 11643), mobile
 * telephones and landlines with or without +86, bank cards (Luhn), passports and permits, and addresses of mail. Full
 * width, Chinese numerals, blanks, dashes, dots and brackets between the digits hide none. Digests and codes of firms
 * (a true check character) are none. Time grows with the length of the text.
 */
export function privateDataIn(text: string): readonly PrivateData[] {
  if (/^[0-9]+$/.test(text)) return figuresAlone(text)
  if (!SUSPECT.test(text)) return []
  const { plain, at } = folded(text)
  const found = [...lettersIn(plain), ...digitRuns(plain).flatMap(run => inRun(plain, run))]
    .sort((a, b) => a.start - b.start)
    .filter((one, i, all) => all.slice(Math.max(0, i - 1), i).every(({ end }) => end <= one.start))
  return found.map(place => ({
    kind: place.kind,
    start: at[place.start]!,
    end: at[place.end]!,
    masked: maskedPlace(text, { plain, at }, place),
  }))
}

/** The same of a text of figures only, as many codes are: it is one number as it stands, or none. */
function figuresAlone(text: string): readonly PrivateData[] {
  const kind = text.length < 10 || text.length > MOST_DIGITS ? null : kindOf([text], '')
  if (kind === null) return []
  const place = { kind, start: 0, end: text.length }
  const asItStands = { plain: text, at: Array.from({ length: text.length + 1 }, (_, i) => i) }
  return [{ ...place, masked: maskedPlace(text, asItStands, place) }]
}

/** A text for the public: every place that {@link privateDataIn} finds is masked. */
export function maskText(text: string): string {
  let shown = ''
  let at = 0
  for (const { start, end, masked } of privateDataIn(text)) {
    shown += text.slice(at, start) + masked
    at = end
  }
  return shown + text.slice(at)
}

interface FoundPlace {
  readonly kind: PrivateKind
  readonly start: number
  readonly end: number
}

/** What holds ten figures, a mail address, a passport or the word for a telephone; most texts do not, and are looked at no closer. */
const SUSPECT =
  /[@＠]|[[(（]at[\])）]|(?:[\p{N}〇○零幺两一二三四五六七八九壹贰叁肆伍陆柒捌玖][^\p{L}\p{N}]{0,3}){10}|[EGeg\uff25\uff27\uff45\uff47][A-Za-z\uff21-\uff5a]?[^\p{L}\p{N}]?\p{N}{7}|电话|座机|热线|传真|护照|通行证|身份证|tel|phone|passport/iu

/** What has letters in it: addresses of mail, passports, and numbers that a word before them calls a telephone. */
function lettersIn(plain: string): FoundPlace[] {
  return LETTERS.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map(({ index, 0: whole, 1: part = whole }) => {
      const start = index + whole.length - part.length
      return { kind, start, end: index + whole.length }
    }),
  )
}

/** Each repetition has an end, so that no text is gone over again and again. */
const LETTERS: readonly (readonly [PrivateKind, RegExp])[] = [
  [
    'mail',
    /[\w.%+-]{1,64} ?(?:@|[[(]at[\])]) ?[A-Za-z0-9-]{1,63}(?: ?(?:\.|[[(]dot[\])]) ?[A-Za-z0-9-]{1,63}){1,8}/gi,
  ],
  ['passport', /(?<![A-Za-z0-9])(?:[EGeg][ -]?\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\d{7})(?![A-Za-z0-9])/g],
  ['passport', /(?:护照|通行证|passport)[^A-Za-z0-9]{0,8}([A-Za-z]{0,2} ?\d{7,10})(?![A-Za-z0-9])/gi],
  ['identity', /身份证[^A-Za-z0-9]{0,8}(\d{15}(?:\d\d[\dXx])?)(?![A-Za-z0-9])/g],
  ['landline', /(?:电话|座机|热线|传真|tel|phone)[^0-9]{0,4}([2-8]\d{2,3}[ -]?\d{4})(?![A-Za-z0-9])/gi],
]

interface Group {
  readonly start: number
  readonly end: number
  /** Whether what parts it from the group before also parts figures of a list. */
  readonly listed: boolean
}

/** Runs of digits with at most three blanks or signs between two of them, each as its groups of digits. */
function digitRuns(plain: string): Group[][] {
  const runs: Group[][] = []
  for (const { index, 0: digits } of plain.matchAll(/\d+/g)) {
    const [start, end] = [index, index + digits.length]
    const last = runs.at(-1)
    const between = last === undefined ? '' : plain.slice(last.at(-1)!.end, start)
    if (BETWEEN.test(between)) last!.push({ start, end, listed: false })
    else if (LISTED.test(between)) last!.push({ start, end, listed: true })
    else runs.push([{ start, end, listed: false }])
  }
  return runs
}

const BETWEEN = /^[ \t\-._/()[\]*~|]{1,3}$/
const LISTED = /^[ \t]?(?:[,、;:+=]|\r?\n)[ \t]?$/

/** As many groups as a number is ever written in. */
const MOST_GROUPS = 12
const MOST_DIGITS = 19

/** The numbers in a run: each begins and ends with a group, and the longest that is one is taken. */
function inRun(plain: string, run: readonly Group[]): FoundPlace[] {
  const found: FoundPlace[] = []
  for (let first = 0; first < run.length; first++) {
    const one = longestFrom(plain, run, first)
    if (one === null) continue
    found.push({ kind: one.kind, start: run[first]!.start, end: one.end })
    first = one.last
  }
  return found
}

function longestFrom(plain: string, run: readonly Group[], first: number) {
  const groups: string[] = []
  let isListed = false
  let longest: { kind: PrivateKind; end: number; last: number } | null = null
  let length = 0
  for (let last = first; last < Math.min(run.length, first + MOST_GROUPS); last++) {
    const { start, end, listed } = run[last]!
    isListed ||= listed && last > first
    length += end - start
    if (length > MOST_DIGITS) break
    groups.push(plain.slice(start, end))
    const check =
      last === run.length - 1 ? (/^[ -]?[Xx](?![A-Za-z0-9])/.exec(plain.slice(end, end + 3))?.[0] ?? '') : ''
    const kind = kindOf(groups, check === '' ? '' : 'X')
    if (kind === null || (isListed && !isOneNumber(kind, groups)) || isCode(plain, run[first]!.start, end))
      continue
    longest = { kind, end: end + (kind === 'identity' ? check.length : 0), last }
  }
  return longest
}

/** Whether groups that stand as in a list are one number all the same: grouped as nothing else is. */
function isOneNumber(kind: PrivateKind, groups: readonly string[]): boolean {
  const grouped = shape(groups)
  return kind === 'mobile' ? AS_A_MOBILE.has(grouped) : kind === 'identity' && AS_A_CARD.has(grouped)
}

const AS_A_MOBILE: ReadonlySet<string> = new Set(['3 4 4', '2 3 4 4', '4 4 3'])

/** Which number these groups of digits are, `x` being the check character that follows them. */
function kindOf(groups: readonly string[], x: '' | 'X'): PrivateKind | null {
  const digits = groups.join('')
  const most = groups.slice(0, -1)
  if (digits.length + x.length === 18 && isIdentityNumber(digits + x)) return 'identity'
  if (groups.length === 1 && isIdentityNumber(digits)) return 'identity'
  if (digits.length + x.length === 18 && isAlmostIdentityNumber(digits + x) && AS_A_CARD.has(shape(groups)))
    return 'identity'
  if (MOBILE.test(digits) && written(groups, 2)) return 'mobile'
  if (LANDLINE.test(digits) && isLandline(groups)) return 'landline'
  if (CARD.test(digits) && !isUscc(digits) && hasLuhn(digits) && most.every(group => group.length > 2))
    return 'card'
  return null
}

/** How the figures of a card are grouped: none is taken for one of a wrong check digit that is written otherwise. */
const AS_A_CARD: ReadonlySet<string> = new Set(['18', '17', '6 8 4', '6 8 3', '6 12', '6 11'])
const shape = (groups: readonly string[]) => groups.map(group => group.length).join(' ')

const MOBILE = /^(?:0{0,2}86|0)?1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/
const LANDLINE = /^(?:0{0,2}86)?0?(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/
const CARD = /^(?:[3-6]\d{15,18}|9558\d{15})$/

/** A telephone is told from other figures by how it is written: `138 1234 1111`, not `13-8-1234-1111`. */
function written(groups: readonly string[], least: number): boolean {
  const own = groups.length > 1 && COUNTRY.test(groups[0]!) ? groups.slice(1) : groups
  // One figure at a time, as a number is read out.
  if (own.length === 11 && own.every(group => group.length === 1)) return true
  return own.length === 1 || (own[0]!.length > 2 && own.every(group => group.length >= least))
}

const COUNTRY = /^(?:0{0,2}86|0)$/

/** An area code with its nought, or after 86, and then the number in one or two parts. */
function isLandline(groups: readonly string[]): boolean {
  const own = groups.length > 1 && COUNTRY.test(groups[0]!) ? groups.slice(1) : groups
  const abroad = own.length < groups.length || /^0{0,2}86/.test(groups[0]!)
  if (!abroad && !groups[0]!.startsWith('0')) return false
  if (own.length === 1) return true
  return own.length <= 3 && own[0]!.length <= 4 && own.slice(1).every(group => group.length > 2)
}

/** The check digit of bank cards (ISO/IEC 7812). */
function hasLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit : 2 * digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Whether the place is within a digest or the code of a firm. */
function isCode(plain: string, start: number, end: number): boolean {
  const before = /(?<![A-Za-z0-9])[A-Za-z0-9]*$/.exec(plain.slice(Math.max(0, start - MOST_CODE), start))![0]
  const after = /^[A-Za-z0-9]*/.exec(plain.slice(end, end + MOST_CODE))![0]
  if (before === '' && after === '') return false
  const whole = before + plain.slice(start, end) + after
  return isUscc(whole.toUpperCase()) || /^[0-9A-Fa-f]{32,}$/.test(whole)
}

const MOST_CODE = 64

/** Which characters of each kind stay, counted among its letters and digits. */
const KEPT: Readonly<Record<PrivateKind, readonly [head: number, tail: number]>> = {
  identity: [6, 4],
  mobile: [3, 4],
  landline: [0, 2],
  mail: [1, 0],
  card: [0, 4],
  passport: [1, 2],
}

function maskedPlace(text: string, { plain, at }: FoldedText, { kind, start, end }: FoundPlace): string {
  const counted = [...plain.slice(start, end).matchAll(/[A-Za-z0-9]/g)].map(({ index }) => start + index)
  const abroad = kind === 'mobile' ? counted.length - 11 : 0
  const tail = kind === 'identity' && counted.length === 15 ? 3 : KEPT[kind][1]
  let shown = ''
  let from = at[start]!
  for (const place of counted.slice(abroad + KEPT[kind][0], counted.length - tail)) {
    shown += `${text.slice(from, at[place])}*`
    from = at[place + 1]!
  }
  return shown + text.slice(from, at[end])
}

import { normalise } from './seed-source.ts'

/** A public event that people know by name, and what its values look like. */
export interface KnownSource {
  readonly name: string
  /** How its name may begin, folded; what follows says which time it is. */
  readonly begins: RegExp
  /** Null for dice: how many are thrown must be said. */
  readonly form: string | null
  /** Who publishes it; empty for dice, which are thrown where the office is. */
  readonly place: string
  /** When it is drawn, by Beijing's clock: the days of the week from Sunday, 0, and the time. */
  readonly drawn?: { readonly weekdays: readonly number[]; readonly clock: string }
  /** The drawing that it is read from, where others are read from the same one. */
  readonly drawing?: string
}

const WELFARE = '中国福利彩票发行管理中心'
const SPORTS = '国家体育总局体育彩票管理中心'
const OF_WELFARE = '(?:中国福利彩票|福利彩票|福彩) ?'
const OF_SPORTS = '(?:中国体育彩票|体育彩票|体彩) ?'
const DAILY = [0, 1, 2, 3, 4, 5, 6]

/**
 * Known names and their forms, after the rules of each game as its publisher states them: 《中国福利彩票3D游戏规则》,
 * 《中国福利彩票双色球游戏规则》 and 《中国福利彩票快乐8游戏规则》 (cwl.gov.cn), 《中国体育彩票排列3、排列5游戏规则》 and
 * 《中国体育彩票超级大乐透游戏规则》 (lottery.gov.cn). drand's quicknet is named by its own form. The three digits of 排列三 are
 * the first three of 排列五.
 */
export const KNOWN_SOURCES: readonly KnownSource[] = [
  { name: '骰子', begins: /^(?:骰子|色子|dice\b)/i, form: null, place: '' },
  lottery('福彩3D', `(?:${OF_WELFARE})?3D`, 'digits/3', WELFARE, DAILY, '21:15'),
  lottery('双色球', `(?:${OF_WELFARE})?双色球`, 'numbers/6/33+1/16', WELFARE, [0, 2, 4], '21:15'),
  lottery('快乐8', `(?:${OF_WELFARE})?快乐[8八]`, 'numbers/20/80', WELFARE, DAILY, '21:30'),
  { ...lottery('排列三', `(?:${OF_SPORTS})?排列[3三]`, 'digits/3', SPORTS, DAILY, '21:25'), drawing: '排列' },
  { ...lottery('排列五', `(?:${OF_SPORTS})?排列[5五]`, 'digits/5', SPORTS, DAILY, '21:25'), drawing: '排列' },
  lottery('大乐透', `(?:${OF_SPORTS})?(?:超级)?大乐透`, 'numbers/5/35+2/12', SPORTS, [1, 3, 6], '21:25'),
]

function lottery(
  name: string,
  begins: string,
  form: string,
  place: string,
  weekdays: readonly number[],
  clock: string,
): KnownSource {
  const isCalled = new RegExp(`^${begins}(?![0-9A-Za-z])`, 'i')
  return { name, begins: isCalled, form, place, drawn: { weekdays, clock } }
}

/** The known event that a name is of, if it is one. */
export function knownSource(name: string): KnownSource | undefined {
  return KNOWN_SOURCES.find(({ begins }) => begins.test(name))
}

/**
 * One text for each event, however its name is spelled: a known name with the digits that tell which time, `2026312`
 * and `26312` being one; of other names all but white space and letter case.
 */
export function eventOf(name: string): string {
  const folded = normalise(name)
  const known = knownSource(folded)
  if (known === undefined || known.form === null) return folded.replaceAll(' ', '').toLowerCase()
  const rest = folded.replace(known.begins, '')
  const digits = rest.replaceAll(/[^0-9]/g, '')
  const time = digits === '' ? rest.replaceAll(' ', '') : /^20\d{5}$/.test(digits) ? digits.slice(2) : digits
  return `${known.drawing ?? known.name}#${time}`
}

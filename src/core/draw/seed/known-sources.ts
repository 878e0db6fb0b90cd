import { dayIn } from '../../dates.ts'
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

/** The known event that a name is of, if it is one; what says which time may stand before it too: 2026312期福彩3D. */
export function knownSource(name: string): KnownSource | undefined {
  const called = withoutTime(name)
  return (
    KNOWN_SOURCES.find(({ begins }) => begins.test(name)) ??
    KNOWN_SOURCES.find(({ begins }) => begins.test(called))
  )
}

/** A name without the day, the number of the drawing or the count that it begins with. */
function withoutTime(name: string): string {
  return name.replace(/^(?:第?[0-9][0-9年月日期颗个粒枚./-]*的? ?)+/, '')
}

/**
 * One text for each event, however its name is spelled: a known name with the digits that tell which time, `2026312`
 * and `26312` being one, or with its day; of other names all but white space and letter case.
 */
export function eventOf(name: string): string {
  const folded = normalise(name)
  const known = knownSource(folded)
  if (known === undefined || known.form === null) return folded.replaceAll(' ', '').toLowerCase()
  const called = known.begins.test(folded) ? folded : withoutTime(folded)
  const rest = folded.slice(0, folded.length - called.length) + called.replace(known.begins, '')
  const drawing = known.drawing ?? known.name
  const day = dayIn(rest)
  if (day !== null) return ofDay(drawing, day)
  const digits = rest.replaceAll(/[^0-9]/g, '')
  if (/^20\d{6}$/.test(digits)) return `${drawing}#${digits}`
  const time = digits === '' ? rest.replaceAll(' ', '') : /^20\d{5}$/.test(digits) ? digits.slice(2) : digits
  return `${drawing}#${time}`
}

/** A public event, as the sources of draws name it. */
export interface PublicEvent {
  /** {@link eventOf} the name; a round of drand is itself under any name. */
  readonly called: string
  /** The game of a lottery; null of all else. */
  readonly game: string | null
  /** Whether it goes by the day of its drawing, and not by a number. */
  readonly byDay: boolean
  /** How a drawing is called by its day: what it goes by, or the day of the minute in which it is due. */
  readonly onDay: string | null
}

/** The event of a source that is announced. The number of a drawing cannot be computed from its day, but a minute tells the day. */
export function publicEvent({ name, form, due }: EventSource): PublicEvent {
  const none = { game: null, byDay: false, onDay: null }
  if (form.startsWith('drand/')) return { called: form, ...none }
  const called = eventOf(name)
  const known = knownSource(normalise(name))
  if (known?.drawn === undefined) return { called, ...none }
  const game = known.drawing ?? known.name
  if (/#20[0-9]{6}$/.test(called)) return { called, game, byDay: true, onDay: called }
  return { called, game, byDay: false, onDay: due.includes('T') ? ofDay(game, due.slice(0, 10)) : null }
}

interface EventSource {
  readonly name: string
  readonly form: string
  readonly due: string
}

/** Whether two sources are one event: called alike, or one drawing by its number and by its day. */
export function isOneEvent(one: PublicEvent, other: PublicEvent): boolean {
  if (one.called === other.called) return true
  return one.byDay !== other.byDay && one.onDay !== null && one.onDay === other.onDay
}

function ofDay(drawing: string, day: string): string {
  return `${drawing}#${day.replaceAll('-', '')}`
}

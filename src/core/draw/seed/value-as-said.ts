import { type Form, isValueOf, type NumberGroup } from './form.ts'
import { normalise } from './seed-source.ts'

/**
 * The one spelling (draw-2.md, section 4) of a value as people say and write it: `4,0,7`, `４ ０ ７`, `四〇七` and
 * `百位4 十位0 个位7` are `407`; the numbers of a lottery come in any order. Undefined where it is no value of the form.
 */
export function valueAsSaid(form: Form, said: string): string | undefined {
  const text = normalise(said)
  const value = spelled(form, text)
  return value !== undefined && isValueOf(form, value) ? value : undefined
}

function spelled(form: Form, text: string): string | undefined {
  switch (form.kind) {
    case 'dice':
    case 'digits':
      return signsIn(text, form.length)
    case 'numbers':
      return numbersIn(text, form.groups)
    case 'hex':
    case 'drand':
    case 'secret':
      return text
        .toLowerCase()
        .replace(/^0x/, '')
        .replaceAll(/[\s:_-]/g, '')
    case 'text':
      return text
    default:
      return form satisfies never
  }
}

/** A value of each form, for whoever gave another one. */
export function exampleOf(form: Form): string {
  switch (form.kind) {
    case 'dice':
      return cycled('6345216', form.length)
    case 'digits':
      return cycled('407', form.length)
    case 'numbers':
      return form.groups
        .map(({ count, highest }) =>
          Array.from({ length: count }, (_, i) => highest - count + i + 1).join(' '),
        )
        .join(' + ')
    case 'hex':
      return cycled('0123456789abcdef', form.length)
    case 'drand':
    case 'secret':
      return cycled('0123456789abcdef', 64)
    case 'text':
      return 'abc'
    default:
      return form satisfies never
  }
}

function cycled(signs: string, length: number): string {
  return signs.repeat(Math.ceil(length / signs.length)).slice(0, length)
}

/** One sign after the other, whatever stands between; `04 00 07` are three signs too. */
function signsIn(text: string, length: number): string | undefined {
  const written = placed(inDigits(plain(text)), length)
  if (!ONLY_NUMBERS.test(written)) return undefined
  const tokens = written.match(/[0-9]+/g) ?? []
  const joined = tokens.join('')
  if (joined.length === length || tokens.length !== length) return joined
  return tokens.map(token => token.replace(/^0+(?=[0-9])/, '')).join('')
}

/** Places said by their names come in the order of the number, the highest first: all its places, each once. */
function placed(text: string, length: number): string {
  const found = [...text.matchAll(PLACED)]
  const rest = text.replaceAll(PLACED, '')
  if (found.length === 0 || !/^[\p{P}\p{S}\p{Z}]*$/u.test(rest)) return text
  const at = (place: string) => PLACES.indexOf(place)
  const places = found.map(([, place, digit]) => [at(place!), digit!] as const).sort(([a], [b]) => a - b)
  const said = places.map(([place]) => PLACES[place]).join('')
  return said === PLACES.slice(-length) ? places.map(([, digit]) => digit).join(' ') : text
}

const PLACES = '万千百十个'
const PLACED = /([万千百十个])位? ?[::]? ?([0-9])(?![0-9])/g

/** The numbers of each group, rising; where nothing parts two groups, the first so many are the first group's. */
function numbersIn(text: string, groups: readonly NumberGroup[]): string | undefined {
  const written = inDigits(tensInDigits(plain(text)))
  const parted = GROUP_NAMES.test(written) ? named(written) : parts(written)
  if (parted === undefined) return undefined
  const members = parted.length === groups.length ? parted : dealt(parted.flat(), groups)
  return members
    .map(part =>
      part
        .map(Number)
        .sort((a, b) => a - b)
        .join(' '),
    )
    .join(' + ')
}

function parts(text: string): readonly (readonly string[])[] | undefined {
  if (!ONLY_NUMBERS.test(text)) return undefined
  return text
    .split(/[+|]/)
    .map(numbers)
    .filter(part => part.length > 0)
}

/** Groups said by their names, 红球 … 蓝球 …, come in any order; one that stands before a name without its own is the other. */
function named(text: string): readonly (readonly string[])[] | undefined {
  const [before, ...rest] = text.split(GROUP_NAMES)
  const groups = new Map<'first' | 'second', readonly string[]>()
  for (let i = 0; i < rest.length; i += 2) {
    const group = /[红前]/.test(rest[i]!) ? 'first' : 'second'
    if (groups.has(group)) return undefined
    groups.set(group, numbers(rest[i + 1]!))
  }
  if (numbers(before!).length > 0) {
    if (groups.has('first')) return undefined
    groups.set('first', numbers(before!))
  }
  const isUnderstood = [before!, ...rest.filter((_, i) => i % 2 === 1)].every(part => ONLY_NUMBERS.test(part))
  return isUnderstood ? [groups.get('first') ?? [], groups.get('second') ?? []] : undefined
}

const GROUP_NAMES = /(红球|前区|蓝球|后区|[红前蓝后])/

function numbers(text: string): readonly string[] {
  return text.match(/[0-9]+/g) ?? []
}

function dealt(numbers: readonly string[], groups: readonly NumberGroup[]): readonly (readonly string[])[] {
  let from = 0
  return groups.map(({ count }, i) => {
    const to = i === groups.length - 1 ? numbers.length : from + count
    const own = numbers.slice(from, to)
    from = to
    return own
  })
}

/** Numbers and marks between them; letters of any script say something that is not understood. */
const ONLY_NUMBERS = /^[0-9\p{P}\p{S}\p{Z}]*$/u

/** Without the words that people put around a value and that say nothing of it: 开奖号码：4 0 7, 6点 6点 3点. */
function plain(text: string): string {
  return text
    .replace(/^(?:(?:开奖|中奖)(?:号码|结果)|号码) ?为? ?:?/, '')
    .replaceAll(/号码?|(?<=[\p{N}一二三四五六⚀-⚅])点/gu, ' ')
}

function inDigits(text: string): string {
  return text.replaceAll(/[〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖⚀⚁⚂⚃⚄⚅]/g, sign =>
    String(DIGITS.findIndex(signs => signs.includes(sign))),
  )
}

const DIGITS = ['〇○零', '一壹⚀', '二贰⚁', '三叁⚂', '四肆⚃', '五伍⚄', '六陆⚅', '七柒', '八捌', '九玖']

/** 十二, 二十, 三十一: numbers up to 99 as people say them. */
function tensInDigits(text: string): string {
  return text.replaceAll(/([二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
    inDigits(`${tens || '一'}${ones || '零'}`),
  )
}

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
  const written = placed(inDigits(text))
  if (!ONLY_NUMBERS.test(written)) return undefined
  const tokens = written.match(/[0-9]+/g) ?? []
  const joined = tokens.join('')
  if (joined.length === length || tokens.length !== length) return joined
  return tokens.map(token => token.replace(/^0+(?=[0-9])/, '')).join('')
}

/** Places said by their names come in the order of the number, the highest first. */
function placed(text: string): string {
  const found = [...text.matchAll(/([万千百十个])位? ?[::]? ?([0-9])/g)]
  const rest = text.replaceAll(/([万千百十个])位? ?[::]? ?([0-9])/g, '')
  if (found.length === 0 || !/^[\p{P}\p{S}\p{Z}]*$/u.test(rest)) return text
  const at = (place: string) => '万千百十个'.indexOf(place)
  const places = found.map(([, place, digit]) => [at(place!), digit!] as const).sort(([a], [b]) => a - b)
  return new Set(places.map(([place]) => place)).size < places.length
    ? text
    : places.map(([, digit]) => digit).join(' ')
}

/** The numbers of each group, rising; where no mark parts two groups, the first so many are the first group's. */
function numbersIn(text: string, groups: readonly NumberGroup[]): string | undefined {
  const written = inDigits(text).replaceAll(/红球|前区|蓝球|后区|号码?/g, word =>
    /[蓝后]/.test(word) ? '+' : ' ',
  )
  if (!ONLY_NUMBERS.test(written)) return undefined
  const parted = written
    .split(/[+|]/)
    .map(part => part.match(/[0-9]+/g) ?? [])
    .filter(part => part.length > 0)
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

function inDigits(text: string): string {
  return text.replaceAll(/[〇○零一二三四五六七八九]/g, sign =>
    String('零一二三四五六七八九'.indexOf(sign)).replace('-1', '0'),
  )
}

import { folded } from '../publication/folded-text.ts'
import { NO_SEAL } from '../publication/office-facts.ts'
import { privateDataIn } from '../publication/private-data.ts'
import { clean, controlCharacter } from '../registry/cells/clean.ts'
import type { OfficeSetting } from './office-book.ts'
import { personIn } from './person-in.ts'
import type { OfficeFlaw } from './reasons.ts'

export type OfficeReading = { readonly value: string } | { readonly flaw: OfficeFlaw }

/**
 * Reads the value of a setting as it will be printed; an empty one takes it back. What would tell a person is a flaw: numbers
 * of persons in whatever digits, names (`people` are those that the registries know), posts.
 */
export function readOfficeSetting(
  { kind }: Pick<OfficeSetting, 'kind'>,
  text: string,
  people: ReadonlySet<string>,
): OfficeReading {
  const control = controlCharacter(text.trim())
  if (control !== null) return { flaw: { kind: 'character', character: control } }
  const value = clean(text).text
  if (value === '') return { value: '' }
  if ([...value].length > MOST[kind]) return { flaw: { kind: 'long', most: MOST[kind] } }
  const told = privateDataIn(value).find(one => kind !== 'telephone' || one.kind !== 'landline')
  if (told !== undefined) return { flaw: { kind: 'private', what: told.kind } }
  return READERS[kind](value, people)
}

/** So many characters have room where they are printed. */
const MOST: Readonly<Record<OfficeSetting['kind'], number>> = {
  organ: 60,
  mark: 20,
  year: 10,
  number: 10,
  seal: 20,
  telephone: 30,
}

const FORM: OfficeReading = { flaw: { kind: 'form' } }

const READERS: Readonly<
  Record<OfficeSetting['kind'], (value: string, people: ReadonlySet<string>) => OfficeReading>
> = {
  organ(value, people) {
    const word = personIn(value, people)
    if (word !== null) return { flaw: { kind: 'person', word } }
    return ORGAN.test(value) && /\p{Script=Han}{3}/u.test(value) ? { value } : FORM
  },
  mark(value, people) {
    if (people.has(value)) return { flaw: { kind: 'person', word: value } }
    return /^\p{Script=Han}+$/u.test(value) && !/[号年第]$/.test(value) ? { value } : FORM
  },
  year(value) {
    if (/^(?:自动|当年|auto)$/i.test(value)) return { value: '' }
    const digits = folded(value).plain.replace(/年$/, '')
    return /^20\d\d$/.test(digits) ? { value: digits } : FORM
  },
  number(value) {
    const digits = folded(value)
      .plain.replace(/^第|号$/g, '')
      .replace(/^0+(?=\d)/, '')
    return /^[1-9]\d{0,4}$/.test(digits) ? { value: digits } : FORM
  },
  seal(value, people) {
    const own = value.replace(/^[（(]|[）)]$/g, '')
    if (own === NO_SEAL) return { value: own }
    if (!/^\p{Script=Han}*(?:章|盖章处|用印处)$/u.test(own)) return FORM
    const name = own.replace(/(?:签名|名|私|印)?章$/u, '')
    const isPersons = /(?:签名|名|私)章$/.test(own) || people.has(name)
    return isPersons || (/^\p{Script=Han}{2,3}$/u.test(name) && !SEAL_WORDS.test(name))
      ? { flaw: { kind: 'person', word: own } }
      : { value: own }
  },
  telephone: value => telephone(folded(value).plain.trim()),
}

/** What names of offices end with, and those of people do not. */
const ORGAN =
  /(?:政府|委员会|联席会议|领导小组|专班|管委会|指挥部|检察院|[局厅委办所队室院站科股署处部]|办公室|中心|公司|集团|机关|单位|部门|协会|文件)$/
/** Words for seals that are no names: 公章, 专用章, 抽查专用章. */
const SEAL_WORDS = /公|专|业务|电子|抽查|检查|随机|执法|行政|机关|单位|加|盖|此/

/** Of an office: with its area code, a service number of five or six figures (12345), 400 or 800. */
function telephone(plain: string): OfficeReading {
  if (MOBILE.test(plain.replaceAll(/[^\d]/g, ''))) return { flaw: { kind: 'private', what: 'mobile' } }
  if (/^(?:1[02]\d{3}|12\d{3}|96\d{3,4})$/.test(plain)) return { value: plain }
  const [, service, middle, last] = /^([48]00)[ -]?(\d{3,4})[ -]?(\d{3,4})$/.exec(plain) ?? []
  if (service !== undefined && (middle! + last!).length === 7)
    return { value: `${service}-${middle}-${last}` }
  const [, area, number, extension] = LANDLINE.exec(plain) ?? []
  if (area === undefined || number === undefined)
    return { flaw: { kind: /^[2-8]\d{2,3}[ -]?\d{4}$/.test(plain) ? 'area' : 'form' } }
  const own = number.replaceAll(/[ -]/g, '')
  return { value: `${area}-${own}${extension === undefined ? '' : `转${extension}`}` }
}

const MOBILE = /^(?:0{0,2}86|0)?1[3-9]\d{9}$/
const LANDLINE =
  /^(?:\+?86[ -]?)?\(?(0(?:10|2\d|[3-9]\d\d))\)?[ -]?([2-8]\d{2,3}[ -]?\d{4})(?:(?:[ -]*(?:转|ext\.?|x|分机)[ -]*|-)(\d{1,6}))?$/i

import type { Context } from '../cells/context.ts'
import type { LibraryName } from '../libraries/field.ts'
import { plainHeading } from './field-names.ts'
import { quantityAndFrequencyIn, quantityIn } from './quantity.ts'

/** A column that says what several fields say, or one field in other words, as lists for people have them. */
export interface Compound {
  readonly headings: readonly string[]
  readonly fields: readonly string[]
  /** What a cell says, by field; null where it cannot be parted. */
  readonly split: (text: string, context: Context) => Readonly<Record<string, string>> | null
  /** The field that a cell is read as that cannot be parted; null: it is kept as an extra field. */
  readonly whole: string | null
  /** One end of a period, read with the column of the other end, and kept as an extra field where there is none. */
  readonly end?: 'first' | 'last'
}

/** The compound that goes by this heading in files of a library, or null. */
export function compoundNamed(library: LibraryName, name: string): Compound | null {
  const heading = plainHeading(name)
  const isIt = ({ headings }: Compound) => headings.some(known => plainHeading(known) === heading)
  return COMPOUNDS[library]?.find(isIt) ?? null
}

const RATE_AND_FREQUENCY = [
  '抽查比例及频次',
  '抽查比例和频次',
  '抽查比例、频次',
  '比例及频次',
  '抽查比例与频次',
]

/** A column of days on which periods begin, or on which they end. */
function endOfPeriod(end: 'first' | 'last', headings: readonly string[]): Compound {
  return { headings, fields: ['period'], split: () => null, whole: 'period', end }
}

const COMPOUNDS: Partial<Record<LibraryName, readonly Compound[]>> = {
  items: [
    {
      headings: RATE_AND_FREQUENCY,
      fields: ['rate', 'frequency'],
      split(text) {
        const said = quantityAndFrequencyIn(text)
        if (said === null) return null
        const { frequency } = said
        if (frequency === undefined) return { rate: text }
        const rest = text.startsWith(frequency)
          ? text.slice(frequency.length)
          : text.slice(0, -frequency.length)
        return { rate: rest.replace(/^[，,；;\s]+|(?<![，,；;\s])[，,；;\s]+$/g, ''), frequency }
      },
      whole: 'rate',
    },
  ],
  plan: [
    endOfPeriod('first', [
      ...[
        '开始日期',
        '开始时间',
        '起始日期',
        '起始时间',
        '起始日',
        '检查日期自',
        '检查开始日期',
        '检查开始时间',
      ],
      ...['抽查开始日期', '抽查开始时间', '任务开始日期', '任务开始时间', '计划开始日期', '计划开始时间'],
    ]),
    endOfPeriod('last', [
      ...[
        '结束日期',
        '结束时间',
        '终止日期',
        '终止时间',
        '截止日期',
        '截止时间',
        '检查日期至',
        '检查结束日期',
        '检查结束时间',
      ],
      ...[
        '抽查结束日期',
        '抽查结束时间',
        '任务结束日期',
        '任务结束时间',
        '计划结束日期',
        '计划结束时间',
        '完成日期',
        '完成时限',
      ],
    ]),
    {
      headings: RATE_AND_FREQUENCY,
      fields: ['rate', 'rates', 'count', 'frequency'],
      split: quantityAndFrequencyIn,
      whole: 'rate',
    },
    {
      headings: ['抽查比例(数量)', '抽查比例/数量', '抽查比例或数量', '抽查数量(比例)', '抽查比例及数量'],
      fields: ['rate', 'rates', 'count'],
      split: quantityIn,
      whole: 'rate',
    },
    {
      headings: ['实施单位', '实施部门', '检查单位'],
      fields: ['lead', 'partners'],
      split(text) {
        const [lead = '', ...partners] = text.split(/[;；,，、\n|]/).map(part => part.trim())
        return { lead, partners: partners.filter(name => name !== '').join(';') }
      },
      whole: 'lead',
    },
    {
      headings: ['检查内容', '抽查内容'],
      fields: ['items'],
      split: (text, context) => {
        const codes = context.itemsSaid(text)
        return codes === null ? null : { items: codes.join(';') }
      },
      whole: null,
    },
  ],
}

/** A field whose cells may say what other fields have: the rate of a task is published as `20户`, `3%（A类1%、B类3%）` too. */
export function compoundOfField(library: LibraryName, field: string): Compound | null {
  return library === 'plan' && field === 'rate' ? RATE : null
}

const RATE: Compound = { headings: [], fields: ['rate'], split: quantityIn, whole: 'rate' }

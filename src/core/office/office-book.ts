/** A setting of the office: what papers print of it, or how they are numbered. */
export interface OfficeSetting {
  readonly name: OfficeSettingName
  readonly zh: string
  readonly en: string
  /** Other words for it. */
  readonly also: readonly string[]
  readonly kind: 'organ' | 'mark' | 'year' | 'number' | 'seal' | 'telephone'
}

export type OfficeSettingName =
  | 'organ'
  | 'letterhead'
  | 'mark'
  | 'year'
  | 'number'
  | 'signature'
  | 'seal'
  | 'telephone'

/** Every setting of the office, in the order in which a paper has them (GB/T 9704-2012, 7.2 and 7.3). */
export const OFFICE_BOOK: readonly OfficeSetting[] = [
  { name: 'organ', zh: '发文机关', en: 'issuing office', also: ['机关', '机关名称'], kind: 'organ' },
  { name: 'letterhead', zh: '抬头', en: 'letterhead', also: ['发文机关标志', '红头'], kind: 'organ' },
  { name: 'mark', zh: '代字', en: 'mark of its numbers', also: ['机关代字', '发文代字'], kind: 'mark' },
  { name: 'year', zh: '年份', en: 'year of its numbers', also: ['字号年份'], kind: 'year' },
  { name: 'number', zh: '序号', en: 'next running number', also: ['流水号', '发文序号'], kind: 'number' },
  { name: 'signature', zh: '落款', en: 'signature', also: ['署名', '发文机关署名'], kind: 'organ' },
  { name: 'seal', zh: '盖章处', en: 'place for the seal', also: ['盖章', '印章'], kind: 'seal' },
  { name: 'telephone', zh: '电话', en: 'telephone', also: ['联系电话', '办公电话'], kind: 'telephone' },
]

export type OfficeValues = Readonly<Record<OfficeSettingName, string>>

/** The whole 发文字号 in one: `离市监〔2026〕12号` is mark, year and running number. */
export const WHOLE_NUMBER: readonly string[] = ['字号', '发文字号', 'docnumber']

/** The setting of this name, in either language; null where there is none. */
export function officeSettingNamed(name: string): OfficeSetting | null {
  const plain = name.trim().toLowerCase()
  return OFFICE_BOOK.find(one => [one.name, one.zh, ...one.also].includes(plain)) ?? null
}

/** All settings with these values, the others empty. */
export function officeValuesWith(values: ReadonlyMap<string, string>): OfficeValues {
  return Object.fromEntries(
    OFFICE_BOOK.map(({ name }) => [name, values.get(name) ?? '']),
  ) as unknown as OfficeValues
}

/** The papers that get a number of their own (发文字号): the announcement before the seed, the notice of the draw, the notices to targets. */
export const NUMBERED_PAPERS = ['announcement', 'notice', 'visits'] as const
export type NumberedPaper = (typeof NUMBERED_PAPERS)[number]

/** What papers print of the office that issues them; each is empty where the office has not said so. */
export interface OfficeFacts {
  /** 发文机关, by its whole name. */
  readonly organ: string
  /** 发文机关标志, which stands in red on top; the organ where it is empty. */
  readonly letterhead: string
  /** Who signs, in place of the department that leads the task. */
  readonly signature: string
  /** What stands behind who signs, where the seal goes: `盖章`; `无` where there is no place for one. */
  readonly seal: string
  /** Where anybody may ask: a number of the office. */
  readonly telephone: string
  /** 发文字号 of the papers that have one. */
  readonly numbers: Readonly<Partial<Record<NumberedPaper, string>>>
}

/** Of an office that prints no place for its seal. */
export const NO_SEAL = '无'

/** 发文字号 (GB/T 9704-2012, 7.2.5): `离市监〔2026〕12号`, the number without noughts before it. */
export function paperNumber(mark: string, year: number, number: number | string): string {
  return `${mark}〔${year}〕${number}号`
}

/**
 * One thing to publish or to hand out, as data. The writers of `files` make CSV, XLSX, HTML and DOCX of it; its words
 * are those of an office's paper and do not follow `--lang`.
 */
export interface Document {
  /** Its place in the folder without an ending: `公示名单`, `检查通知书/示例餐饮有限公司`. */
  readonly file: string
  /** Documents with the same value are pages of one HTML file of this name, so that all print at once: they look alike, and only on paper. */
  readonly bundle?: string
  /** May have two lines: the office and what it is. */
  readonly title: string
  readonly subtitle: string
  /** What a spreadsheet holds; null where the document is only for paper. */
  readonly data: DataTable | null
  /** What the paper shows. */
  readonly blocks: readonly Block[]
  /** A notice is also written for a word processor. */
  readonly notice: boolean
  /** Laid on its side: for tables with many columns. */
  readonly wide: boolean
  /** 发文字号, where it has one. */
  readonly number?: string | undefined
  /** It says where to ask, above who signs. */
  readonly telephoned?: true
  /** What stands on top: the name of the office, in red, and the number; each may be empty. */
  readonly head?: { readonly organ: string; readonly number: string }
}

export interface DataTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly text: string }
  /** `page`: what it heads begins on a page of its own. */
  | { readonly kind: 'heading'; readonly text: string; readonly page?: true }
  /** Labels and values in a grid; `pairs` to a row. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly pairs: 1 | 2 }
  /** `figures`: columns of numbers, in the middle of narrow cells, whose headings may have two lines. */
  | ({ readonly kind: 'table'; readonly figures?: true } & DataTable)
  /** A picture: a table of which each cell is as dark as its shade; the first cell of a row names it and has none. */
  | ({
      readonly kind: 'shaded'
      readonly caption: string
      readonly shades: readonly (readonly Shade[])[]
    } & DataTable)
  /** A picture: a bar for each label, as long as its value; a table of the same where pictures cannot be had. */
  | {
      readonly kind: 'bars'
      readonly caption: string
      readonly bars: readonly Bar[]
      /** What is written along the bars, each where it belongs on their scale; the last says how long the scale is. */
      readonly axis?: readonly Tick[]
    }
  /** Who signs: at the right, at the end; `seal` are the words behind who does, with room for it. */
  | { readonly kind: 'signature'; readonly lines: readonly string[]; readonly seal?: string }

/** How much there is in a cell, from nothing to most; `off` where there could not be any, `null` where there is no such cell. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 'off' | null

/** Where something stands on the scale of bars. */
export interface Tick {
  readonly at: number
  readonly label: string
}

/** A bar as long as `value`, a whole number of nought or more, with what is written at its end. */
export interface Bar {
  readonly label: string
  readonly value: number
  /** Where it begins on the scale; at nought where it does not say. */
  readonly start?: number
  readonly shown: string
  /** What is drawn across the bar: a range from one whole number to another, or a line where both are the same. */
  readonly mark?: readonly [from: number, to: number]
}

/** `lines` is the room to write in by hand, in lines of text. */
export interface Fact {
  readonly label: string
  readonly value: string
  readonly lines?: number
}

/** Facts as a spreadsheet holds them. */
export function factTable(facts: readonly Fact[]): DataTable {
  return { headings: ['项目', '内容'], rows: facts.map(({ label, value }) => [label, value]) }
}

/** A title of a task's document: a name that ends in 抽查 is not followed by the word again. */
export function titleOf(task: string, word: string): string {
  return `${task.replace(/抽查$/, '')}${word}`
}

/** So many characters stand side by side where somebody signs: the words for the seal are not broken. */
const LONGEST_SIGNED = 24

/** The lines of a signature as they are printed, with the words for the seal behind who signs. */
export function signedLines({ lines, seal }: Extract<Block, { kind: 'signature' }>): readonly string[] {
  const [first = '', ...others] = lines
  if (seal === undefined) return lines
  const sealed = `${first}（${seal}）`
  return [...([...sealed].length > LONGEST_SIGNED ? [first, `（${seal}）`] : [sealed]), ...others]
}

/** A list: one table under its title. */
export function listDocument(file: string, title: string, subtitle: string, data: DataTable): Document {
  return {
    file,
    title,
    subtitle,
    data,
    blocks: [{ kind: 'table', ...data }],
    notice: false,
    wide: data.headings.length > 6,
  }
}

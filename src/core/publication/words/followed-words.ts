/** What a certificate of the third version says of what followed the draw, and of its own page. */
export interface FollowedWords {
  readonly heading: string
  /** Up to which entry of the ledger the office's record was read. */
  readonly asOf: (entry: number, at: string) => string
  readonly columns: Readonly<Record<'department' | 'team' | 'item' | 'result', string>>
  /** An item with its code; without an item the draw names none. */
  readonly item: (code: string, name: string) => string
  readonly noItem: string
  readonly basis: (basis: string) => string
  readonly content: (content: string) => string
  /** Who goes: of people whose names are not public only how many. */
  readonly team: (people: number, names: readonly string[]) => string
  readonly hiddenTeam: (people: number) => string
  readonly host: (draw: string) => string
  readonly ended: string
  readonly went: (team: string) => string
  readonly nothing: string
  readonly unpublished: (inspected: string) => string
  readonly withdrawn: (inspected: string) => string
  /** What was found, when, and when that became public; a day that is not on record is empty. */
  readonly published: (text: string, inspected: string, published: string) => string
  readonly corrected: (day: string, reason: string) => string
  /** Of a department whose items do not fit on the signed page. */
  readonly seeAnnex: (items: number) => string
  readonly publicSum: (published: number) => string
  /** What the items are does not fit on the signed page; only how many go; and so many departments more. */
  readonly aboutInAnnex: string
  readonly peopleOnly: (people: number) => string
  readonly further: (departments: number) => string
  /** Before the line that recomputes a ticket in PowerShell. */
  readonly onWindows: string
  readonly annex: string
  /** The list was followed: every item that is due has a result that is public; or so many have none. */
  readonly done: string
  readonly owing: (items: number, published: number) => string
  readonly sealPlace: string
  readonly issuer: string
  readonly telephone: string
  readonly signer: string
  readonly issued: string
  readonly date: string
}

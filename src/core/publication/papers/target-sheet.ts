/** What the papers for one drawn target say of it, with its team. */
export interface TargetSheet {
  /** Its file name, safe on every system. */
  readonly file: string
  readonly code: string
  readonly name: string
  readonly address: string
  readonly representative: string
  readonly phone: string
  /** How often it was drawn in the year of the task, this draw included. */
  readonly visits: number
  /** Where it may ask: the lead department and the post there. */
  readonly contact: string
  readonly team: readonly {
    readonly department: string
    readonly name: string
    readonly certificate: string
  }[]
}

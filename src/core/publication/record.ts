/** What belongs to the occasion of a draw and decides nothing (draw.md, section 0: `record.json`). */
export interface DrawOccasion {
  readonly draw: string
  readonly attempt: number
  readonly task: string
  readonly frozen: {
    readonly at: string
    readonly by: string
    readonly entry: number
    readonly ledger: string
  }
  readonly drawn: {
    readonly at: string
    readonly by: string
    readonly entry: number
    readonly ledger: string
  }
  /** Whether the commitment stood before the seed, and whether the seed is this machine's. */
  readonly commitment: 'before-the-seed' | 'with-the-draw'
  readonly seedFrom: 'announced-sources' | 'this-machine'
  readonly again: { readonly draw: string; readonly reason: string; readonly approver: string } | null
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly signatures: Readonly<Record<string, string>>
  /** Targets of the registry when the frame was frozen, and those the task was not about; null in older draws. */
  readonly registry: RegistryCounts | null
  /** The rules that it was frozen under, and the items with the entry their version is valid since; null and none in older draws. */
  readonly rules: Readonly<Record<string, string>> | null
  readonly items: readonly { readonly code: string; readonly name: string; readonly since: number }[]
  readonly program: string
}

/** `elsewhere`: of other departments; `outside`: not within the task's conditions. */
export interface RegistryCounts {
  readonly targets: number
  readonly elsewhere: number
  readonly outside: number
}

/** `record.json`: the bytes of {@link DrawOccasion}, keys in its order. */
export function recordText(occasion: DrawOccasion): string {
  const {
    draw,
    attempt,
    task,
    frozen,
    drawn,
    commitment,
    seedFrom,
    again,
    void: voided,
    signatures,
    registry,
    rules,
    items,
    program,
  } = occasion
  return `${JSON.stringify({ draw, attempt, task, frozen, drawn, commitment, seedFrom, again, void: voided, signatures, registry, rules, items, program }, null, 2)}\n`
}

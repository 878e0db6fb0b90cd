import type { Commitment } from '../draw/commitment/commitment.ts'
import type { Circumstances } from './statement.ts'

/** What notices say of a draw: names as the registries had them when it was frozen. */
export interface DrawFacts {
  readonly number: string
  readonly attempt: number
  readonly again: Again | null
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly task: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly scope: string
    readonly method: string
    readonly from: string
    readonly to: string
  }
  readonly items: readonly ItemFacts[]
  readonly lead: string
  /** All departments of the task, the lead first. */
  readonly departments: readonly string[]
  readonly commitment: Commitment
  readonly digest: string
  readonly frozen: { readonly at: string; readonly by: string }
  readonly drawn: { readonly at: string; readonly by: string }
  readonly circumstances: Circumstances
  readonly witnesses: readonly string[]
  /** In the order announced; a value under seal is null. */
  readonly seed: readonly { readonly source: string; readonly value: string | null }[]
  readonly counts: { readonly drawn: number; readonly reserve: number }
}

/** Why a draw is not the first attempt at its task, and who approved. */
export interface Again {
  readonly draw: string
  readonly reason: string
  readonly approver: string
}

export interface ItemFacts {
  readonly name: string
  readonly content: string
  readonly basis: string
  readonly methods: readonly string[]
}

/** `第1次抽取`, or `本次为第2次抽取，原因：…`. */
export function attemptText(attempt: number, again: Again | null): string {
  if (again === null) return `第${attempt}次抽取`
  return `本次为第${attempt}次抽取，原因：${again.reason}（批准人：${again.approver}；前一次 ${again.draw} 已作废，记录保留）`
}

/** The names of the items, as one cell has them. */
export function itemNames(items: readonly ItemFacts[]): string {
  return items.map(({ name }) => name).join('、')
}

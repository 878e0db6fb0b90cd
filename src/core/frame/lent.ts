/** An inspector lent to a department of a task by a neighbour: a widening of the pool that is on record. */
export interface Lent {
  readonly inspector: string
  readonly department: string
  readonly reason: string
  readonly approver: string
}

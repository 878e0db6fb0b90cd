import { compareIds, type LowRows } from './low-rows.ts'

/** These rows in the order of (ticket, target); `tickets` has eight words of each row that there is. */
export function inTicketOrder(rows: LowRows, tickets: Int32Array, own: Uint32Array): Uint32Array {
  // The first word of a ticket above the number of its row: numbers that the engine sorts without asking anybody.
  const keys = new BigUint64Array(own.length)
  const words = new Uint32Array(keys.buffer)
  for (let i = 0; i < own.length; i++) {
    words[2 * i + LOW] = own[i]!
    words[2 * i + HIGH] = tickets[8 * own[i]!]!
  }
  keys.sort()
  const order = own.map((_, i) => words[2 * i + LOW]!)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && words[2 * to + HIGH] === words[2 * from + HIGH]) to++
    if (to > from + 1) order.subarray(from, to).sort((a, b) => compareTickets(rows, tickets, a, b))
    from = to
  }
  return order
}

const [LOW, HIGH] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? ([0, 1] as const) : ([1, 0] as const)

function compareTickets(rows: LowRows, tickets: Int32Array, a: number, b: number): number {
  for (let word = 0; word < 8; word++) {
    const difference = (tickets[8 * a + word]! >>> 0) - (tickets[8 * b + word]! >>> 0)
    if (difference !== 0) return difference
  }
  return compareIds(rows, a, b)
}

/** These rows in the byte order of their ids: those of a stratum stand so already, strata are merged two by two. */
export function inIdOrder(rows: LowRows, own: Uint32Array): Uint32Array {
  let order = own.toSorted()
  let ends = rows.strata.map(({ to }) => firstFrom(order, to))
  while (ends.length > 1) {
    const merged = new Uint32Array(order.length)
    const after: number[] = []
    for (let run = 0; run < ends.length; run += 2) {
      const [from, middle] = [run === 0 ? 0 : ends[run - 1]!, ends[run]!]
      const to = ends[run + 1] ?? middle
      merge(rows, order, from, middle, to, merged)
      after.push(to)
    }
    order = merged
    ends = after
  }
  return order
}

/** Where the first stands that is not below a number, in numbers in their order. */
function firstFrom(order: Uint32Array, least: number): number {
  let [from, to] = [0, order.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (order[middle]! < least) from = middle + 1
    else to = middle
  }
  return from
}

function merge(
  rows: LowRows,
  order: Uint32Array,
  from: number,
  middle: number,
  to: number,
  merged: Uint32Array,
): void {
  let [left, right] = [from, middle]
  for (let at = from; at < to; at++) {
    const takesLeft = right === to || (left < middle && compareIds(rows, order[left]!, order[right]!) < 0)
    merged[at] = takesLeft ? order[left++]! : order[right++]!
  }
}

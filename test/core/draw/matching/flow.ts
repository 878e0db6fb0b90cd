/** A person's load before and limit, for {@link cheapest}. */
export interface FlowPerson {
  readonly load: number
  readonly capacity: number
}

export interface FlowSlot {
  readonly visit: number
  readonly candidates: readonly number[]
}

/**
 * The smallest growth of the sum of squared loads with which all slots can be filled, `Infinity` if they cannot:
 * a textbook flow of least cost, one cheapest path (Bellman–Ford) for each slot. It shares nothing with the
 * program under test but the rules.
 */
export function cheapest(people: readonly FlowPerson[], slots: readonly FlowSlot[]): number {
  const to: number[] = []
  const room: number[] = []
  const price: number[] = []
  const out: number[][] = []
  const node = (): number => out.push([]) - 1
  const edge = (from: number, end: number, cost: number): void => {
    for (const [a, b, units, sign] of [
      [from, end, 1, 1],
      [end, from, 0, -1],
    ] as const) {
      out[a]!.push(to.length)
      to.push(b)
      room.push(units)
      price.push(sign * cost)
    }
  }

  const source = node()
  const sink = node()
  const persons = people.map(({ load, capacity }) => {
    const person = node()
    for (let l = load; l < Math.min(capacity, load + slots.length); l++) edge(source, person, 2 * l + 1)
    return person
  })
  const places = new Map<string, number>()
  for (const { visit, candidates } of slots) {
    const slot = node()
    edge(slot, sink, 0)
    for (const candidate of candidates) {
      const key = `${candidate} ${visit}`
      if (!places.has(key)) {
        const place = node()
        places.set(key, place)
        edge(persons[candidate]!, place, 0)
      }
      edge(places.get(key)!, slot, 0)
    }
  }

  const cheapestPath = (): number => {
    const cost = out.map(() => Number.POSITIVE_INFINITY)
    const via: number[] = []
    cost[source] = 0
    const queue = [source]
    for (const from of queue) {
      for (const e of out[from]!) {
        if (room[e] === 0 || cost[from]! + price[e]! >= cost[to[e]!]!) continue
        cost[to[e]!] = cost[from]! + price[e]!
        via[to[e]!] = e
        queue.push(to[e]!)
      }
    }
    if (cost[sink] === Number.POSITIVE_INFINITY) return cost[sink]
    for (let at = sink; at !== source; at = to[via[at]! ^ 1]!) {
      room[via[at]!]!--
      room[via[at]! ^ 1]!++
    }
    return cost[sink]!
  }
  return slots.reduce(sum => sum + cheapestPath(), 0)
}

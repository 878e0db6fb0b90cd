/** How many of these have each key, in the order in which the keys first occur. */
export function countBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
  weightOf: (item: Item) => number = () => 1,
): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) addOne(counts, keyOf(item), weightOf(item))
  return counts
}

/** One more of a key, or so many. */
export function addOne<Key>(counts: Map<Key, number>, key: Key, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** These by their keys, in the order in which the keys first occur. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** The sum of one number of each row. */
export function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

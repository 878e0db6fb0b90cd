export function shapeOf(value) {
  if (value === null) return { kinds: ['null'] }
  if (Array.isArray(value)) {
    const items = value.map(shapeOf)
    return { kinds: ['array'], ...(items.length > 0 ? { items: items.reduce(bothShapes) } : {}) }
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, own]) => [name, shapeOf(own)])
    return { kinds: ['object'], fields: Object.fromEntries(fields), always: fields.map(([name]) => name) }
  }
  return { kinds: [Number.isInteger(value) ? 'integer' : typeof value] }
}

/** What either may look like. */
export function bothShapes(one, other) {
  const kinds = [...new Set([...one.kinds, ...other.kinds])].sort()
  const names = new Set([...Object.keys(one.fields ?? {}), ...Object.keys(other.fields ?? {})])
  const fields = [...names].map(name => [name, either(one.fields?.[name], other.fields?.[name])])
  const items = either(one.items, other.items)
  const always =
    one.always === undefined || other.always === undefined
      ? (one.always ?? other.always)
      : one.always.filter(name => other.always.includes(name))
  return {
    kinds,
    ...(always === undefined ? {} : { fields: Object.fromEntries(fields), always }),
    ...(items === undefined ? {} : { items }),
  }
}

function either(one, other) {
  return one === undefined || other === undefined ? (one ?? other) : bothShapes(one, other)
}

/** Texts by numbers in the order in which they come: whoever keeps many of few keeps the numbers. */
export interface Numbered {
  /** The number of a text, a new one where it comes for the first time. */
  readonly of: (text: string) => number
  readonly name: (number: number) => string
}

export function numbered(): Numbered {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    of(text) {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, names.length)
      return names.push(text) - 1
    },
    name: number => names[number]!,
  }
}

/** A list of 32-bit numbers that grows; what was never set is 0. */
export interface Ints {
  readonly length: number
  readonly at: (place: number) => number
  readonly push: (value: number) => void
  /** Sets a value, the list growing up to it. */
  readonly set: (place: number, value: number) => void
}

export function ints(): Ints {
  let held = new Int32Array(16)
  let length = 0
  const room = (wanted: number) => {
    if (wanted <= held.length) return
    const larger = new Int32Array(Math.max(wanted, 2 * held.length))
    larger.set(held)
    held = larger
  }
  return {
    get length() {
      return length
    },
    at: place => (place < length ? held[place]! : 0),
    push(value) {
      room(length + 1)
      held[length++] = value
    },
    set(place, value) {
      room(place + 1)
      held[place] = value
      length = Math.max(length, place + 1)
    },
  }
}

/** What values look like, of one or of several: which kinds of them, what fields the objects have, what stands in the lists. */
export interface Shape {
  readonly kinds: readonly string[]
  readonly fields?: Readonly<Record<string, Shape>>
  /** The fields that every one of the objects has. */
  readonly always?: readonly string[]
  readonly items?: Shape
}
export function shapeOf(value: unknown): Shape
/** What either may look like. */
export function bothShapes(one: Shape, other: Shape): Shape

/** The versions of the law, the first word of every digest (draw.md and draw-2.md, section 3). All are read and replayed for ever. */
export const SPECS = ['ssj-draw/1', 'ssj-draw/2'] as const

/** Which version of the law a draw is made under: its commitment says it. */
export type Spec = (typeof SPECS)[number]

export function isSpec(value: unknown): value is Spec {
  return (SPECS as readonly unknown[]).includes(value)
}

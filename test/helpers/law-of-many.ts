import { test } from 'vitest'

/**
 * A law that proves more the more cases it sees: `law(part)` looks at each `part`-th case or at a `part`-th of as many.
 * `npm test` takes one in `part`, the campaigns take every one.
 */
export function lawOfMany(name: string, part: number, law: (part: number) => Promise<void> | void): void {
  test(`${name} (one case in ${part})`, () => law(part))
  test(name, { tags: ['campaign'] }, () => law(1))
}

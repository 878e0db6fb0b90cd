/**
 * What an answer with `--json` is made after, which it names itself: `docs/schemas/draw-list.json`, and the version of it. A
 * version goes up where a field goes or means something else, not where one is added.
 */
export function answerSchema(name: string): string {
  return `${name}/${VERSIONS[name] ?? 1}`
}

/** The answers whose version is no longer the first. */
const VERSIONS: Readonly<Record<string, number>> = {}

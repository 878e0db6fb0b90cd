import type { Verdict } from '../../core/draw/verify/verdict.ts'
import type { Desk } from '../desk.ts'
import { differenceText } from '../difference.ts'
import { inert } from '../table.ts'

/** A verdict on a folder as it is told: the answer first, then what it rests on. */
export function verdictLines(
  desk: Desk,
  path: string,
  verdict: Verdict,
  announced: string | undefined,
): string[] {
  const { say } = desk
  const parts = (names: readonly (keyof typeof say.parts)[]) => say.listed(names.map(name => say.parts[name]))
  const same = announced === undefined ? [] : [say.public.asAnnounced(announced)]
  switch (verdict.kind) {
    case 'differs':
      return [say.differs(path), differenceText(desk, verdict.difference)]
    case 'committed':
      return [
        say.public.committed[verdict.state](path),
        say.agreed(verdict.digest),
        say.public.committedSizes(verdict.targets, verdict.take, verdict.reserve),
        say.public.committedSources(say.listed(verdict.sources.map(inert))),
        ...(verdict.shown.length > 0 ? [say.verifiedParts(parts(verdict.shown))] : []),
        ...(verdict.notShown.length > 0 ? [say.notShown(parts(verdict.notShown))] : []),
        ...same,
      ]
    case 'agrees':
      return [
        say.agrees(path),
        say.agreed(verdict.digest),
        say.selectKey(verdict.selectKey),
        say.verifiedSizes(verdict.targets, verdict.drawn, verdict.reserves),
        say.verifiedParts(parts(verdict.shown)),
        ...(verdict.notShown.length > 0 ? [say.notShown(parts(verdict.notShown))] : []),
        ...same,
      ]
    default:
      return verdict satisfies never
  }
}

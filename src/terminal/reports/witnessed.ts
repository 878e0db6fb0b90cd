import { escapeControls } from '../../core/escape-controls.ts'
import type { Cosigned } from '../../core/ledger/quorum.ts'
import type { Witnessed } from '../../core/ledger/witnessed.ts'
import { BEIJING, momentOfSeconds, officeTime } from '../../core/office-time.ts'
import type { Desk } from '../desk.ts'

/** A time stamp: when, and whether its authority was checked; null where nobody could. */
export interface CheckedStamp {
  readonly at: string
  readonly checked: boolean | null
}

/** What a policy says of the ledger's checkpoint in a folder. */
export function witnessedLines(desk: Desk, found: Witnessed, stamps: readonly CheckedStamp[]): string[] {
  const { say, colours } = desk
  const { witnessed } = say.ledger
  if (found.kind === 'unwitnessed')
    return [colours.out.differs(witnessed.not(witnessed.why[found.why.kind](found.why as never)))]
  const times = (cosigned: readonly Cosigned[]) =>
    say.common.listed(cosigned.map(({ name, at }) => witnessed.by(escapeControls(name), timeOf(desk, at))))
  const { log, size, cosigned, announced } = found
  return [
    colours.out.agrees(witnessed.holds(escapeControls(log), size)),
    ...(cosigned.length === 0 ? [] : [`  ${witnessed.cosigned(times(cosigned))}`]),
    ...(announced === undefined
      ? []
      : [`  ${announced === null ? witnessed.unannounced : witnessed.announced(times(announced))}`]),
    ...stamps.map(({ at, checked }) => {
      const line = witnessed.stamp(shown(desk, at), checked)
      return `  ${checked === false ? colours.out.differs(line) : line}`
    }),
  ]
}

function timeOf(desk: Desk, seconds: number): string {
  const moment = momentOfSeconds(BigInt(seconds))
  return moment === null ? String(seconds) : shown(desk, moment)
}

function shown({ say }: Desk, moment: string): string {
  return say.published.time(officeTime(moment, BEIJING), BEIJING)
}

import { type Day, dayAfter, daysSinceEpoch } from '../../dates.ts'
import { BEIJING, officeMoment } from '../../office-time.ts'
import { type KnownSource, knownSource } from './known-sources.ts'
import { readSaidSource, type SaidSource } from './said-source.ts'

/**
 * The sources that an office always has, `骰子/25;福彩3D`, for one draw: a lottery is that of its next drawing, and anything
 * else goes by the number of the draw, so that no two draws announce one name.
 */
export function usualSources(rule: string, draw: string, now: string): readonly SaidSource[] {
  return rule.split(';').flatMap(text => {
    const reading = readSaidSource(text)
    return reading.kind === 'source' ? [ofDraw(reading.source, draw, now)] : []
  })
}

function ofDraw(source: SaidSource, draw: string, now: string): SaidSource {
  const known = knownSource(source.name)
  if (known?.drawn === undefined) return { ...source, name: `${source.name} ${draw}` }
  const due = nextDrawing(known.drawn, now)
  return { ...source, name: `${source.name} ${due.slice(0, 10)}`, due }
}

/** The first drawing after a moment of the ledger, as a commitment announces it. */
function nextDrawing({ weekdays, clock }: NonNullable<KnownSource['drawn']>, now: string): string {
  const local = officeMoment(now, BEIJING)
  let day = local.slice(0, 10) as Day
  if (local.slice(11, 16) >= clock) day = dayAfter(day)
  while (!weekdays.includes((daysSinceEpoch(day) + THURSDAY) % 7)) day = dayAfter(day)
  return `${day}T${clock}${BEIJING}`
}

/** 1970-01-01. */
const THURSDAY = 4

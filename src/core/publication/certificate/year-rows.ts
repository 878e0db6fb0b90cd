import { followedVisits } from '../followed/followed-rows.ts'
import type { Words } from '../words/words.ts'
import type { Certificate } from './certificate.ts'
import { sinceThen, verdictSentence } from './certificate-sections.ts'

/**
 * What the draws of a year did with one target, and what followed there, as rows of a sheet: draw, task, verdict, department, team,
 * item, result. A draw takes a row for each item; what the row above says already is left out.
 */
export function yearRows(certificates: readonly Certificate[], words: Words): string[][] {
  return certificates.flatMap(certificate => {
    const { draw, task } = certificate
    const own = [
      words.certificate.attempt(draw.number, draw.attempt),
      words.certificate.named(task.id, task.name),
      [verdictSentence(certificate, words), ...sinceThen(certificate, words)].join(' '),
    ]
    const rows = followedRows(certificate, words)
    if (rows.length === 0) return [[...own, '', '', '', '']]
    return rows.map((row, i) => [...(i === 0 ? own : ['', '', '']), ...row])
  })
}

function followedRows({ inspection }: Certificate, words: Words): string[][] {
  if (inspection == null) return []
  return followedVisits(inspection, words).flatMap(({ department, team, items }, i) => {
    const { people, team: named } = inspection.visits[i]!
    // That names are not public the sheet says once.
    const who = named.length === 0 ? [words.followed.peopleOnly(people), ...team.slice(1)] : team
    return items.map(({ item, about, result }, j) => [
      ...(j === 0 ? [department, who.join('; ')] : ['', '']),
      [item, ...about].join('; '),
      result.join('; '),
    ])
  })
}

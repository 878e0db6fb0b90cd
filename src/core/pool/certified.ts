import type { Team } from '../draw/folder/rows.ts'
import { EXPERT } from '../draw/matching/candidates.ts'
import type { RecordOf } from '../registry/record.ts'

/** The tag of seats that only inspectors with a certificate may take. */
export const CERTIFIED = 'certified'

/**
 * The teams with at least so many seats for inspectors with a certificate (执法证). Seats for a leader or for a
 * qualification are for them in any case ({@link othersSit}); of the seats for anyone as many become theirs as are
 * still wanting. Where that is all of them the team stays as it is: then nobody without a certificate is in the pool.
 */
export function certifiedTeams(teams: readonly Team[], least: number): readonly Team[] {
  return teams.map(team => {
    if (!othersSit(team, least)) return team
    let wanting = least - staffSeats(team).filter(seat => seat !== '').length
    return { ...team, seats: team.seats.map(seat => (seat === '' && wanting-- > 0 ? CERTIFIED : seat)) }
  })
}

/** True where a team has seats beyond those that need a certificate, for whoever has none. */
export function othersSit(team: Team, least: number): boolean {
  const staff = staffSeats(team)
  return staff.length > least && staff.includes('')
}

/** True for an inspector whose certificate has a number. What is written instead of one (`无`, `办理中`) has no digit. */
export function isCertified(person: RecordOf<'inspectors'>): boolean {
  return /\d/.test(person.get('certificate'))
}

function staffSeats({ seats }: Team): string[] {
  return seats.filter(seat => seat !== EXPERT)
}

import type { TableFault } from '../../../core/calendar/table-faults.ts'

/** What is wrong with a table of holidays. */
export function holidayFault(fault: TableFault): string {
  switch (fault.kind) {
    case 'turned':
      return `in ${fault.year} a line ends on ${fault.last}, before it begins on ${fault.first}`
    case 'too-long':
      return `in ${fault.year} ${fault.first} to ${fault.last} is longer than any holiday`
    case 'both':
      return `${fault.day} is both off and worked`
    case 'worked-anyway':
      return `${fault.day} is no weekend and is worked anyway: leave the line out`
    case 'no-festival':
      return `${fault.year} lacks ${fault.name}`
    case 'no-day':
      return `${fault.name} of ${fault.year} lacks ${fault.day}`
    case 'gap':
      return `${fault.name} of ${fault.year} has a gap: ${fault.day} is not off`
    default:
      return fault satisfies never
  }
}

import type { PlacedFault } from '../../../core/calendar/table-faults.ts'

/** What is wrong with a table of holidays, in which row and column, and what would be right. */
export function holidayFault(fault: PlacedFault): string {
  const rows = fault.rows.length === 0 ? '' : `row ${fault.rows.join(', ')}: `
  switch (fault.kind) {
    case 'turned':
      return `${rows}截止日期 ${fault.last} is before 日期 ${fault.first}; it must not be (${fault.year})`
    case 'too-long':
      return `${rows}${fault.first} to ${fault.last} of ${fault.year} is longer than any holiday: compare 日期 and 截止日期`
    case 'both':
      return `${rows}${fault.day} is both off and worked: 类型 is one of them`
    case 'worked-anyway':
      return `${rows}${fault.day} is no weekend and is worked anyway: leave the line out`
    case 'no-festival':
      return `${fault.year} lacks ${fault.name}: a line with 类型 放假 and 节日 ${fault.name} is needed`
    case 'no-day':
      return `${rows}${fault.name} of ${fault.year} lacks ${fault.day}, which is off`
    case 'gap':
      return `${rows}${fault.name} of ${fault.year} has a gap: ${fault.day} is not off, and its days are off without a break`
    default:
      return fault satisfies never
  }
}

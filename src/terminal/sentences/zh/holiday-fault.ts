import type { TableFault } from '../../../core/calendar/table-faults.ts'

/** 节假日表哪里不对。 */
export function holidayFault(fault: TableFault): string {
  switch (fault.kind) {
    case 'turned':
      return `${fault.year} 年有一行的截止日期 ${fault.last} 早于日期 ${fault.first}`
    case 'too-long':
      return `${fault.year} 年 ${fault.first} 至 ${fault.last} 长于任何假期`
    case 'both':
      return `${fault.day} 既放假又上班`
    case 'worked-anyway':
      return `${fault.day} 不是周末，本来就上班，不必写“上班”`
    case 'no-festival':
      return `${fault.year} 年缺${fault.name}`
    case 'no-day':
      return `${fault.year} 年${fault.name}缺 ${fault.day}`
    case 'gap':
      return `${fault.year} 年${fault.name}中间断开：${fault.day} 没有放假`
    default:
      return fault satisfies never
  }
}

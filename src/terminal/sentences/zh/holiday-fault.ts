import type { PlacedFault } from '../../../core/calendar/table-faults.ts'

/** 节假日表哪一行哪一列不对，应当怎样。 */
export function holidayFault(fault: PlacedFault): string {
  const rows = fault.rows.length === 0 ? '' : `第 ${fault.rows.join('、')} 行：`
  switch (fault.kind) {
    case 'turned':
      return `${rows}“截止日期”${fault.last} 早于“日期”${fault.first}，应当不早于（${fault.year} 年）`
    case 'too-long':
      return `${rows}${fault.year} 年 ${fault.first} 至 ${fault.last} 长于任何假期，请核对“日期”和“截止日期”`
    case 'both':
      return `${rows}${fault.day} 既放假又上班，“类型”应当只留一种`
    case 'worked-anyway':
      return `${rows}${fault.day} 不是周末，本来就上班，不必写“上班”`
    case 'no-festival':
      return `${fault.year} 年缺${fault.name}，应当有“类型”为放假、“节日”为${fault.name}的一行`
    case 'no-day':
      return `${rows}${fault.year} 年${fault.name}缺 ${fault.day}，这一天应当放假`
    case 'gap':
      return `${rows}${fault.year} 年${fault.name}中间断开：${fault.day} 没有放假，应当连续`
    default:
      return fault satisfies never
  }
}

const MAKER = '91141102058871239H'
const product = (i: number, firm: string, cells: Record<string, string> = {}) => ({
  对象编号: `CP-${String(i).padStart(2, '0')}`,
  对象类型: '产品',
  名称: `示例牌产品${i}`,
  监管部门: 'JIA;YI',
  信用风险等级: i % 2 === 0 ? 'A' : 'B',
  责任单位: firm,
  ...cells,
})
/** A firm, two of one name, and products, projects and behaviours that name them, nobody, or one that nobody knows. */
export const ANSWERED: readonly Readonly<Record<string, string>>[] = [
  {
    统一社会信用代码: MAKER,
    ...{ 名称: '示例车业公司', 监管部门: 'JIA', 地址: '示例路1号', 法定代表人: '示例甲', 信用风险等级: 'A' },
  },
  // Two firms of one name: none of them is meant.
  ...['X01', 'X02'].map(code => ({ 对象编号: code, 名称: '同名公司', 监管部门: 'JIA', 信用风险等级: 'B' })),
  ...Array.from({ length: 6 }, (_, i) => product(i + 1, MAKER)),
  ...Array.from({ length: 6 }, (_, i) => product(i + 7, '示例车业公司')),
  ...Array.from({ length: 5 }, (_, i) => product(i + 13, '同名公司', { 对象类型: '项目' })),
  ...Array.from({ length: 5 }, (_, i) => product(i + 18, '外地公司', { 对象类型: '行为' })),
  ...Array.from({ length: 4 }, (_, i) => product(i + 23, '', { 管辖所: '西所' })),
]

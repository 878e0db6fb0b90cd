import { usccCheckCharacter } from '../../src/core/registry/numbers/uscc.ts'
import type { Parts } from './miniature.ts'

/**
 * A district whose names are as long as real ones: six departments, firms of thirty characters and more beside short ones and
 * natural persons, five stations, items with their whole basis. Nobody in it exists.
 */
export const ORGANS = [
  ['SCJG', '示例市滨河新区市场监督管理局', '市场监管局'],
  ['XFJY', '示例市滨河新区消防救援大队', '消防救援大队'],
  ['WSJK', '示例市滨河新区卫生健康和体育局', '卫健体局'],
  ['STHJ', '示例市生态环境局滨河新区分局', '生态环境分局'],
  ['RSJ', '示例市滨河新区人力资源和社会保障局', '人社局'],
  ['WLJ', '示例市滨河新区文化和旅游局（文物局）', '文旅局'],
] as const

export const STATIONS = ['沿河街道', '湖滨街道', '高铁新城', '临港工业园', '石桥镇'].map(
  place => `${place}市场监督管理所`,
)

const ITEMS = [
  [
    'SX0101',
    '食品销售监督检查',
    '食品经营许可证、进货查验记录、食品贮存和销售过程控制、从业人员健康管理情况的检查',
    'SCJG',
    'WSJK',
    '《中华人民共和国食品安全法》第一百一十条；《食品生产经营监督检查管理办法》（国家市场监督管理总局令第49号）第四条、第八条',
  ],
  [
    'SX0102',
    '明码标价检查',
    '商品和服务价格公示、促销活动价格承诺履行情况',
    'SCJG',
    '',
    '《中华人民共和国价格法》第十三条、第三十三条',
  ],
  [
    'SX0103',
    '登记事项和公示信息检查',
    '营业执照规范使用、名称规范使用、经营期限、住所（经营场所）、年度报告公示信息、即时公示信息的检查',
    'SCJG',
    '',
    '《企业信息公示暂行条例》第十四条；《经营主体登记管理条例》第三十八条',
  ],
  [
    'SX0201',
    '消防安全监督检查',
    '消防安全制度、疏散通道、安全出口、消防设施器材配置和完好有效情况的检查',
    'XFJY',
    '',
    '《中华人民共和国消防法》第五十三条；《消防监督检查规定》（公安部令第120号）第十条',
  ],
  [
    'SX0301',
    '公共场所卫生检查',
    '卫生许可证、空气质量、顾客用品用具清洗消毒、从业人员健康合格证明',
    'WSJK',
    '',
    '《公共场所卫生管理条例》第十条',
  ],
  [
    'SX0501',
    '文化经营场所检查',
    '经营许可、消防通道、未成年人保护措施的落实情况',
    'WLJ',
    '',
    '《营业性演出管理条例》第五条',
  ],
  [
    'SX0401',
    '餐饮油烟和排污许可检查',
    '油烟净化设施安装和运行、排污许可证载明事项执行情况',
    'STHJ',
    '',
    '《中华人民共和国大气污染防治法》第八十一条',
  ],
] as const

export function usccOf(i: number): string {
  const body = `91141102MAB3K7${String(100 + i)}`
  return body + usccCheckCharacter(body)
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const STREETS = ['滨河大道', '惠民路', '解放北街', '建设中路', '工业园二期纬三路']

/** Every fourth firm has a long name, every seventh is a natural person. */
export function firmName(i: number): string {
  if (i % 7 === 3) return `示例市滨河新区${SURNAMES[i % 16]}记${['小吃店', '便利店', '理发店'][i % 3]}`
  if (i % 4 === 0) return `示例市滨河新区惠民生鲜超市连锁（集团）有限责任公司第${i}直营店暨社区团购服务中心`
  return `示例${'甲乙丙丁戊己庚辛'[i % 8]}餐饮管理有限公司第${i}分公司`
}

export function longDistrict(size: number): Parts {
  return {
    departments: ORGANS.map(([code, name, short]) => ({
      部门编码: code,
      部门名称: name,
      简称: short,
      联系人岗位: '双随机监管岗',
    })),
    items: ITEMS.map(([code, name, content, body, partners, basis]) => ({
      ...{
        事项编码: code,
        抽查类别: '综合监管',
        抽查事项: name,
        抽查内容: content,
        检查主体: body,
        参检部门: partners,
      },
      ...{
        检查依据: basis,
        事项类别: code === 'SX0101' ? '重点检查事项' : '一般检查事项',
        检查方式: '实地核查；书面检查',
      },
      ...{
        检查对象: '食品销售经营者、餐饮服务提供者、公共场所经营者',
        抽查比例: '90%',
        抽查频次: '2次/年',
        专业要求: '食品安全监管',
      },
    })),
    targets: Array.from({ length: size }, (_, i) => ({
      ...{ 统一社会信用代码: usccOf(i), 名称: firmName(i), 监管部门: 'SCJG;XFJY;WSJK;STHJ;WLJ' },
      法定代表人: `${SURNAMES[i % 16]}示例`,
      地址: `示例市滨河新区${STATIONS[i % 5]!.slice(0, -7)}${STREETS[i % 5]}${100 + i}号${i % 4 === 0 ? '滨河新天地商业综合体A座地下一层B1-0' : ''}${i % 4 === 0 ? i : ''}`,
      ...{ 管辖所: STATIONS[i % 5]!, 登记状态: '存续', 信用风险等级: 'ABCD'[i % 4]!, 行业代码: 'F5219' },
      ...{
        主体类型: i % 7 === 3 ? '个体工商户' : '企业',
        成立日期: `20${10 + (i % 14)}-03-15`,
        联系电话: `0351-23456${10 + (i % 80)}`,
      },
    })),
    inspectors: ORGANS.flatMap(([code], d) =>
      Array.from({ length: 14 }, (_, i) => ({
        ...{
          人员编号: `${code}${String(i + 1).padStart(3, '0')}`,
          姓名: `${i % 5 === 0 ? '欧阳' : SURNAMES[(i + 3 * d) % 16]}${'示例'.slice(0, 1 + (i % 2))}${'一二三四五六七八九十甲乙丙丁'[i]}`,
        },
        ...{
          所属部门: code,
          执法证号: `1411${String(d + 1).padStart(2, '0')}${String(1001 + i)}`,
          证件有效期: '2030-12-31',
          状态: '有效',
          可任组长: i % 3 === 0 ? '是' : '否',
        },
        ...{
          专业资质: '食品安全监管',
          科室或监管所: STATIONS[i % 5]!,
          职务: '一级主任科员',
          年度上限: code === 'WLJ' ? '1' : '',
        },
      })),
    ),
    recusals: [
      { 人员编号: 'SCJG001', 对象编号: usccOf(4), 事由: '近亲属在该单位任职', 登记日期: '2026-01-05' },
      { 人员编号: 'XFJY002', 对象编号: usccOf(9), 事由: '五年内原任职单位', 登记日期: '2026-01-05' },
    ],
    plan: PLAN.map(([code, name, lead, partners, items, period, extra]) => ({
      ...{
        任务编号: code,
        年度: '2026',
        任务名称: name,
        抽查类型: '定向',
        抽查类别: '综合监管',
        抽查事项: items,
      },
      ...{
        检查对象范围: '全区食品销售、餐饮服务和公共场所经营单位（信用风险等级A、B、C、D类）',
        抽查比例: '20%',
        起止时间: period,
        发起部门: lead,
      },
      ...{
        配合部门: partners,
        联合方式: '同往',
        检查方式: '实地核查',
        平台计划编号: `1411022026${code}000001`,
        平台任务编号: `1411022026${code}000001-1`,
      },
      ...{
        抽查模式: '部门联合',
        信用风险分类要求: 'A类适当降低抽查比例，D类提高抽查比例',
        报送日期: '2025-12-20',
        替补: '10%',
        ...extra,
      },
    })),
  }
}

type Line = readonly [
  code: string,
  name: string,
  lead: string,
  partners: string,
  items: string,
  period: string,
  extra: Readonly<Record<string, string>>,
]

const PLAN: readonly Line[] = [
  [
    'P01',
    '2026年度滨河新区食品销售和餐饮服务单位部门联合“双随机、一公开”抽查',
    'SCJG',
    'XFJY;WSJK',
    'SX0101;SX0102;SX0201;SX0301',
    '2026-03-02~2026-06-30',
    { 分层: '管辖所', 每部门人数: '4', 随机源: '骰子/30;福彩3D 2026023' },
  ],
  [
    'P02',
    '2026年度公共场所卫生抽查',
    'WSJK',
    '',
    'SX0301',
    '2026-03-02~2026-06-30',
    { 分层: '信用风险等级', 每部门人数: '2', 抽查比例: '60%' },
  ],
  [
    'P03',
    '2026年度餐饮油烟治理专项抽查',
    'STHJ',
    '',
    'SX0401',
    '2026-04-01~2026-09-30',
    { 抽查类型: '专项', 检查原因: '上级部署专项', 每部门人数: '2', 抽查比例: '10%' },
  ],
  [
    'P04',
    '2026年度登记事项和公示信息不定向抽查',
    'SCJG',
    '',
    'SX0103',
    '2026-05-01~2026-10-31',
    { 抽查类型: '不定向', 每部门人数: '2', 抽查比例: '5%', 分级比例: 'A=5%;D=20%', 分层: '信用风险等级' },
  ],
  [
    'P06',
    '2026年度文化经营场所抽查',
    'WLJ',
    '',
    'SX0501',
    '2026-03-01~2026-11-30',
    { 抽查比例: '', 抽查数量: '9', 替补: '0' },
  ],
  ['P05', '2026年度人力资源服务机构抽查', 'RSJ', 'WLJ', 'SX0102', '2026-08-01~2026-11-30', {}],
]

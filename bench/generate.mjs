/**
 * Invented registries of a district of any size, the same for the same seed (docs/performance.md, fixtures/district).
 * Shares and forms follow the figures of a Shanxi county seat; no person or firm in them exists.
 */
import { createWriteStream } from 'node:fs'
import { pathToFileURL } from 'node:url'
import seedrandom from 'seedrandom'
import { registrationCheckDigit } from '../dist/core/registry/numbers/registration-number.js'
import { usccCheckCharacter } from '../dist/core/registry/numbers/uscc.js'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
export const DEPARTMENTS = [
  [
    'LS-SCJG',
    '离石区市场监督管理局',
    '区市场监管局',
    '市监局;市场监管局;市场监督管理局',
    '信用监管股',
    '是',
    70,
  ],
  ['LS-FGJ', '离石区发展和改革局', '区发改局', '发改局', '综合股', '否', 4],
  ['LS-JKJ', '离石区教育科技局', '区教科局', '教育局;教科局', '安全股', '否', 6],
  ['LS-GAJ', '离石区公安分局', '区公安分局', '公安局', '治安大队', '否', 12],
  ['LS-RSJ', '离石区人力资源和社会保障局', '区人社局', '人社局', '监察大队', '否', 7],
  ['LS-HBJ', '生态环境局离石分局', '区环境分局', '环保局;生态环境局', '执法队', '否', 12],
  ['LS-ZJJ', '离石区住房和城乡建设局', '区住建局', '住建局', '质监站', '否', 10],
  ['LS-JTJ', '离石区交通运输局', '区交通局', '交通局', '执法大队', '否', 14],
  ['LS-NYNC', '离石区农业农村局', '区农业农村局', '农业局;农业农村局', '执法大队', '否', 14],
  ['LS-GXJ', '离石区工业和信息化局', '区工信局', '工信局', '运行股', '否', 4],
  ['LS-WLJ', '离石区文化和旅游局', '区文旅局', '文旅局', '执法队', '否', 8],
  ['LS-WJT', '离石区卫生健康和体育局', '区卫体局', '卫健局;卫生健康局;卫体局', '卫生监督所', '否', 10],
  ['LS-YJ', '离石区应急管理局', '区应急局', '应急局', '执法大队', '否', 10],
  ['LS-SWJ', '离石区税务局', '区税务局', '税务局', '风险股', '否', 10],
  ['LS-TJJ', '离石区统计局', '区统计局', '统计局', '执法室', '否', 3],
  ['LS-YBJ', '离石区医疗保障局', '区医保局', '医保局', '基金股', '否', 4],
]
const STATIONS = ['滨河', '凤山', '交口', '城北', '莲花池', '田家会', '西属巴', '信义', '吴城', '枣林']
const WORDS = [
  '青禾',
  '云岭',
  '启明',
  '恒达',
  '瑞丰',
  '嘉禾',
  '长青',
  '东篱',
  '远山',
  '松涛',
  '晨曦',
  '金穗',
  '北斗',
  '鸿雁',
  '百川',
]
const RARE = ['䶮', '𬭊', '㙍']
const TRADES = [
  ['商贸', 'F5212', '食品销售', 48],
  ['餐饮', 'H6210', '餐饮', 14],
  ['便民服务', 'O8040', '企业公示', 9],
  ['物流', 'G5430', '道路运输', 8],
  ['制造', 'C3360', '产品质量', 5],
  ['煤业', 'B0610', '危化', 2],
  ['租赁', 'L7113', '特种设备', 5],
  ['农业', 'A0111', '农资', 3],
  ['装饰', 'E5011', '在建工程', 6],
]

/** Chance that depends on `seed` alone. */
function chanceOf(seed) {
  const rng = seedrandom(seed)
  const below = n => Math.floor(rng() * n)
  const share = percent => rng() * 100 < percent
  const pick = list => list[below(list.length)]
  const weighted = (list, weight) => {
    let left = rng() * list.reduce((sum, entry) => sum + weight(entry), 0)
    for (const entry of list) {
      left -= weight(entry)
      if (left < 0) return entry
    }
    return list.at(-1)
  }
  return { below, share, pick, weighted }
}

export const TARGET_HEADINGS =
  '对象编号,对象类型,统一社会信用代码,注册号,名称,法定代表人,地址,行政区划,管辖所,行业代码,主体类型,登记状态,信用风险等级,监管部门,所属子库,标签,成立日期,上次检查日期,联系电话'

/** Targets as lines of CSV. */
export function* targets(count, seed = 'targets') {
  const { below, share, pick, weighted } = chanceOf(seed)
  const seen = new Set()
  const day = (from, to) =>
    `${from + below(to - from + 1)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  for (let i = 1; i <= count; i++) {
    const firm = share(24)
    const kind = firm ? '91' : share(97) ? '92' : '93'
    const [trade, industry, library] = weighted(TRADES, entry => entry[3])
    let uscc = ''
    let registration = ''
    if (kind === '92' && share(4)) {
      do {
        const body = `141102${String(60000000 + below(39999999)).padStart(8, '0')}`
        registration = body + registrationCheckDigit(body)
      } while (seen.has(registration))
      seen.add(registration)
    } else {
      do {
        let body = `${kind}141102MA`
        for (let k = 0; k < 7; k++) body += ALPHABET[below(31)]
        uscc = body + usccCheckCharacter(body)
      } while (seen.has(uscc))
      seen.add(uscc)
    }
    const form = firm ? '有限公司' : kind === '93' ? '农民专业合作社' : '店'
    const name = `离石区${pick(WORDS)}${share(1) ? pick(RARE) : ''}${pick(WORDS)}示例${trade}${form}`
    const status = weighted(
      [
        ['存续', 86],
        ['注销', 5],
        ['吊销，未注销', 5],
        ['迁出', 1],
        ['停业', 3],
      ],
      entry => entry[1],
    )[0]
    const risk = firm
      ? weighted(
          [
            ['A', 65.4],
            ['B', 25.3],
            ['C', 7.7],
            ['D', 1.5],
            ['', 1.5],
          ],
          entry => entry[1],
        )[0]
      : ''
    const station = weighted(
      STATIONS.map((s, k) => [s, 1 / (k + 1) ** 0.7]),
      entry => entry[1],
    )[0]
    const departments = [
      'LS-SCJG',
      ...(library === '餐饮' ? ['LS-WJT'] : []),
      ...(library === '危化' ? ['LS-YJ', 'LS-HBJ'] : []),
      ...(library === '农资' ? ['LS-NYNC'] : []),
      ...(library === '道路运输' ? ['LS-JTJ'] : []),
      ...(library === '在建工程' ? ['LS-ZJJ'] : []),
    ]
    yield [
      `T${String(i).padStart(7, '0')}`,
      '市场主体',
      uscc,
      registration,
      name,
      `示例${pick('甲乙丙丁戊己庚辛')}`,
      `山西省吕梁市离石区示例路${1 + below(999)}号`,
      '141102',
      `${station}市场监管所`,
      industry,
      firm ? '企业' : kind === '93' ? '农民专业合作社' : '个体工商户',
      status,
      risk,
      departments.join(';'),
      [...new Set([library, ...(firm ? ['企业公示'] : [])])].join(';'),
      share(5) ? '校园周边' : '',
      day(1998, 2024),
      share(30) ? day(2021, 2025) : '',
      '',
    ]
      .map(quote)
      .join(',')
  }
}

export const INSPECTOR_HEADINGS =
  '人员编号,姓名,性别,所属部门,科室或监管所,职务,层级,执法证号,证件有效期,执法事项范围,专业资质,可任组长,状态,不可用日期,年度上限,备注'

/** Inspectors as lines of CSV, by department. */
export function* inspectors(scale = 1, seed = 'inspectors') {
  const { below, share, pick, weighted } = chanceOf(seed)
  const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨', '欧阳', '上官']
  let number = 0
  for (const [code, , , , , , people] of DEPARTMENTS) {
    for (let k = 0; k < people * scale; k++) {
      number++
      const station =
        code === 'LS-SCJG' && share(70)
          ? `${
              weighted(
                STATIONS.map((s, j) => [s, 1 / (j + 1) ** 0.7]),
                entry => entry[1],
              )[0]
            }市场监管所`
          : ''
      const skills = [
        ...(share(45) ? ['食品'] : []),
        ...(share(20) ? ['药品'] : []),
        ...(share(15) ? ['特种设备'] : []),
      ]
      yield [
        `R${String(number).padStart(4, '0')}`,
        `${pick(surnames)}示例`,
        share(60) ? '男' : '女',
        code,
        station,
        '一般干部',
        station ? '所级' : '县级',
        `1411020${String(number).padStart(4, '0')}`,
        share(94) ? `20${28 + below(3)}-12-31` : '2026-03-31',
        'GS-07;SP-03',
        skills.join(';'),
        share(25) || k === 0 ? '是' : '否',
        share(97) ? '有效' : '离岗',
        share(5) ? '2026-05-01~2026-05-10' : '',
        share(20) ? '60' : '',
        '',
      ]
        .map(quote)
        .join(',')
    }
  }
}

export const DEPARTMENT_LINES = [
  '部门编码,部门名称,简称,别名,层级,联系人岗位,是否牵头',
  ...DEPARTMENTS.map(([code, name, short, aliases, contact, lead]) =>
    [code, name, short, aliases, '区级', contact, lead].map(quote).join(','),
  ),
]

function quote(cell) {
  return /[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Writes lines to a file without holding them. */
export async function writeLines(path, headings, lines) {
  const out = createWriteStream(path)
  let buffer = `${headings}\n`
  for (const line of lines) {
    buffer += `${line}\n`
    if (buffer.length > 1 << 20) {
      if (!out.write(buffer)) await new Promise(resolve => out.once('drain', resolve))
      buffer = ''
    }
  }
  await new Promise(resolve => out.end(buffer, resolve))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder, count = '300'] = process.argv
  await writeLines(`${folder}/departments.csv`, DEPARTMENT_LINES[0], DEPARTMENT_LINES.slice(1))
  await writeLines(`${folder}/targets.csv`, TARGET_HEADINGS, targets(Number(count)))
  await writeLines(`${folder}/inspectors.csv`, INSPECTOR_HEADINGS, inspectors())
}

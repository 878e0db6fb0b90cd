import { beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED_YEARS } from '../../../src/core/calendar/shipped-years.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

type Row = Readonly<Record<string, string>>

let office: Office
let drawn: Awaited<ReturnType<typeof standing>>
/** An office with a draw and one result that nobody reviewed. */
beforeAll(async () => {
  const made = atTime(await drawnOffice(), LATER)
  drawn = await standing(made)
  await made.done('import', 'results', made.file('ok.csv', csvFrom([row(drawn.drawn[1]!)])))
  office = made
})

const row = (target: string, more: Row = {}): Row => ({
  ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: 'S1' },
  ...{ 检查日期: '2026-03-02', 检查结果代码: '1', ...more },
})
const results = (more: Row) => () => {
  const rows = [row(drawn.drawn[2]!), row(drawn.drawn[0]!, more)]
  return ['import', 'results', office.file('bad.csv', csvFrom(rows))]
}

/** An invented table of 2027, which has six holidays from row 2 to row 8. */
const HOLIDAYS: readonly Row[] = SHIPPED_YEARS.get('2026')!
  .filter(({ kind }) => kind === '放假')
  .map(({ first, last, kind, name }) => ({
    ...{ 日期: first.replace('2026', '2027'), 截止日期: last.replace('2026', '2027') },
    ...{ 类型: kind, 节日: name, 来源: '示例通知' },
  }))
const holidays = (change: (rows: readonly Row[]) => readonly Row[]) => () => [
  ...['import', 'holidays', office.file('bad.csv', csvFrom(change(HOLIDAYS)))],
]
const changed = (name: string, change: (line: Row) => readonly Row[]) =>
  holidays(rows => rows.flatMap(line => (line.节日 === name ? change(line) : [line])))

const weights = (text: string) => () => ['rules', 'set', 'assessment-weights', text]
const rules = (lines: string) => () => [
  ...['rules', 'import', office.file('bad.csv', `规则,值\ncap-total,4\n${lines}\n`)],
]

interface Bad {
  readonly argv: () => readonly string[]
  /** What both languages say, and what each does: where, what, and what would be right. */
  readonly says: readonly (string | RegExp)[]
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

const BAD: Readonly<Record<string, Bad>> = {
  'a number of one firm beside the name of another': {
    argv: () => results({ 检查对象名称: `示例店${drawn.drawn[1]!}` })(),
    says: ['bad.csv', '2026-0001'],
    zh: ['第 3 行 G 列（检查对象名称）“示例店', '与代码不是同一户', '只排序了其中一列'],
    en: [
      'row 3 column G (检查对象名称) “示例店',
      'not the target of the number',
      'one column was sorted alone',
    ],
  },
  'a number that was not drawn beside the name of a firm that was': {
    argv: () => results({ 对象编号: 'T99', 检查对象名称: `示例店${drawn.drawn[1]!}` })(),
    says: ['bad.csv', '“T99”', '2026-0001'],
    zh: ['第 3 行 B 列（对象编号）'],
    en: ['row 3 column B (对象编号)'],
  },
  'a code of one item beside the name of another': {
    argv: results({ 事项名称: '明码标价' }),
    says: ['bad.csv', '“明码标价”', 'S1', 'S2'],
    zh: ['第 3 行 G 列（事项名称）', '与编码不是同一事项'],
    en: ['row 3 column G (事项名称)', 'not the item of the code'],
  },
  'a field that came later, under another of its headings, that cannot be read': {
    argv: results({ 责令改正期限: '下月底', 检查结果代码: 'A', 发现问题: '标签不全' }),
    says: ['bad.csv', '“下月底”'],
    zh: ['第 3 行 G 列（责令改正期限）', '不是日期，格式如 2026-03-01'],
    en: ['row 3 column G (责令改正期限)', 'not a date'],
  },
  'a field that came later, under another of its headings, that the judge refuses': {
    argv: results({ 责令改正期限: '2026-03-01', 检查结果代码: 'A', 发现问题: '标签不全' }),
    says: ['bad.csv', '“2026-03-01”', '2026-03-02'],
    zh: ['第 3 行 G 列（责令改正期限）'],
    en: ['row 3 column G (责令改正期限)'],
  },
  'a target that was not drawn': {
    argv: results({ 对象编号: 'T99' }),
    says: ['bad.csv', '“T99”', '2026-0001', 'ssj visit add'],
    zh: ['第 3 行 B 列（对象编号）', '不在抽取 2026-0001 抽中之列'],
    en: ['row 3 column B (对象编号)', 'not drawn in draw 2026-0001'],
  },
  'a team that was not seated, without a reason': {
    argv: results({ 实际检查人员: 'P5、P6' }),
    says: ['bad.csv', '“P5;P6”', '示例人', '换人原因'],
    zh: ['第 3 行 G 列（实际检查人员）', '与检查组'],
    en: ['row 3 column G (实际检查人员)', 'not the seated team'],
  },
  'a team other than the drawn one': {
    argv: results({ 检查人员: 'P5、P6' }),
    says: ['bad.csv', '“P5;P6”', '示例人', '实际检查人员', '换人原因'],
    zh: ['第 3 行 G 列（检查人员）', '与检查组不同，检查组是'],
    en: ['row 3 column G (检查人员)', 'not the seated team, which is'],
  },
  'a day that is none': {
    argv: results({ 检查日期: '2026-02-30' }),
    says: ['bad.csv', '“2026-02-30”'],
    zh: ['第 3 行 E 列（检查日期）', '日历上没有这一天'],
    en: ['row 3 column E (检查日期)', 'there is no such day in the calendar'],
  },
  'a day before the draw': {
    argv: results({ 检查日期: '2026-02-01' }),
    says: ['bad.csv', '“2026-02-01”', '2026-02-03'],
    zh: ['第 3 行 E 列（检查日期）', '抽取之日（2026-02-03）之前'],
    en: ['row 3 column E (检查日期)', 'before draw 2026-0001 was drawn (2026-02-03)'],
  },
  'a day to come': {
    argv: results({ 检查日期: '2026-06-30' }),
    says: ['bad.csv', '“2026-06-30”', '2026-05-20'],
    zh: ['第 3 行 E 列（检查日期）', '在今天（2026-05-20）之后'],
    en: ['row 3 column E (检查日期)', 'after today (2026-05-20)'],
  },
  'outcomes that exclude each other': {
    argv: results({ 检查结果代码: '1;A' }),
    says: ['bad.csv', '“1;A”'],
    zh: ['第 3 行 F 列（检查结果代码）', '1 与 A 不能同时选，只留一种'],
    en: ['row 3 column F (检查结果代码)', '1 excludes A: keep one'],
  },
  'an outcome that is none': {
    argv: results({ 检查结果代码: 'Z' }),
    says: ['bad.csv', '“Z”', '1 未发现问题', 'A 发现问题待后续处理'],
    zh: ['第 3 行 F 列（检查结果代码）', '应为'],
    en: ['row 3 column F (检查结果代码)', 'must be one of'],
  },
  'a publication before a review, by a cell': {
    argv: results({ 公示日期: '2026-03-20' }),
    says: ['bad.csv', '“2026-03-20”', 'ssj results review', 'ssj results publish'],
    zh: ['第 3 行 G 列（公示日期）', '状态现为“待审核”'],
    en: ['row 3 column G (公示日期)', 'the state is “entered”'],
  },
  'a publication before a review': {
    argv: () => ['results', 'publish', '1'],
    says: ['2026-0001/', 'ssj results review'],
    zh: ['不能公示：待审核 1 条', '已审核的才能公示'],
    en: ['cannot publish: 1 result entered', 'only what was reviewed can be published'],
  },
  'a publication before the inspection': {
    argv: results({ 公示日期: '2026-02-20' }),
    says: ['bad.csv', '“2026-02-20”', '2026-03-02'],
    zh: ['第 3 行 G 列（公示日期）', '公示在检查日期（2026-03-02）之前'],
    en: ['row 3 column G (公示日期)', 'published before the inspection (2026-03-02)'],
  },
  'the number of a person, which is told masked': {
    argv: results({ 检查结果代码: 'A', 发现问题: '王某 11010519491231002X' }),
    says: ['bad.csv', '“王某 110105********002X”', /^(?!.*11010519491231002X)/s],
    zh: ['第 3 行 G 列（发现问题）', '请删去'],
    en: ['row 3 column G (发现问题)', 'take it out'],
  },
  'a holiday with a gap': {
    argv: changed('国庆节', line => [
      { ...line, 截止日期: '2027-10-03' },
      { ...line, 日期: '2027-10-05' },
    ]),
    says: ['bad.csv', '2027-10-04', '国庆节'],
    zh: ['第 8、9 行：2027 年国庆节中间断开', '应当连续', '国务院办公厅'],
    en: ['row 8, 9: 国庆节 of 2027 has a gap', 'off without a break', 'State Council'],
  },
  'a table without a holiday': {
    argv: changed('端午节', () => []),
    says: ['bad.csv', '端午节', '节日', '类型'],
    zh: ['2027 年缺端午节，应当有'],
    en: ['2027 lacks 端午节', 'is needed'],
  },
  'a holiday without a day that it cannot lack': {
    argv: changed('国庆节', line => [{ ...line, 截止日期: '2027-10-02' }]),
    says: ['bad.csv', '2027-10-03'],
    zh: ['第 8 行：2027 年国庆节缺 2027-10-03，这一天应当放假'],
    en: ['row 8: 国庆节 of 2027 lacks 2027-10-03, which is off'],
  },
  'a holiday that ends before it begins': {
    argv: changed('春节', line => [{ ...line, 日期: line.截止日期!, 截止日期: line.日期! }]),
    says: ['bad.csv', '2027-02-23', '2027-02-15', '截止日期'],
    zh: ['第 3 行', '应当不早于'],
    en: ['row 3', 'it must not be'],
  },
  'a day both off and worked': {
    argv: holidays(rows => [...rows, { ...rows[6]!, 日期: '2027-10-02', 截止日期: '', 类型: '上班' }]),
    says: ['bad.csv', '2027-10-02', '类型'],
    zh: ['第 8、9 行', '既放假又上班', '只留一种'],
    en: ['row 8, 9', 'both off and worked', '类型 is one of them'],
  },
  'a holiday on a day that is none': {
    argv: changed('春节', line => [{ ...line, 日期: '2027-02-30' }]),
    says: ['bad.csv', '“2027-02-30”'],
    zh: ['第 3 行 A 列（日期）', '日历上没有这一天'],
    en: ['row 3 column A (日期)', 'there is no such day in the calendar'],
  },
  'weights that do not come to a hundred': {
    argv: weights('任务完成=50'),
    says: ['assessment-weights', '“任务完成=50”', '100'],
    zh: ['每项 1–100，合计 100', '现为'],
    en: ['each 1 to 100, 100 in all', 'the default'],
  },
  'a weight that is no number': {
    argv: weights('任务完成=五十;按期公示=50'),
    says: ['assessment-weights', '任务完成=五十'],
    zh: ['合计 100'],
    en: ['100 in all'],
  },
  'a weight below nothing': {
    argv: weights('任务完成=-50;按期公示=150'),
    says: ['assessment-weights', '任务完成=-50'],
    zh: ['每项 1–100'],
    en: ['each 1 to 100'],
  },
  'a weight of no indicator': {
    argv: weights('出勤=100'),
    says: ['assessment-weights', '出勤=100', '任务完成'],
    zh: ['名称取自'],
    en: ['of 计划报送'],
  },
  'weights that are none, in a file': {
    argv: rules('assessment-weights,任务完成=50'),
    says: ['bad.csv', 'assessment-weights', '“任务完成=50”', '100'],
    zh: ['bad.csv 第 3 行（值）', '合计 100'],
    en: ['bad.csv row 3 (值)', '100 in all'],
  },
  'a rule that is none, in a file': {
    argv: rules('assessment-weigths,任务完成=100'),
    says: ['bad.csv', 'assessment-weigths', 'assessment-weights'],
    zh: ['bad.csv 第 3 行（规则）', '没有规则'],
    en: ['bad.csv row 3 (规则)', 'there is no rule'],
  },
}

describe('what is refused in a sentence, and leaves everything as it was', () => {
  it.each(Object.entries(BAD))('%s', async (_, bad) => {
    const argv = bad.argv()
    const before = contentOf(office.db)
    for (const lang of ['zh', 'en'] as const) {
      const ran = await office.ssj(...argv, '--lang', lang)
      expect([lang, ran.code > 0, ran.out]).toEqual([lang, true, ''])
      expect(ran.err).toMatch(/^ssj: /)
      for (const part of [...bad.says, ...bad[lang]])
        expect(ran.err).toEqual(
          typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part),
        )
    }
    expect(contentOf(office.db)).toBe(before)
  })
})

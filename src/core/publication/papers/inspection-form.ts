import type { Document, Fact } from '../document.ts'
import { type DrawFacts, platformNumbers } from '../draw-facts.ts'
import { addressee, codesText, type TargetSheet } from '../people.ts'

/** The file in which all forms are pages, and their folder. */
export const FORMS = '检查记录表'

/** 抽查情况记录表: one form for one target, one page for each item's findings, to be filled in by hand (一企一表). */
export function inspectionForm(facts: DrawFacts, target: TargetSheet): Document {
  const { task, number, items, departments } = facts
  const firm = addressee(target)
  const head: Fact[] = [
    { label: '任务名称', value: task.name },
    { label: '任务编号', value: `${task.id}（抽取 ${number}）` },
    ...(target.answered === undefined
      ? []
      : [{ label: `被检查${target.answered.kind}`, value: `${target.name}（${target.code}）` }]),
    { label: '被检查单位', value: firm.name },
    { label: '统一社会信用代码/注册号', value: firm.code },
    { label: '住所', value: firm.address },
    { label: '法定代表人（负责人）', value: firm.representative },
    { label: '联系电话', value: firm.phone },
    { label: '联络员及电话', value: '' },
    { label: '检查部门', value: departments.join('、') },
    ...platformNumbers(facts).map(([label, value]) => ({ label, value })),
    ...(target.codes.length === 0 ? [] : [{ label: '检查任务码', value: codesText(target.codes) }]),
    { label: '检查日期', value: '' },
  ]
  return {
    file: `${FORMS}/${target.file}`,
    bundle: FORMS,
    title: '双随机抽查情况记录表',
    subtitle: `任务编号：${task.id}　抽取编号：${number}`,
    data: null,
    blocks: [
      { kind: 'facts', pairs: 2, facts: head },
      {
        kind: 'table',
        headings: ['序号', '抽查事项', '检查内容', '发现的问题', '处置'],
        rows: items.map(({ name, content }, i) => [`${i + 1}`, name, content, '', '']),
      },
      {
        kind: 'facts',
        pairs: 1,
        facts: [
          { label: '核查方式（可多选）', value: boxes(METHODS) },
          { label: '检查结果（可多选）', value: boxes(RESULTS) },
          { label: '后续处置措施', value: boxes(MEASURES) },
          { label: '被检查单位意见', value: '（签章）　　　　　　年　　月　　日', lines: 2 },
          { label: '检查人员签名', value: teamText(target), lines: 2 },
          { label: '组长审核意见', value: '', lines: 2 },
          { label: '结果公示审批意见', value: '', lines: 2 },
        ],
      },
    ],
    notice: true,
    wide: false,
  }
}

function boxes(options: readonly string[]): string {
  return options.map(option => `☐${option}`).join('　')
}

function teamText({ team }: TargetSheet): string {
  return team
    .map(({ name, certificate }) => (certificate === '' ? name : `${name}（${certificate}）`))
    .join('、')
}

const METHODS = [
  '实地检查',
  '书面检查',
  '行政部门检查结果或专业意见',
  '检验检测',
  '网络监测',
  '委托专业机构辅助',
]

/** The result vocabulary of the platforms (multi-select). */
const RESULTS = [
  '未发现问题',
  '未按规定公示应当公示的信息',
  '公示信息隐瞒真实情况、弄虚作假',
  '通过登记的住所（经营场所）无法联系',
  '发现问题已责令改正',
  '不配合检查情节严重',
  '未发现开展本次抽查涉及的经营活动',
  '发现问题待后续处理',
  '已关闭停业或正在组织清算',
  '注销',
  '被吊销',
  '被撤销',
  '迁出',
]

const MEASURES = ['无需后续处置', '停止检查反馈日常监管', '责令改正', '移送办案', '抄告其他部门', '其他']

import { givenList } from '../../draw/commitment/given-list.ts'
import { chineseDay } from '../chinese-time.ts'
import type { Document } from '../document.ts'
import { type DrawFacts, platformNumbers } from '../draw-facts.ts'
import { addressee, codesText, type TargetSheet } from '../people.ts'
import { TELEPHONE } from './under-office.ts'

/** The file in which all notices are pages, and their folder. */
export const NOTICES = '检查通知书'

/** 抽查通知书: to the target, which items, when and how, by whom, its rights. It names people: for the archive. */
export function inspectionNotice(facts: DrawFacts, target: TargetSheet): Document {
  const { task, number, lead, items, digest } = facts
  return {
    file: `${NOTICES}/${target.file}`,
    bundle: NOTICES,
    title: '双随机抽查通知书',
    subtitle: `任务编号：${task.id}　抽取编号：${number}`,
    data: null,
    blocks: [
      { kind: 'address', text: addressOf(target) },
      {
        kind: 'text',
        text: `按照“${task.name}”的安排，${whatIsDrawn(target)}${howDrawn(facts)}被确定为本次“双随机、一公开”抽查的检查对象。现将有关事项通知如下：`,
      },
      { kind: 'heading', text: '一、抽查检查事项' },
      {
        kind: 'table',
        headings: ['序号', '抽查事项', '检查内容', '检查依据'],
        rows: items.map(({ name, content, basis }, i) => [`${i + 1}`, name, content, basis]),
      },
      { kind: 'heading', text: '二、检查时间和检查方法' },
      {
        kind: 'text',
        text: `检查时间：${chineseDay(task.from)}至${chineseDay(task.to)}。检查方法：${methodBoxes(facts)}`,
      },
      ...numbered(facts, target).map(text => ({ kind: 'text', text }) as const),
      { kind: 'heading', text: '三、检查人员' },
      {
        kind: 'table',
        headings: ['检查部门', '检查人员', '执法证号'],
        rows: target.team.map(({ department, name, certificate }) => [department, name, certificate]),
      },
      { kind: 'heading', text: '四、需要准备的资料' },
      {
        kind: 'text',
        text: '与上述事项有关的证照、许可、台账和记录；其他：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
      },
      { kind: 'heading', text: '五、权利告知' },
      {
        kind: 'text',
        text:
          '检查人员不得少于两人，应当主动出示执法证件和本通知书，未出示的，你单位有权拒绝检查。' +
          '你单位认为检查人员与本次检查有利害关系的，有权申请回避；对检查有陈述、申辩的权利。',
      },
      {
        kind: 'text',
        text:
          `自${task.from.slice(0, 4)}年1月1日起，你单位${target.answered === undefined ? '' : `（包括你单位负责的${target.answered.kind}）`}被随机抽取检查共 ${target.visits} 次（含本次）。` +
          `抽取结果可以核对，承诺摘要：${digest}`,
      },
      { kind: 'signature', lines: [lead, '　　　　年　　月　　日'], seal: '盖章' },
      {
        kind: 'facts',
        pairs: 2,
        facts: [
          { label: '联系部门', value: target.contact },
          { label: TELEPHONE, value: '' },
          { label: '送达人', value: '' },
          { label: '签收人及日期', value: '' },
        ],
      },
    ],
    notice: true,
    wide: false,
    number: target.number,
  }
}

/** What the other system calls plan, task and visit. */
function numbered(facts: DrawFacts, { codes }: TargetSheet): readonly string[] {
  const numbers = platformNumbers(facts).map(([label, number]) => `${label}：${number}`)
  return [
    ...(numbers.length === 0 ? [] : [`${numbers.join('；')}。`]),
    ...(codes.length === 0
      ? []
      : [`检查任务码：${codesText(codes)}。检查人员到场时，可以凭任务码核对本次检查。`]),
  ]
}

/** By chance here, or on a list that another level drew. */
function howDrawn({ commitment }: DrawFacts): string {
  const given = givenList(commitment)
  return given === null ? '经随机抽取' : `列入${given.by}抽取派发的名单，`
}

/** To the firm; a letter about what names nobody who answers for it has a blank for the name. */
function addressOf(target: TargetSheet): string {
  const { name, code } = addressee(target)
  const number = code === '' ? '' : `（统一社会信用代码/注册号：${code}）`
  return `${name === '' ? '＿＿＿＿＿＿＿＿＿＿＿＿（责任单位）' : name}${number}：`
}

function whatIsDrawn({ answered, name, code }: TargetSheet): string {
  return answered === undefined ? '你单位' : `你单位的${answered.kind}“${name}”（编号：${code}）`
}

/** The five methods of the form, marked as the items of the task have them. */
function methodBoxes({ items, task }: DrawFacts): string {
  const wanted = [...items.flatMap(({ methods }) => methods), ...task.method.split(/[;；、,，]/)]
  return METHODS.map(
    ([label, words]) =>
      `${wanted.some(word => words.some(known => word.includes(known))) ? '☑' : '☐'}${label}`,
  ).join('　')
}

const METHODS: readonly (readonly [string, readonly string[]])[] = [
  ['实地核查', ['实地', '现场']],
  ['书面检查', ['书面']],
  ['网络监测', ['网络', '监测']],
  ['检验检测', ['检验', '检测', '抽检']],
  ['委托专业机构', ['委托']],
]

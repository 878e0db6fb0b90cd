import { chineseDay, chineseDayOf } from '../chinese-time.ts'
import type { DataTable, Document } from '../document.ts'
import {
  attemptText,
  type DrawFacts,
  itemNames,
  platformNumbers,
  statementOf,
  weakSentence,
} from '../draw-facts.ts'

/** 抽查任务公告 with its 抽查名单: the headings are those of the national publication system. */
export function taskNotice(facts: DrawFacts, list: DataTable): Document {
  const { number, attempt, again, task, counts, commitment, digest, lead } = facts
  const { weak } = facts.circumstances
  const row: readonly (readonly [string, string])[] = [
    ['抽查计划编号', task.id],
    ['抽查计划名称', task.name],
    ['抽查任务编号', number],
    ['抽查任务名称', task.name],
    ['抽查类型', task.kind],
    ['抽查事项', itemNames(facts.items)],
    ['抽查对象范围', task.scope],
    ['检查日期自', task.from],
    ['检查日期至', task.to],
    ['检查机关', facts.departments.join('、')],
    ['抽查市场主体数量', `${counts.drawn}`],
    ['抽查名单', '见公示名单'],
    ...platformNumbers(facts),
    ...(weak === null ? [] : [['种子的批准', weakSentence(weak)] as const]),
  ]
  const opening =
    `${lead}按照“双随机、一公开”监管要求，对${task.name}的检查对象进行了随机抽取。` +
    `从 ${commitment.frame.rows} 户中抽取 ${counts.drawn} 户，另按同一次序确定替补 ${counts.reserve} 户。现予公告。`
  return {
    file: '抽查任务公告',
    title: `${facts.office?.organ || lead}\n“双随机、一公开”抽查任务公告`,
    subtitle: `抽查任务编号：${number}`,
    data: { headings: row.map(([heading]) => heading), rows: [row.map(([, value]) => value)] },
    blocks: [
      ...(facts.void === null
        ? []
        : [{ kind: 'text', text: `本次抽取已作废，原因：${facts.void.reason}。` } as const]),
      { kind: 'text', text: opening },
      {
        kind: 'facts',
        pairs: 1,
        facts: [
          ...row
            .filter(([label]) => !ONCE.has(label))
            .map(([label, value]) => ({ label, value: DATES.has(label) ? chineseDay(value) : value })),
          { label: '抽取次数', value: attemptText(attempt, again) },
          { label: '承诺与种子', value: statementOf(facts.circumstances) },
          { label: '承诺摘要（SHA-256）', value: digest },
        ],
      },
      { kind: 'heading', text: '抽查名单' },
      { kind: 'table', ...list },
      {
        kind: 'text',
        text: '抽取规则、抽样框、种子和结果随本公告一并公布，任何人都可以重新计算核对：打开同一文件夹中的 verify.html，或照核对说明.txt 去做。',
      },
      { kind: 'signature', lines: [lead, chineseDayOf(facts.drawn.at, facts.offset)] },
    ],
    notice: true,
    number: facts.office?.numbers.notice,
    telephoned: true,
    wide: list.headings.length > 6,
  }
}

/** What paper says once although the table has it twice, or says below. */
const ONCE: ReadonlySet<string> = new Set(['抽查任务名称', '抽查任务编号', '抽查名单'])
const DATES: ReadonlySet<string> = new Set(['检查日期自', '检查日期至'])

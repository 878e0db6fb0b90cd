import type { LibraryName } from '../../registry/libraries/field.ts'
import { chineseDay, chineseDayOf, chineseTime } from '../chinese-time.ts'
import { type Block, type Document, type Fact, factTable } from '../document.ts'
import { attemptText, type DrawFacts, itemNames, statementOf, weakSentence } from '../draw-facts.ts'
import { failedSentence } from './circumstances.ts'
import { strataFacts, strataTable } from './strata-sizes.ts'
import { type TermNames, termFacts } from './terms.ts'

/**
 * 抽取记录: who drew, when, before whom, from what, with which seed, at which attempt. `without` is the department for
 * which the seed found no teams, by its name.
 */
export function minutes(facts: DrawFacts, without: string | null, names: TermNames): Document {
  const { number, task, commitment, digest, frozen, drawn, witnesses, seed, counts, lead, offset } = facts
  const head: Fact[] = [
    { label: '抽取编号', value: number },
    { label: '抽取次数', value: attemptText(facts.attempt, facts.again) },
    { label: '任务名称', value: task.name },
    { label: '任务编号', value: task.id },
    { label: '抽查类型', value: task.kind },
    { label: '抽查事项', value: itemNames(facts.items) },
    { label: '检查时间', value: `${chineseDay(task.from)}至${chineseDay(task.to)}` },
    { label: '检查部门', value: facts.departments.join('、') },
  ]
  const occasion: Fact[] = [
    { label: '冻结时间', value: chineseTime(frozen.at, offset) },
    { label: '冻结操作人', value: frozen.by },
    { label: '抽取时间', value: chineseTime(drawn.at, offset) },
    { label: '抽取操作人', value: drawn.by },
    { label: '见证人', value: witnesses.length === 0 ? '无' : witnesses.join('、') },
    ...(facts.enteredBy === undefined
      ? []
      : [{ label: '骰子录入', value: `${facts.enteredBy.join('、')} 各自录入，相符` }]),
    { label: '承诺与种子', value: statementOf(facts.circumstances) },
    ...(facts.circumstances.weak === null
      ? []
      : [{ label: '种子的批准', value: weakSentence(facts.circumstances.weak) }]),
    ...(without === null ? [] : [{ label: '结果', value: failedSentence(without) }]),
    ...(facts.void === null
      ? []
      : [
          {
            label: '作废',
            value: `本次抽取已作废，原因：${facts.void.reason}（批准人：${facts.void.approver}）`,
          },
        ]),
  ]
  const sources = seed.map(
    ({ source, value }, i): Fact => ({
      label: `随机源${i + 1}`,
      value: value === null ? `${source}\n封存，尚未公开` : `${source} = ${value}`,
    }),
  )
  const fingerprint: Fact = { label: '承诺摘要（SHA-256）', value: digest }
  const sizes: Fact[] = [
    { label: '抽样框', value: `${commitment.frame.rows} 户` },
    { label: '排除', value: `${commitment.exclusions.rows} 户` },
    { label: '可匹配人员', value: `${commitment.pool.rows} 名` },
    { label: '回避关系', value: `${commitment.recusals.rows} 对` },
    { label: '抽中', value: `${counts.drawn} 户` },
    { label: '替补', value: `${counts.reserve} 户` },
  ]
  const { strata } = commitment
  const terms = [...termFacts(commitment, names), ...changeFacts(facts.changes)]
  const sections: readonly (readonly [heading: string, ...parts: Block[]])[] = [
    ['抽查任务', { kind: 'facts', pairs: 1, facts: head }],
    ...(terms.length === 0 ? [] : [['条件和规则', { kind: 'facts', pairs: 1, facts: terms }] as const]),
    ['抽取经过', { kind: 'facts', pairs: 1, facts: occasion }],
    ['随机源和承诺摘要', { kind: 'facts', pairs: 1, facts: [...sources, fingerprint] }],
    ['抽取结果', { kind: 'facts', pairs: 2, facts: sizes }, strataTable(strata)],
  ]
  return {
    file: '抽取记录',
    title: '双随机抽查抽取记录',
    subtitle: `抽取编号：${number}`,
    data: factTable([
      ...[...head, ...terms, ...occasion, ...sources, fingerprint],
      ...[...sizes, ...strataFacts(strata)],
    ]),
    blocks: [
      ...sections.flatMap(([heading, ...parts], i) => [
        { kind: 'heading', text: `${NUMERALS[i]}、${heading}` } as const,
        ...parts,
      ]),
      {
        kind: 'facts',
        pairs: 2,
        facts: [
          { label: '操作人签名', value: '', lines: 2 },
          { label: '见证人签名', value: '', lines: 2 },
        ],
      },
      { kind: 'signature', lines: [lead, chineseDayOf(drawn.at, offset)] },
    ],
    notice: true,
    wide: false,
  }
}

const NUMERALS = '一二三四五'

/** How the registries moved since the freeze before: a list that was trimmed for this one draw shows here. */
function changeFacts(changes: DrawFacts['changes']): Fact[] {
  if (changes === null) return []
  const { after, registries } = changes
  const label = after === null ? '建库以来名录变动' : `上次冻结（${after}）以来名录变动`
  const moved = registries.map(
    ({ library, written, ended }) => `${REGISTRIES[library]}：写入 ${written} 条，终止 ${ended} 条`,
  )
  return [{ label, value: moved.length === 0 ? '无' : moved.join('\n') }]
}

const REGISTRIES: Readonly<Record<LibraryName, string>> = {
  departments: '部门',
  items: '抽查事项',
  targets: '检查对象',
  inspectors: '执法人员',
  experts: '专家',
  recusals: '回避',
  plan: '年度计划',
  results: '检查结果',
  holidays: '节假日表',
}

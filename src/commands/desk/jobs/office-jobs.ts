import { contextOf } from '../../../core/registry/cells/context.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { RULE_BOOK, ruleNamed } from '../../../core/rules/rule-book.ts'
import { readRule } from '../../../core/rules/rule-value.ts'
import { factsFor } from '../../../store/registry/facts.ts'
import { ruleValues } from '../../../store/rules.ts'
import { type Job, option, type Question } from '../work/job.ts'
import { fresh, picked, reason, typed } from '../work/questions.ts'

const isThere = ({ entry }: { readonly entry: number }) => entry >= 0

const whichRule = picked('rule', async ({ desk, read }) => {
  const values = await read(store => ruleValues(store))
  return RULE_BOOK.map(({ name, zh, en }) => ({
    name: `${desk.language === 'en' ? en : zh}（${name}）  ${values[name]}`,
    value: name,
  }))
})

/** The value of a rule: one of its words, or what is typed, read as the rule is. */
const valueOfRule: Question = {
  name: 'value',
  async ask({ desk, asker, read }, { rule: name = '' }) {
    const rule = ruleNamed(name)!
    const message = `${desk.say.desk.ask.value}\n${desk.say.rules.wanted(rule.kind)}`
    const { values, context } = await read(store => ({
      values: ruleValues(store),
      context: contextOf(factsFor(store, library('plan'))),
    }))
    const now = values[rule.name]
    if (rule.kind.kind === 'choice')
      return asker.choose(
        message,
        rule.kind.choices.map(value => ({ name: value, value })),
        now,
      )
    const check = (text: string) =>
      'value' in readRule(rule, text, context) ? null : desk.say.rules.wanted(rule.kind)
    return asker.text({ message, initial: now, check })
  },
}

const REPORTS = ['deadlines', 'results', 'assessment', 'year', 'coverage', 'workload', 'fairness'] as const

export const OFFICE_JOBS = {
  init: {
    group: 'office',
    offered: ({ entry }) => entry < 0,
    questions: [typed('departmentCode'), typed('departmentName')],
    lines: ({ departmentCode, departmentName }) => [
      ['init'],
      [
        ...['add', 'departments', '--set', `部门编码=${departmentCode}`],
        ...['--set', `部门名称=${departmentName}`, '--set', '是否牵头=是'],
      ],
    ],
  },
  report: {
    group: 'reports',
    offered: isThere,
    questions: [
      picked('reportName', async ({ desk }) =>
        REPORTS.map(value => ({ name: desk.say.desk.reportsNamed[value] ?? value, value })),
      ),
      typed('year', { initial: ({ desk }) => desk.now.slice(0, 4) }),
      fresh('reportTo', () => '', { free: true }),
    ],
    lines: ({ reportName, year, reportTo }) => [
      ['report', reportName!, '--year', year!, ...option('--to', reportTo)],
    ],
  },
  rules: {
    group: 'office',
    offered: isThere,
    questions: [],
    lines: () => [['rules', 'list']],
  },
  rule: {
    group: 'office',
    offered: isThere,
    questions: [whichRule, valueOfRule, reason],
    lines: ({ rule, value, reason }) => [['rules', 'set', rule!, value!, '--reason', reason!]],
    binding: true,
  },
  log: {
    group: 'office',
    offered: isThere,
    questions: [],
    lines: () => [['log']],
  },
  check: {
    group: 'office',
    offered: isThere,
    questions: [],
    lines: () => [['log', '--verify']],
  },
  backup: {
    group: 'office',
    offered: isThere,
    questions: [fresh('backupTo', ({ desk }) => desk.say.desk.backupName(desk.now.slice(0, 10)))],
    lines: ({ backupTo }) => [['backup', backupTo!]],
  },
  demo: {
    group: 'office',
    offered: ({ entry }) => entry < 0,
    questions: [],
    lines: () => [['demo']],
  },
} as const satisfies Record<string, Job>

import { OFFICE_BOOK } from '../../../core/office/office-book.ts'
import { officeSettingOf } from '../../../core/office/office-changes.ts'
import { readOfficeSetting } from '../../../core/office/read-office-setting.ts'
import { NUMBERED_PAPERS } from '../../../core/publication/office-facts.ts'
import { contextOf } from '../../../core/registry/cells/context.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { REPORT_KINDS } from '../../../core/report/report-kinds.ts'
import { RULE_BOOK, ruleNamed } from '../../../core/rules/rule-book.ts'
import { readRule } from '../../../core/rules/rule-value.ts'
import { officeValues, peopleKnown } from '../../../store/office.ts'
import { factsFor } from '../../../store/registry/facts.ts'
import { ruleValues } from '../../../store/rules.ts'
import { REPORT_ENDINGS } from '../../report/write-report.ts'
import { existing, fresh } from '../work/files.ts'
import { type Answers, type Job, option, type Question } from '../work/job.ts'
import { isThere } from '../work/offered.ts'
import { drawIn, picked, reason, typed, year } from '../work/questions.ts'
import { asOwnField, type Read } from '../work/readings.ts'

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

const whichSetting = picked('setting', async ({ desk, read }) => {
  const values = await read(store => officeValues(store))
  return OFFICE_BOOK.map(({ name, zh, en }) => ({
    name: `${desk.language === 'en' ? en : zh}${desk.language === 'en' ? ': ' : '：'}${values[name] || desk.say.office.none}`,
    value: desk.language === 'en' ? name : zh,
  }))
})

/** What papers are to print, read as the setting is; empty takes it back. */
const valueOfSetting: Question = {
  name: 'settingValue',
  async ask({ desk, asker, read }, { setting = '' }) {
    const { ask } = desk.say.desk
    const of = officeSettingOf(setting)
    const wanted = desk.say.office.wanted[of.kind]
    const { people, now } = await read(store => ({
      people: peopleKnown(store),
      now: officeValues(store)[of.name],
    }))
    const { options } = desk.say.desk
    const isCleared =
      now !== '' &&
      (await asker.choose(`${ask.settingValue} ${now}`, [
        { name: options.changeIt, value: false },
        { name: options.clearIt, value: true },
      ]))
    if (isCleared) return ''
    return asker.text({
      message: `${ask.settingValue}\n${wanted}`,
      initial: now,
      check: text => ('value' in readOfficeSetting(of, text, people) ? null : wanted),
    })
  },
}

/** The number that a paper is to have: figures, of any width. */
const paperNumberRead: Read = (text, { desk }) => {
  const number = text.normalize('NFKC')
  return /^[1-9]\d{0,5}$/.test(number) ? { value: number } : { fault: desk.say.desk.badNumber }
}

const ofDraw = ({ reportName }: Answers) => reportName === 'timeline'

/** Every report; the one of who met whom also with who went to which firm. */
const reportChoices = REPORT_KINDS.flatMap(kind =>
  kind === 'matrix' ? ([kind, 'targets'] as const) : [kind],
)

export const OFFICE_JOBS = {
  init: {
    group: 'office',
    offered: ({ entry }) => entry < 0,
    questions: [
      typed('departmentCode', { read: asOwnField('departments', 'code') }),
      typed('departmentName', { read: asOwnField('departments', 'name') }),
    ],
    lines: ({ departmentCode, departmentName }) => [
      ['init'],
      [
        ...['add', 'departments', '--set', `部门编码=${departmentCode}`],
        ...['--set', `部门名称=${departmentName}`, '--set', '是否牵头=是'],
      ],
    ],
  },
  officeSet: {
    group: 'office',
    offered: isThere,
    questions: [whichSetting, valueOfSetting],
    lines: ({ setting, settingValue }) => [['office', 'set', `${setting}=${settingValue}`]],
    binding: true,
  },
  officeShow: { group: 'office', offered: isThere, questions: [], lines: () => [['office', 'show']] },
  paperNumber: {
    group: 'publish',
    offered: ({ drawn, waiting }) => drawn.length + waiting.length > 0,
    questions: [
      drawIn('draw'),
      picked('paper', async ({ desk: { say } }) => [
        { name: say.desk.options.onlyLook, value: '' },
        ...NUMBERED_PAPERS.map(paper => ({ name: say.office.papers[paper], value: paper as string })),
      ]),
      typed('paperNumber', {
        free: true,
        read: paperNumberRead,
        when: ({ paper = '' }) => paper !== '',
      }),
    ],
    lines: ({ draw, paper, paperNumber }) => [
      ['office', 'number', draw!, ...option('--paper', paper), ...option('--number', paperNumber)],
    ],
    // To look at the numbers binds nobody.
    binding: ({ paper = '' }) => paper !== '',
  },
  report: {
    group: 'reports',
    offered: isThere,
    questions: [
      picked('reportName', async ({ desk }) =>
        reportChoices.map(value => ({ name: desk.say.desk.reportsNamed[value], value })),
      ),
      { ...drawIn('draw'), when: ofDraw },
      year({ when: answers => !ofDraw(answers) }),
      fresh('reportTo', () => '', { free: true, endings: REPORT_ENDINGS }),
    ],
    lines: ({ reportName, draw, year, reportTo }) => [
      [
        ...(reportName === 'targets' ? ['report', 'matrix', '--targets'] : ['report', reportName!]),
        ...(reportName === 'timeline' ? ['--draw', draw!] : ['--year', year!]),
        ...option('--to', reportTo),
      ],
    ],
  },
  rules: {
    group: 'office',
    offered: isThere,
    questions: [],
    lines: () => [['rules', 'list']],
  },
  rulesImport: {
    group: 'office',
    offered: isThere,
    questions: [existing('file', 'file'), reason],
    lines: ({ file, reason }) => [['rules', 'import', file!, '--reason', reason!]],
    binding: true,
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
  checkAgainst: {
    group: 'office',
    offered: isThere,
    questions: [existing('against', 'file', { matching: /\.(?:json|txt|zip|html)$/i })],
    lines: ({ against }) => [['log', '--verify', '--against', against!]],
  },
  backup: {
    group: 'office',
    offered: isThere,
    questions: [fresh('backupTo', ({ desk, state }) => desk.say.desk.backupName(state.today))],
    lines: ({ backupTo }) => [['backup', backupTo!]],
  },
  demo: {
    group: 'office',
    offered: ({ entry }) => entry < 0,
    questions: [],
    lines: () => [['demo']],
  },
} as const satisfies Record<string, Job>

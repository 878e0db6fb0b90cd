import { OFFICE_BOOK, type OfficeSetting, type OfficeSettingName } from '../../../core/office/office-book.ts'
import type { OfficeConflict, OfficeFlaw } from '../../../core/office/reasons.ts'
import { listed, orLike, privateKinds } from '../en/phrases.ts'
import type { OfficeSentences } from '../topics/office.ts'

const WANTED: Readonly<Record<OfficeSetting['kind'], string>> = {
  organ: 'expected the name of an office such as 示例区市场监督管理局, at most 60 characters',
  mark: 'expected the mark of an office in Chinese characters alone, such as 示市监',
  year: 'expected a year of four digits such as 2026; “auto” is the year in which a number is given',
  number: 'expected a whole number from 1 to 99999 without noughts before it, such as 12',
  seal: 'expected words for a seal such as 盖章 or 双随机抽查专用章; “无” leaves no place for one',
  telephone:
    'expected a public landline of the office with its area code, such as 0351-2345678 or 0351-2345678转801, or a hotline such as 12345',
}

const titleOf = (name: OfficeSettingName) => OFFICE_BOOK.find(one => one.name === name)?.en ?? name

const PAPERS: Readonly<Record<string, string>> = {
  announcement: 'the announcement (抽取公告)',
  notice: 'the notice of the draw (抽查任务公告)',
  visits: 'the notices to targets (检查通知书)',
}

/** What papers print of the office. */
export const officeEn: OfficeSentences = {
  reasons: {
    'unknown-office-setting': ({ name, nearest, known }) => [
      `there is no office setting “${name}”${orLike(nearest)}`,
      `there are ${listed(known)}; 字号 sets mark, year and running number at once`,
    ],
    'office-assignment': ({ text }) => [
      `cannot read “${text}”`,
      'write NAME=VALUE, such as ssj office set organ=示例区市场监督管理局 telephone=0351-2345678',
    ],
    'office-setting-twice': ({ setting, first, second }) => [
      `setting ${setting} is given two values, “${first}” and “${second}”`,
      'say each once; 字号 is mark, year and running number',
    ],
    'invalid-office-setting': ({ setting, kind, value, flaw }) => [
      `cannot set ${setting} to “${value}”: ${flawText(flaw)}`,
      WANTED[kind] ?? kind,
    ],
    'conflicting-office-settings': ({ conflict }) => conflictText(conflict),
    'no-office-mark': ({ draw }) => [
      `cannot number the papers of draw ${draw}: the office has set no mark`,
      'first ssj office set 字号=示市监〔2026〕1号',
    ],
    'paper-number-given': ({ number, draw, paper }) => [
      `${number} was given to ${PAPERS[paper] ?? paper} of draw ${draw}`,
      'a number is given once; ssj office show tells the next one',
    ],
    'unknown-paper': ({ name, known }) => [
      `there is no numbered paper “${name}”`,
      `numbered papers are ${listed(known)}`,
    ],
  },
  words: {
    columns: { setting: 'setting', value: 'value', set: 'set by' },
    none: '(not set)',
    changed: (setting, was, value) => `${titleOf(setting)}: “${was}” → “${value}”`,
    same: 'no office setting has changed',
    next: number => `next number: ${number}`,
    wanted: WANTED,
    papers: { announcement: '抽取公告', notice: '抽查任务公告', visits: '检查通知书' },
    numbered: (paper, number) => `${paper}: ${number}`,
    unnumbered: draw => `no paper of draw ${draw} has a number yet`,
  },
  help: {
    office: 'what papers print of the office: name, letterhead, numbers, signature, seal, telephone',
    set: 'set any of them, such as organ=… 字号=示市监〔2026〕12号 telephone=…; an empty value takes one back; all or none',
    show: 'show them and the next number; of one setting its history',
    number: 'show the numbers of the papers of a draw, or give a paper one',
    paper: 'which paper: 抽取公告, 抽查任务公告 or 检查通知书',
    numberOf: 'the running number (default: the next)',
  },
}

function flawText(flaw: OfficeFlaw): string {
  switch (flaw.kind) {
    case 'private':
      return `it looks like ${privateKinds[flaw.what]}, and papers would publish it`
    case 'person':
      return `“${flaw.word}” looks like the name or post of a person, and papers would publish it`
    case 'long':
      return `it is too long, at most ${flaw.most} characters`
    case 'character':
      return `it holds the control character ${flaw.character}`
    case 'area':
      return 'the area code is missing'
    case 'form':
      return 'it is not of that form'
    default:
      return flaw satisfies never
  }
}

function conflictText(conflict: OfficeConflict): readonly [string, string] {
  switch (conflict.kind) {
    case 'number-without-mark':
      return [
        `a ${titleOf(conflict.setting)} without a mark makes no number`,
        'set the mark as well, such as mark=示市监, or take all back with 字号=',
      ]
    case 'number-given':
      return [
        `the running number cannot be ${conflict.number}: ${conflict.last} has been given`,
        'set a higher one; under one mark numbers of a year only rise',
      ]
    default:
      return conflict satisfies never
  }
}

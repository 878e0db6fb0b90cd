import { OFFICE_BOOK, type OfficeSetting, type OfficeSettingName } from '../../../core/office/office-book.ts'
import type { OfficeConflict, OfficeFlaw } from '../../../core/office/reasons.ts'
import type { OfficeSentences } from '../topics/office.ts'
import { listed, orLike, privateKinds } from '../zh/phrases.ts'

const WANTED: Readonly<Record<OfficeSetting['kind'], string>> = {
  organ: '应为机关的名称，如 示例区市场监督管理局，最多 60 个字',
  mark: '应为机关代字，只写汉字，如 示市监',
  year: '应为四位年份，如 2026；“自动”为发文当年',
  number: '应为 1–99999 的整数，不编虚位，如 12',
  seal: '应为印章的说法，如 盖章、双随机抽查专用章；“无”为不留盖章处',
  telephone: '应为机关公布的固定电话，带区号，如 0351-2345678、0351-2345678转801，或 12345 一类的热线',
}

const titleOf = (name: OfficeSettingName) => OFFICE_BOOK.find(one => one.name === name)?.zh ?? name

const PAPERS: Readonly<Record<string, string>> = {
  announcement: '抽取公告',
  notice: '抽查任务公告',
  visits: '检查通知书',
}

/** 公文的发文机关、字号、落款、电话。 */
export const officeZh: OfficeSentences = {
  reasons: {
    'unknown-office-setting': ({ name, nearest, known }) => [
      `没有名为“${name}”的办公设置${orLike(nearest)}`,
      `可设：${listed(known)}；“字号”一次设代字、年份和序号`,
    ],
    'office-assignment': ({ text }) => [
      `看不懂“${text}”`,
      '写成 名称=值，如 ssj office set 发文机关=示例区市场监督管理局 电话=0351-2345678',
    ],
    'office-setting-twice': ({ setting, first, second }) => [
      `“${titleOf(setting)}”给了两个值：“${first}”和“${second}”`,
      '每项只写一次；“字号”已含代字、年份和序号',
    ],
    'invalid-office-setting': ({ setting, kind, value, flaw }) => [
      `不能把“${titleOf(setting)}”设为“${value}”：${flawText(flaw)}`,
      WANTED[kind] ?? kind,
    ],
    'conflicting-office-settings': ({ conflict }) => conflictText(conflict),
    'no-office-mark': ({ draw }) => [
      `不能给抽取 ${draw} 的公文编号：还没有设代字`,
      '先 ssj office set 字号=示市监〔2026〕1号',
    ],
    'paper-number-given': ({ number, draw, paper }) => [
      `${number} 已经发给抽取 ${draw} 的${PAPERS[paper] ?? paper}`,
      '一个字号只发一次；用 ssj office show 查看下一个序号',
    ],
    'unknown-paper': ({ name, known }) => [`没有编号的公文“${name}”`, `有字号的公文：${listed(known)}`],
  },
  words: {
    columns: { setting: '设置', value: '值', set: '设定' },
    none: '（未设）',
    changed: (setting, was, value) => `${titleOf(setting)}：“${was}” → “${value}”`,
    same: '办公设置没有变化',
    next: number => `下一个字号：${number}`,
    wanted: WANTED,
    papers: { announcement: '抽取公告', notice: '抽查任务公告', visits: '检查通知书' },
    numbered: (paper, number) => `${paper}：${number}`,
    unnumbered: draw => `抽取 ${draw} 的公文还没有字号`,
  },
  help: {
    office: '办公设置：公文上的发文机关、抬头、字号、落款、盖章处、电话',
    set: '设定若干项，如 发文机关=… 字号=示市监〔2026〕12号 电话=…；空值取消；全部或全不',
    show: '显示办公设置和下一个字号；写一项的名称则显示其历史',
    number: '显示一次抽取的公文字号，或给一件公文编号',
    paper: '给哪件公文编号：抽取公告、抽查任务公告、检查通知书',
    numberOf: '序号（缺省为下一个）',
  },
}

function flawText(flaw: OfficeFlaw): string {
  switch (flaw.kind) {
    case 'private':
      return `像是${privateKinds[flaw.what]}，会印在公文上公开`
    case 'person':
      return `“${flaw.word}”像是个人的姓名或职务，会印在公文上公开`
    case 'long':
      return `太长，最多 ${flaw.most} 个字`
    case 'character':
      return `含有控制字符 ${flaw.character}`
    case 'area':
      return '缺区号'
    case 'form':
      return '写法不对'
    default:
      return flaw satisfies never
  }
}

function conflictText(conflict: OfficeConflict): readonly [string, string] {
  switch (conflict.kind) {
    case 'number-without-mark':
      return [
        `有“${titleOf(conflict.setting)}”而没有“代字”，不能成为字号`,
        '同时设代字，如 代字=示市监，或用 字号= 全部取消',
      ]
    case 'number-given':
      return [
        `序号不能设为 ${conflict.number}：已经发到 ${conflict.last}`,
        '设为更大的序号；同一代字同一年的序号只增不减',
      ]
    default:
      return conflict satisfies never
  }
}

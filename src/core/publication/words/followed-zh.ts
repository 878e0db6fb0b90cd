import type { FollowedWords } from './followed-words.ts'

/** What published certificates say in Chinese of what followed the draw. */
export const followedZh: FollowedWords = {
  heading: '抽取之后：事项、检查组与检查结果',
  asOf: (entry, at) => `以下按办理机关台账第 ${entry} 条（${at}）时的记载；其后的变更不在本证明之内。`,
  columns: { department: '检查部门', team: '检查组', item: '抽查事项（冻结时的清单）', result: '检查结果' },
  item: (code, name) => (name === '' || name === code ? code : `${name}（${code}）`),
  noItem: '本次抽取没有为该部门列明事项',
  basis: basis => `依据：${basis}`,
  content: content => `内容：${content}`,
  team: (people, names) => `${names.join('、')}（${people} 人）`,
  hiddenTeam: people => `${people} 人，姓名按办理机关的设置不公开`,
  host: draw => `与抽取 ${draw} 合并检查，由该次抽取的检查组前往`,
  ended: '该项检查不再应当进行（抽取作废、对象退出或席位取消），检查已经进行',
  went: team => `实际检查人员：${team}`,
  nothing: '尚无检查结果的记载',
  unpublished: inspected =>
    `${inspected === '' ? '已有记载' : `${inspected} 检查`}，结果尚未公示，本证明不载明其内容`,
  withdrawn: inspected =>
    `${inspected === '' ? '已有记载' : `${inspected} 检查`}，结果公示期满或已下架，本证明不载明其内容`,
  published: (text, inspected, published) =>
    `${text}（${[inspected === '' ? '' : `${inspected} 检查`, published === '' ? '已公示' : `${published} 公示`].filter(part => part !== '').join('，')}）`,
  corrected: (day, reason) => `${day} 更正：${reason}`,
  seeAnnex: items => `${items} 项，逐项见附页`,
  publicSum: published => `${published} 项的结果已公示`,
  aboutInAnnex: '各事项的依据和内容见附页。',
  peopleOnly: people => `${people} 人`,
  further: departments => `另有 ${departments} 个部门，见附页。`,
  onWindows: 'Windows（PowerShell）：',
  annex: '附页：抽查事项、检查组与检查结果',
  done: '该对象已由所列检查组按冻结时的事项清单检查，各项结果均已公示。检查人员可以凭本证明说明其已按抽取名单和事项清单履行职责（尽职照单免责）；清单之外的事项，以及检查是否做得仔细，不由本证明说明。',
  owing: (items, published) =>
    `应查 ${items} 项，其中 ${published} 项的结果已公示；其余各项，不能凭本证明说明已经按清单检查。`,
  sealPlace: '（盖章处）',
  issuer: '出具机关',
  telephone: '联系电话',
  signer: '经办人',
  issued: '出具日期',
  date: '　　　年　　月　　日',
}

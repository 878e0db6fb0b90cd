import { PERSON_WORDS } from '../registry/libraries/natural-person.ts'
import { either, type Rule } from './rule.ts'

/** How what leaves for the public shows people, and who signs it. */
export const PUBLICATION_RULES = [
  {
    name: 'signers-minimum',
    zh: '对外公布的抽取须有几把密钥签名',
    en: 'keys that must have signed what is published of a draw',
    kind: { kind: 'count', least: 0, most: 9 },
    preset: '0',
    source: '没有统一规定：如两人各持一把密钥、须两把都签，由各机关自定；0 为不要求',
  },
  {
    name: 'officials-published',
    zh: '公示文件中的操作人、批准人和见证人',
    en: 'operators, approvers and witnesses in public files',
    kind: either('遮盖', '全名', '不公开'),
    preset: '遮盖',
    source: '个人信息保护法 第六条：限于实现目的的最小范围；各地是否公示姓名做法不一',
  },
  {
    name: 'natural-person-types',
    zh: '视为自然人的主体类型用词',
    en: 'words in the type of a target that make it a natural person',
    kind: { kind: 'words', choices: null },
    preset: PERSON_WORDS,
    source: '个人信息保护法 第二十五条：公示中自然人的姓名须遮盖；名录库用词各地不一',
  },
] as const satisfies readonly Rule[]

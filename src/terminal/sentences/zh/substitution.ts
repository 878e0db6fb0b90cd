import type { Change } from '../../../core/draw/folder/rows.ts'
import {
  codesFor,
  labelOf,
  type SubstitutionCode,
} from '../../../core/draw/substitution/substitution-cause.ts'
import { stratumNamed } from '../../../core/publication/stratum-name.ts'
import type { SubstitutionSentences } from '../topics/substitution.ts'
import { blockedText } from './blocking.ts'
import { beside, orLike } from './phrases.ts'

const KINDS: Readonly<Record<Change['kind'], string>> = { target: '检查对象', inspector: '检查人员' }

const CODES = Object.fromEntries(
  [...codesFor('target'), ...codesFor('inspector')].map(code => [code, labelOf(code)]),
) as Readonly<Record<SubstitutionCode, string>>

export const substitutionZh: SubstitutionSentences = {
  reasons: {
    'reason-not-applicable': ({ given, kind, codes }) => [
      `理由“${CODES[given] ?? given}”不适用于替换${KINDS[kind] ?? kind}`,
      `可用：${codes.map(code => `${code}（${CODES[code] ?? code}）`).join('、')}，或直接写明理由`,
    ],
    'reason-needs-words': () => ['理由为“其他”时要写明内容', "如 --reason '其他：……'"],
    'target-not-selected': ({ draw, target, nearest }) => [
      `检查对象“${target}”不在抽取 ${draw} 的抽中和替补名单中${orLike(nearest)}`,
      `用 ssj draw show ${draw} 查看`,
    ],
    'target-is-reserve': ({ draw, target }) => [
      `检查对象“${target}”在抽取 ${draw} 中是尚未启用的替补，无需替换`,
      '轮到它时不能检查，再行替换',
    ],
    'target-already-replaced': ({ draw, target, number }) => [
      `检查对象“${target}”在抽取 ${draw} 的第 ${number} 次替换中已经退出`,
    ],
    'reserves-used-up': ({ draw, target, stratum, reserves }) => [
      `不能替换“${target}”：抽取 ${draw} 的层“${stratumNamed(stratum)}”${reserves === 0 ? '没有替补' : `的 ${reserves} 户替补已全部启用`}`,
      '确需退出而不再递补，请加 --leave-empty；确需补足，请用 ssj draw run --again 重新抽取',
    ],
    'inspector-not-seated': ({ draw, inspector, target, nearest }) => [
      target === null
        ? `检查人员“${inspector}”在抽取 ${draw} 中没有席位${orLike(nearest)}`
        : `检查人员“${inspector}”在抽取 ${draw} 中不检查“${target}”`,
      `用 ssj draw show ${draw} 查看检查组`,
    ],
    'inspector-of-other-department': ({ inspector, department, given }) => [
      `检查人员“${inspector}”属于部门${beside(department).trimEnd()}，不是“${given}”`,
    ],
    'no-substitute': ({ draw, department, blocking }) => [
      `抽取 ${draw} 的部门${beside(department)}无人可以替换：${blockedText(blocking)}`,
      '可用人员在冻结时已经固定；可用 --visit 只替换其中几户，或补充人员后用 ssj draw run --again 重新抽取',
    ],
  },
  words: {
    codes: CODES,
    numbered: (draw, number) => `抽取 ${draw} 第 ${number} 次替换`,
    targetFor: (out, into) => `  ${beside(out).trimStart()}退出，由替补${beside(into)}递补`,
    nobodyFor: out => `  ${beside(out).trimStart()}退出，没有替补`,
    seat: (target, department, seat) => `${target} ${beside(department).trimStart()}第 ${seat} 席`,
    seated: (seat, inspector) => `  ${seat}：${inspector}`,
    inspectorFor: (seat, out, into) => `  ${seat}：${beside(out).trimStart()}退出，由${beside(into)}接替`,
    leftEmpty: (seat, out) =>
      `  ${seat}：${out === '' ? '' : `${beside(out).trimStart()}退出，`}无人可以接任，席位空缺`,
    because: (reason, approver) => `  理由：${reason}（批准人 ${approver}）`,
    evidence: (file, bytes, sha256) => `  凭证：${file}（${bytes} 字节，SHA-256 ${sha256}）`,
    returned: (inspector, number) =>
      `  注意：${beside(inspector).trimStart()}曾在第 ${number} 次替换中退出，这次又被选中；如仍不能参加，请再次替换`,
    lacks: (target, guest, department, tag) =>
      `  注意：${beside(target).trimStart()}与 ${guest} 合并检查，${guest} 要求部门${beside(department)}有“${tag}”，现在的检查组中没有`,
    heading: '替换',
    change: (number, at, reason, approver) => `${number}. ${at}  ${reason}（批准人 ${approver}）`,
  },
  help: {
    substitute: '替换退出的检查对象或检查人员，按固定的次序递补，原记录保留',
    target: '退出的检查对象',
    inspector: '退出的检查人员',
    department: '检查人员的部门，用于核对',
    visit: '只替换该检查人员在这一户的席位，可多次',
    reason: '理由：代码（closed、on-leave 等）或文字，可写“停业：现场核实”',
    evidence: '凭证文件，记下它的 SHA-256',
    leaveEmpty: '没有替补时退出而不递补',
  },
}

import type { LeftOutReason } from '../../core/frame/pool.ts'
import type { ReasonSentences } from '../sentence.ts'
import { rulesZh } from './rules.ts'

const { named } = rulesZh.words

const WHY: Readonly<Partial<Record<LeftOutReason, string>>> = {
  'not-in-force': '不在有效状态',
  certificate: '执法证在任务结束前到期',
  away: '检查期间不在岗',
  limit: '已达年度上限',
}

export const staffReasons: Pick<
  ReasonSentences,
  | 'too-few-staff'
  | 'invalid-lending'
  | 'unknown-lending-department'
  | 'lent-to-own-department'
  | 'duplicate-lending'
  | 'lent-person-unfit'
  | 'lending-already-fixed'
> = {
  'too-few-staff': ({ task, department, staff, least, rule }) => [
    `任务“${task}”不能冻结：部门 ${department} 每户只有 ${staff} 个执法人员席位，至少要 ${least} 个（专家席位不计）`,
    `在“席位”中增加执法人员席位。${named(rule)}`,
  ],
  'invalid-lending': ({ value }) => [`选项 --lend 的值“${value}”看不懂`, '应写成 人员编号=部门'],
  'unknown-lending-department': ({ inspector, department, known }) => [
    `不能把“${inspector}”借调到“${department}”：它不是本任务的部门`,
    `本任务的部门：${known.join('、')}`,
  ],
  'lent-to-own-department': ({ inspector, department }) => [
    `“${inspector}”本来就是部门 ${department} 的人员，不必借调`,
  ],
  'duplicate-lending': ({ inspector }) => [`“${inspector}”只能借调到一个部门`],
  'lent-person-unfit': ({ inspector, department, why }) => [
    `不能把“${inspector}”借调到部门 ${department}：${WHY[why] ?? why}`,
  ],
  'lending-already-fixed': ({ task, draw }) => [
    `任务“${task}”已冻结为 ${draw}，可用人员已经固定，不能再借调`,
    '确需增加人员，请加 --again --reason 理由 --approver 批准人 重新冻结',
  ],
}

export const staff = {
  lent: (inspector: string, department: string, reason: string, approver: string) =>
    `  借调 ${inspector} 到 ${department}，理由：${reason}（批准人 ${approver}）`,
  someTarget: '至少有一户检查对象符合的条件',
  rotated: (pairs: number) => `  人员轮换：上次去过的 ${pairs} 对人员与对象这次回避`,
}

export const staffHelp = {
  recusalsWhere: '只用于 recusals：符合条件的每一户各登记一条回避，如 法定代表人=示例甲',
  lend: '借调相邻部门或区域的人员，人员编号=部门，可多次；须写明 --reason 和 --approver',
}

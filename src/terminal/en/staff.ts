import type * as zh from '../zh-CN/staff.ts'
import { rulesEn } from './rules.ts'

const { named } = rulesEn.words

const WHY: Readonly<Record<string, string>> = {
  'not-in-force': 'not in force',
  certificate: 'the certificate ends before the task does',
  away: 'away during the visits',
  limit: 'the yearly limit is reached',
}

export const staffReasons: typeof zh.staffReasons = {
  'too-few-staff': ({ task, department, staff, least, rule }) => [
    `task “${task}” cannot be frozen: department ${department} has ${staff} seats for enforcement staff at each target, at least ${least} are needed (expert seats do not count)`,
    `add seats for enforcement staff. ${named(rule)}`,
  ],
  'invalid-lending': ({ value }) => [`--lend “${value}” is not understood`, 'write INSPECTOR=DEPARTMENT'],
  'unknown-lending-department': ({ inspector, department, known }) => [
    `cannot lend “${inspector}” to “${department}”: it has no part in the task`,
    `the departments of the task are ${known.join(', ')}`,
  ],
  'lent-to-own-department': ({ inspector, department }) => [
    `“${inspector}” is of department ${department} anyway`,
  ],
  'duplicate-lending': ({ inspector }) => [`“${inspector}” can be lent to one department only`],
  'lent-person-unfit': ({ inspector, department, why }) => [
    `cannot lend “${inspector}” to department ${department}: ${WHY[why] ?? why}`,
  ],
  'lending-already-fixed': ({ task, draw }) => [
    `task “${task}” is frozen as ${draw} and its pool is fixed: nobody can be lent any more`,
    'to widen it, freeze anew with --again --reason TEXT --approver NAME',
  ],
}

export const staff: typeof zh.staff = {
  lent: (inspector, department, reason, approver) =>
    `  ${inspector} is lent to ${department}, because: ${reason} (approved by ${approver})`,
  someTarget: 'a condition that some target meets',
  rotated: pairs => `  rotation: ${pairs} pairs of people and targets that met last time keep apart`,
}

export const staffHelp: typeof zh.staffHelp = {
  recusalsWhere: 'recusals only: one for each target that meets the condition, such as 法定代表人=示例甲',
  lend: 'INSPECTOR=DEPARTMENT, repeatable: somebody lent by a neighbour; needs --reason and --approver',
}

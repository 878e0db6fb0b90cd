import type { FreezeSentences } from '../topics/freeze.ts'
import { ASSIGNED_REASONS, LIMIT_REASONS, SOURCE_REASONS } from './freeze-reasons.ts'
import {
  counted,
  itemsNamed,
  LEFT_OUT,
  lacking,
  listed,
  orLike,
  ownersOf,
  privateKinds,
  ruleText,
  seatNamed,
} from './phrases.ts'

export const freezeEn: FreezeSentences = {
  reasons: {
    'no-such-task': ({ task, nearest }) => [
      `the plan has no task “${task}”${orLike(nearest)}`,
      'ssj list plan shows the tasks',
    ],
    'attempt-ended': ({ task, draw, attempt, how }) => [
      how === 'failed'
        ? `attempt ${attempt} at task “${task}” (${draw}) has its seed on record, which finds no teams: its commitment is used up`
        : `attempt ${attempt} at task “${task}” (${draw}) was not run in time and has lapsed`,
      'a further attempt is frozen anew: add --again --reason TEXT --approver NAME, with sources that are not known yet',
    ],
    'task-already-drawn': ({ task, draw, attempt }) => [
      `task “${task}” has already been drawn (${draw}, attempt ${attempt})`,
      'to draw again, give --again --reason TEXT --approver NAME; the earlier attempt is kept, marked void',
    ],
    'task-id-taken': ({ task }) => [
      `the plan has a task “${task}” with different content`,
      'choose another --id, or draw that task by its number',
    ],
    'option-needs-ad-hoc-task': ({ option, task }) => [
      `option ${option} is for ad-hoc tasks only; for task “${task}” the plan decides`,
      'change the plan with ssj import plan or ssj add plan',
    ],
    'task-changed-since-freeze': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw}, and the registries, the rules or the task have changed since`,
      'draw what was frozen with ssj draw run; to freeze again, give --again --reason TEXT --approver NAME',
    ],
    'item-not-in-force': ({ task, item, state }) => [
      `cannot freeze task “${task}”: item “${item}” ${state === 'absent' ? 'is not in the list of items' : 'is marked invalid'}`,
      'nothing outside the list may be inspected: revise the list of items or the items of the task',
    ],
    'task-without-item': ({ task, rule }) => [
      `cannot freeze task “${task}”: it names no item`,
      `name items of the list with 抽查事项 or --items: what is not on the list is not inspected; ${ruleText(rule)}`,
    ],
    'item-of-other-department': ({ task, items, rule }) => [
      `cannot freeze task “${task}”: no department of the task has the ${itemsNamed(items)} (${ownersOf(items)})`,
      `let that department lead or take part, or name items of the departments of the task; ${ruleText(rule)}`,
    ],
    'invalid-task': ({ option, value, sentence }) => [
      `cannot read the ad-hoc task: ${option}${value === '' ? '' : ` “${value}”`}: ${sentence}`,
    ],
    ...LIMIT_REASONS,
    ...ASSIGNED_REASONS,
    'missing-cause': ({ task, rule }) => [
      `cannot freeze task “${task}”: a 专项 task must state its cause`,
      `state it in 检查原因 or with --cause; ${ruleText(rule)}`,
    ],
    'unlisted-cause': ({ task, cause, rule }) => [
      `cannot freeze task “${task}”: the cause “${cause}” is not among the causes of visits`,
      ruleText(rule),
    ],
    'too-few-staff': ({ task, department, staff, least, rule }) => [
      `cannot freeze task “${task}”: department ${department} has ${counted(staff, 'seat')} for enforcement staff at each target; at least ${least} are required (expert seats do not count)`,
      `add seats for enforcement staff; ${ruleText(rule)}`,
    ],
    'stratum-not-public': ({ task, field }) => [
      `cannot freeze task “${task}”: the names of strata are published and “${field}” may not be, so it cannot define strata`,
      'stratify by a field that may be public, such as 主体类型, 信用风险等级 or 管辖所',
    ],
    'stratum-with-number': ({ task, stratum }) => [
      `cannot freeze task “${task}”: the names of strata are published, and “${stratum}” contains a number of a person`,
      'stratify by a field that may be public, or correct that value in the registry',
    ],
    'private-data-to-publish': ({ task, heading, record, kind, text }) => [
      `cannot freeze task “${task}”: “${heading}”${record === null ? '' : ` of “${record}”`} will be published and contains ${privateKinds[kind]} (${text})`,
      'take it out first: what is frozen is published as it is and can no longer be masked',
    ],
    'minimum-above-count': ({ task, minimum, needed, count, rule }) => [
      `cannot freeze task “${task}”: a minimum of ${minimum} in each stratum makes ${needed}, more than the count of ${count}`,
      `raise the count or lower the minimum; ${ruleText(rule)}`,
    ],
    'period-over': ({ step, task, to, today }) => [
      `cannot ${step === 'freeze' ? 'freeze' : 'draw'} task “${task}”: its period ended on ${to} and today is ${today}`,
      'change its period in the plan first; to draw it as planned all the same, say why with --reason, which goes into the ledger',
    ],
    'period-ahead': ({ task, from, today }) => [
      `cannot freeze task “${task}”: its period begins on ${from}, and today is ${today}, of another year`,
      'freeze it in its year, by the registries and the visits of that year; to do it now all the same, say why with --reason, which goes into the ledger',
    ],
    'task-retired': ({ task, draw }) => [
      `cannot draw task “${task}” (${draw}): it was taken out of the plan after it was frozen`,
      'mark the draw void with ssj draw void, or bring the task back first with ssj import plan or ssj add plan',
    ],
    'frozen-unreadable': ({ task, file, line, column, found }) => [
      `cannot freeze task “${task}”: ${file}${line === null ? '' : `, line ${line}`}${column === null ? '' : ` (${column})`}, as it would be written, cannot be read back: “${found}”`,
      'change that value: strata, departments and stations have no spaces at either end, no semicolons and no control characters, strata and departments no commas or quotes; a seed source that begins with drand/ or secret/ must be complete',
    ],
    ...SOURCE_REASONS,
    'empty-frame': ({ task, registry, elsewhere, outside, excluded }) => [
      `the frame of task “${task}” is empty: of ${counted(registry, 'target')} in the registry, ${elsewhere} belong to other departments, ${outside} do not meet the conditions and ${excluded} are excluded`,
      'check the departments, conditions and rates of the task',
    ],
    'expert-is-inspector': ({ id }) => [
      `the number ${id} is in both the expert and the inspector library, so it is not clear who is meant`,
      'give the expert another number: ssj add experts, then ssj retire experts',
    ],
    'nobody-for-seat': ({ department, seat, pool, uncertified }) => [
      `nobody from department ${department} can take the seat “${seatNamed(seat)}”: none of the ${counted(pool, 'person', 'people')} in the pool has that qualification or role${uncertified === 0 ? '' : `; ${uncertified} more are left out without a certificate number`}`,
      uncertified === 0
        ? 'record the qualification, or change the seats of the task'
        : 'record the certificate numbers; the rule certified-minimum says how many need one',
    ],
    'invalid-lending': ({ value }) => [`cannot understand --lend “${value}”`, 'write INSPECTOR=DEPARTMENT'],
    'unknown-lending-department': ({ inspector, department, known }) => [
      `cannot lend “${inspector}” to “${department}”: that department takes no part in the task`,
      `the departments of the task are ${listed(known)}`,
    ],
    'lent-to-own-department': ({ inspector, department }) => [
      `“${inspector}” already belongs to department ${department} and need not be lent`,
    ],
    'duplicate-lending': ({ inspector }) => [`“${inspector}” can be lent to one department only`],
    'lent-person-unfit': ({ inspector, department, why }) => [
      `cannot lend “${inspector}” to department ${department}: ${LEFT_OUT[why] ?? why}`,
    ],
    'lending-already-fixed': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw} and its pool is fixed: nobody can be lent to it any more`,
      'to widen the pool, freeze again with --again --reason TEXT --approver NAME',
    ],
  },
  words: {
    frozen: (draw, attempt) => `frozen as draw ${draw} (attempt ${attempt})`,
    frozenBefore: draw => `the task is already frozen as ${draw}; nothing has changed`,
    waterfall: {
      registry: 'registry',
      elsewhere: 'of other departments',
      outside: 'outside the conditions',
      excluded: reason => `excluded: ${reason}`,
      frame: 'frame',
      unassigned: (count, lead) =>
        `${counted(count, 'target')} in the frame without a department ${count === 1 ? 'falls' : 'fall'} to ${lead}, which leads`,
    },
    withdrawn: (reason, count) => `visits withheld from single departments (${reason}): ${count}`,
    unstaffable: (of, count, ids) => `excluded, ${of} can send no team: ${counted(count, 'target')}: ${ids}`,
    unstaffableKept: (of, count, ids) =>
      `in the frame, ${of} can send no team: ${counted(count, 'target')}: ${ids}; a draw that takes one fails (rule unstaffable)`,
    unlimited: (item, name, lacks) =>
      `the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}, so nothing was compared`,
    itemless: 'the task names no item',
    otherItems: items => `no department of the task has the ${itemsNamed(items)} (${ownersOf(items)})`,
    unownedItems: items => `without 检查主体 in the list of items: ${itemsNamed(items)}`,
    unbasedItems: items => `without a legal basis in the list of items: ${itemsNamed(items)}`,
    idle: departments => `none of the items is one of ${listed(departments)}`,
    causeless: 'this 专项 task states no cause',
    undated: day =>
      `the task states no period: it counts for the day of its freeze, ${day}, alone (certificates, days off, overlaps)`,
    scopeAlone: scope =>
      `the plan says in words whom it is about (“${scope}”) and states no condition: all targets of the departments are drawn from`,
    strata: {
      stratum: 'stratum',
      size: 'size',
      rate: 'rate',
      take: 'take',
      reserve: 'reserve',
      probability: 'inclusion probability',
      total: 'total',
    },
    quota: 'exact',
    attendance: {
      department: 'department that goes',
      framed: 'targets in the frame',
      visits: 'targets it will visit',
      mean: 'on average',
      joint: 'two or more together',
      share: share => `share of joint visits among the targets drawn: ${share} on average`,
    },
    countCut: (wanted, all) =>
      `the task asks for ${counted(wanted, 'target')} and the frame has only ${all}: all are taken`,
    rateIsNought: stratum => `stratum “${stratum}” has a rate of nought: nobody is drawn from it`,
    countIsNought: 'the count is 0: nobody is drawn',
    roundedToNone: stratum => `stratum “${stratum}” rounds to a take of 0`,
    poolHeading: 'inspectors',
    pool: (department, inPool, out) =>
      `  ${department}: ${inPool} in the pool${out === '' ? '' : `; left out: ${out}`}`,
    leftOut: LEFT_OUT,
    leftOutFor: (reason, people) => `${reason} ${people.length} (${listed(people)})`,
    uncertified: count =>
      `${count} of them without a certificate number, for seats that need no certificate only`,
    withoutExpiry: count => `${count} of them without a certificate expiry date on record: please check`,
    lent: (inspector, department, reason, approver) =>
      `  ${inspector} is lent to ${department}; reason: ${reason} (approved by ${approver})`,
    rotated: pairs => `  rotation: ${counted(pairs, 'pair')} of inspector and target of last time kept apart`,
    sourcesAre: sources => `seed sources: ${sources}`,
    weakApproved: (reason, approver) =>
      `the seed has too few possible values and is used all the same; reason: ${reason} (approved by ${approver}); every paper will say so`,
    publishedTo: path => `the files to publish before the seed exists are in ${path}`,
    ruleWas: (rule, title, value) => `rule ${rule} (${title}): ${value}`,
    itemVersion: (item, name, since) => `item ${item} ${name} (as of entry ${since})`,
  },
  help: {
    freeze: 'fix the frame, pool and sizes of a task and print the commitment digest',
    to: 'folder for the files to publish before the seed exists; a date is the last day of an ad-hoc task',
    sealed:
      'add a sealed seed source, whose value this machine makes and keeps secret until the visits are done',
    weakSeed:
      'freeze although the seed has too few possible values; needs --reason and --approver, and every paper says so',
    lend: 'lend an inspector from a neighbouring department, INSPECTOR=DEPARTMENT; may be repeated; needs --reason and --approver',
    again: 'draw again; the earlier attempt is kept, marked void',
    taskTo: 'ad-hoc task: last day',
    taskGroup: 'An ad-hoc task, which is not in the plan:',
    task: {
      '--id <text>': 'ad-hoc task: number',
      '--name <text>': 'ad-hoc task: name',
      '--kind <text>': '定向, 不定向 or 专项',
      '--lead <department>': 'lead department',
      '--with <departments>': 'participating departments',
      '--joint <text>':
        '任一 (targets of any department), 全部 (targets that belong to all) or 同往 (all go to each target of the lead)',
      '--items <codes>': 'codes of the inspection items',
      '--where <condition>': 'conditions on targets',
      '--by <fields>': 'fields to stratify by, joined with +',
      '--rate <rate>': 'rate for every stratum',
      '--count <number>': 'count for the whole draw',
      '--rates <rates>': 'rates by stratum, such as A=1%;B=3%',
      '--minimum <number>': 'minimum in each stratum',
      '--rounding <rule>': 'ceil, round or floor',
      '--reserve <share>': 'reserves: a share or a count',
      '--team <seats>': 'seats',
      '--avoid-station <yesno>': 'keep inspectors away from targets of their own station: 是 or 否',
      '--rotate <yesno>': 'keep inspectors away from targets they visited last time: 是 or 否',
      '--source <name>': 'seed sources, separated by semicolons',
      '--from <day>': 'first day',
      '--exclude-drawn <window>':
        'exclude targets already drawn: 否, 本年 or 近N年, optionally with 同部门 or 同事项',
      '--method <text>': 'method of inspection (检查方式)',
      '--cause <text>': 'cause of a 专项 task',
      '--balance <yesno>': 'balance the workload over the year: 是 or 否',
      '--publish-list <yesno>': 'publish the list: 是 or 否',
    },
  },
}

import type { LeftOutReason } from '../../../core/frame/pool.ts'
import type { FreezeSentences } from '../topics/freeze.ts'
import { lacking, listed, orLike, ruleText } from './phrases.ts'

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'not-in-force': 'not in force',
  engagement: 'expert engaged for less than the task',
  items: 'expert for other items',
  certificate: 'certificate ends before the task does',
  away: 'away for the whole task',
  limit: 'yearly limit reached',
}

export const freezeEn: FreezeSentences = {
  reasons: {
    'no-such-task': ({ task, nearest }) => [
      `the plan has no task “${task}”${orLike(nearest)}`,
      'ssj list plan shows the tasks',
    ],
    'task-already-drawn': ({ task, draw, attempt }) => [
      `task “${task}” was drawn before (${draw}, attempt ${attempt})`,
      'to draw again give --again --reason TEXT --approver NAME; the earlier attempt stays, marked void',
    ],
    'task-id-taken': ({ task }) => [
      `the plan has a task “${task}” with other content`,
      'give another --id, or draw the task by its number',
    ],
    'option-needs-ad-hoc-task': ({ option, task }) => [
      `${option} is for ad-hoc tasks; task “${task}” is what the plan says`,
      'change the plan with ssj import plan or ssj add plan',
    ],
    'task-changed-since-freeze': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw}, and the registries, the rules or the task have changed since`,
      'draw what was frozen with ssj draw run; to freeze again give --again --reason TEXT --approver NAME',
    ],
    'item-not-in-force': ({ task, item, state }) => [
      `cannot freeze task “${task}”: item “${item}” ${state === 'absent' ? 'is not in the list of items' : 'is marked as not valid'}`,
      'nothing outside the list is inspected: revise the list of items, or the items of the task',
    ],
    'item-rate-exceeded': ({ task, item, name, limit, base, may, before, now, over, room }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) has an upper limit of “${limit}”, at most ${may} of ${base} targets; ${before} were drawn this year, this draw brings up to ${now} more: ${over} too many`,
      `draw no more than ${room} this time, or revise the list of items`,
    ],
    'item-frequency-exceeded': ({ task, item, name, limit, most, targets, rule }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) may come “${limit}”, and ${targets} targets of the frame were drawn ${most} times this year`,
      `leave them out with 已抽排除 (--exclude-drawn), or set item-frequency to “排除”; ${ruleText(rule)}`,
    ],
    'item-without-limit': ({ task, item, name, lacks, rule }) => [
      `cannot freeze task “${task}”: the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}`,
      `state it in the list of items (5%, 1次/年); ${ruleText(rule)}`,
    ],
    'caps-leave-too-few': ({ task, wanted, frame, capped, rules }) => [
      `cannot freeze task “${task}”: it needs ${wanted} targets; the yearly caps exclude ${capped} and leave ${frame}`,
      `raise the cap, or ask for no more than ${frame}; ${rules.map(ruleText).join('; ')}`,
    ],
    'missing-cause': ({ task, rule }) => [
      `cannot freeze task “${task}”: a 专项 task without a cause`,
      `name it in 检查原因 or with --cause; ${ruleText(rule)}`,
    ],
    'unlisted-cause': ({ task, cause, rule }) => [
      `cannot freeze task “${task}”: the cause “${cause}” is not among the causes of visits`,
      ruleText(rule),
    ],
    'too-few-staff': ({ task, department, staff, least, rule }) => [
      `task “${task}” cannot be frozen: department ${department} has ${staff} seats for enforcement staff at each target, at least ${least} are needed (expert seats do not count)`,
      `add seats for enforcement staff. ${ruleText(rule)}`,
    ],
    'empty-frame': ({ task, registry, elsewhere, outside, excluded }) => [
      `the frame of task “${task}” is empty: ${registry} targets in the registry, ${elsewhere} of other departments, ${outside} outside the conditions, ${excluded} excluded`,
      'look at the departments, conditions and rates of the task',
    ],
    'expert-is-inspector': ({ id }) => [
      `the number ${id} stands in the libraries of experts and of inspectors: nobody can tell who is meant`,
      'give the expert another number: ssj add experts, then ssj retire experts',
    ],
    'nobody-for-seat': ({ department, seat, pool }) => [
      `nobody of department ${department} can take the seat “${seat || 'anyone'}”: ${pool} people in the pool, none of them with that qualification or role`,
      'record the qualification, or change the seats of the task',
    ],
    'invalid-lending': ({ value }) => [`--lend “${value}” is not understood`, 'write INSPECTOR=DEPARTMENT'],
    'unknown-lending-department': ({ inspector, department, known }) => [
      `cannot lend “${inspector}” to “${department}”: it has no part in the task`,
      `the departments of the task are ${listed(known)}`,
    ],
    'lent-to-own-department': ({ inspector, department }) => [
      `“${inspector}” is of department ${department} anyway`,
    ],
    'duplicate-lending': ({ inspector }) => [`“${inspector}” can be lent to one department only`],
    'lent-person-unfit': ({ inspector, department, why }) => [
      `cannot lend “${inspector}” to department ${department}: ${LEFT_OUT[why] ?? why}`,
    ],
    'lending-already-fixed': ({ task, draw }) => [
      `task “${task}” is frozen as ${draw} and its pool is fixed: nobody can be lent any more`,
      'to widen it, freeze anew with --again --reason TEXT --approver NAME',
    ],
  },
  words: {
    frozen: (draw, attempt) => `frozen as draw ${draw} (attempt ${attempt})`,
    frozenBefore: draw => `the task is frozen as ${draw} already, nothing has changed`,
    waterfall: {
      registry: 'registry',
      elsewhere: 'of other departments',
      outside: 'outside the conditions',
      excluded: reason => `excluded: ${reason}`,
      frame: 'frame',
      unassigned: (count, lead) =>
        `${count} targets of the frame have no department and are ${lead}'s, which leads`,
    },
    withdrawn: (reason, count) => `departments kept away (${reason}): ${count}`,
    unlimited: (item, name, lacks) =>
      `the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}: not compared`,
    causeless: 'a 专项 task without a cause',
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
    countCut: (wanted, all) => `the task asks for ${wanted} targets, the frame has ${all}: all are taken`,
    roundedToNone: stratum => `stratum “${stratum}” rounds to a take of 0`,
    poolHeading: 'inspectors',
    pool: (department, inPool, out) =>
      `  ${department}: ${inPool} in the pool${out === '' ? '' : `; left out: ${out}`}`,
    leftOut: LEFT_OUT,
    leftOutFor: (reason, people) => `${people.length} ${reason} (${people.join(' ')})`,
    withoutExpiry: count => `${count} of them have no certificate expiry on record: please check`,
    lent: (inspector, department, reason, approver) =>
      `  ${inspector} is lent to ${department}, because: ${reason} (approved by ${approver})`,
    rotated: pairs => `  rotation: ${pairs} pairs of people and targets that met last time keep apart`,
    sourcesAre: sources => `seed sources: ${sources}`,
    publishedTo: path => `what may be published before the seed exists is in ${path}`,
    ruleWas: (rule, title, value) => `rule ${rule} (${title}): ${value}`,
    itemVersion: (item, name, since) => `item ${item} ${name} (as of entry ${since})`,
  },
  help: {
    freeze: 'fix frame, pool and sizes of a task, print the commitment digest',
    to: 'write what may be published before the seed exists to this folder; a day is the last day of an ad-hoc task',
    sealed: 'one more source, sealed: this machine makes and keeps its value until the visits are done',
    lend: 'INSPECTOR=DEPARTMENT, repeatable: somebody lent by a neighbour; needs --reason and --approver',
    again: 'draw again: the earlier attempt stays, marked void',
    taskTo: 'ad-hoc task: last day',
    task: {
      '--id <text>': 'ad-hoc task: its number',
      '--name <text>': 'ad-hoc task: its name',
      '--kind <text>': '定向, 不定向 or 专项',
      '--lead <department>': 'lead department',
      '--with <departments>': 'participating departments',
      '--joint <text>': '任一 (any) or 全部 (all)',
      '--items <codes>': 'item codes',
      '--where <condition>': 'conditions on targets',
      '--by <fields>': 'fields to stratify by, joined with +',
      '--rate <rate>': 'rate for every stratum',
      '--count <number>': 'count for the whole draw',
      '--rates <rates>': 'rates by stratum, A=1%;B=3%',
      '--minimum <number>': 'at least this many in each stratum',
      '--rounding <rule>': 'ceil, round or floor',
      '--reserve <share>': 'reserves: a share or a count',
      '--team <seats>': 'seats',
      '--avoid-station <yesno>': 'own-station avoidance, 是 or 否',
      '--rotate <yesno>': 'who went to a target last time keeps away this time, 是 or 否',
      '--source <name>': 'seed sources, separated by semicolons',
      '--from <day>': 'first day',
      '--exclude-drawn <window>': 'leave out targets drawn: 否, 本年 or 近N年, then perhaps 同部门 or 同事项',
      '--method <text>': 'how it is inspected (检查方式)',
      '--cause <text>': 'the cause of a 专项 task',
      '--balance <yesno>': 'balance the work over the year, 是 or 否',
      '--publish-list <yesno>': 'publish the list, 是 or 否',
    },
  },
}

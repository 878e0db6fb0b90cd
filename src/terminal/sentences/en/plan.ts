import type { PlanSentences } from '../topics/plan.ts'
import { lacking, listed, ruleText } from './phrases.ts'

export const planEn: PlanSentences = {
  reasons: {
    'plan-change-needs-reason': ({ changed, day, rule }) => [
      `cannot change the plan: ${changed} tasks change after the filing day ${day}, and no reason is given`,
      `give one with --reason; both versions are kept; ${ruleText(rule)}`,
    ],
    'no-such-plan': ({ year, years }) => [
      `the plan has no task of ${year} or later`,
      `it has tasks of ${listed(years)}: name the year with --year`,
    ],
  },
  words: {
    findings: {
      'not-filed': ({ department, day }) => `${department} has filed no plan by ${day} (it leads no task)`,
      'filed-late': ({ department, filed, day }) => `${department} filed its plan on ${filed}, after ${day}`,
      'changed-unexplained': ({ task, entry, at, actor }) =>
        `task ${task} was changed by ${actor} at ${at} (ledger entry ${entry}) without a reason`,
      'item-none': ({ task }) => `task ${task} names no item`,
      'item-absent': ({ task, item }) => `item ${item} of task ${task} is not in the list of items`,
      'item-invalid': ({ task, item, name }) =>
        `item ${item} (${name}) of task ${task} is marked as not valid`,
      'item-unbased': ({ task, item, name }) => `item ${item} (${name}) of task ${task} has no legal basis`,
      'item-open': ({ item, name, lacks }) =>
        `the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}`,
      'item-beyond': ({ item, name, limit, base, may, planned, tasks }) =>
        `the 一般 item ${item} (${name}) has an upper limit of “${limit}”, at most ${may} of ${base} targets; the year would draw ${planned} (tasks ${listed(tasks)})`,
      'task-nobody': ({ task }) => `task ${task} has nobody to draw`,
      'task-capped': ({ task, wanted, frame, capped }) =>
        `task ${task} needs ${wanted} targets; the yearly caps exclude ${capped} and leave ${frame}`,
      'cap-department-beyond': ({ department, cap, planned, places }) =>
        `${department} plans ${planned} visits; with at most ${cap} to a target in a year there is room for ${places} (rule cap-department)`,
      'cap-total-beyond': ({ cap, planned, places }) =>
        `${planned} visits are planned; with at most ${cap} to a target in a year there is room for ${places} (rule cap-total)`,
      overlap: ({ tasks, departments, from, to, targets }) =>
        `tasks ${tasks[0]} and ${tasks[1]} are about the same ${targets} targets during ${from}~${to} (${listed(departments)}): one joint visit could serve both`,
      'inspectors-short': ({ department, month, tag, needed, capacity }) =>
        `${department} needs at least ${needed} visits of ${inspectorsWith(tag)} by the end of ${month}; the yearly limits allow ${capacity}`,
      'inspectors-tight': ({ department, month, tag, needed, capacity }) =>
        `${department} may need up to ${needed} visits of ${inspectorsWith(tag)} by the end of ${month}; the yearly limits allow ${capacity}: it depends on the draw`,
      'too-few-staff': ({ task, department, staff, least }) =>
        `department ${department} of task ${task} has ${staff} seats for enforcement staff at each target, at least ${least} are needed (rule staff-minimum)`,
      'cause-none': ({ task }) => `task ${task} is a 专项 task and states no cause (rule special-cause)`,
      'cause-strange': ({ task, cause }) =>
        `the cause “${cause}” of task ${task} is not among the causes of visits (rule visit-causes)`,
      'team-large': ({ task, department, tag, seats, people }) =>
        `task ${task} asks for ${seats} ${inspectorsWith(tag)} of ${department} at each target; there are ${people}`,
    },
    notFiled: (departments, day) =>
      `${departments.length} departments have filed no plan by ${day} (they lead no task): ${listed(departments)}`,
    head: (year, tasks, ahead) => `plan of ${year}: ${tasks} tasks, ${ahead} of them not drawn yet`,
    noBars: 'nothing bars a draw',
    bars: count => `${count} things bar a draw:`,
    notes: count => `${count} things worth knowing:`,
    needs: 'inspectors, adding up month by month (tasks not drawn yet)',
    needColumns: {
      department: 'department',
      month: 'by',
      tag: 'qualification',
      needed: 'visits needed',
      capacity: 'yearly limits allow',
      all: 'all',
    },
    because: (at, actor, reason) => `  ${at} ${actor}${reason === '' ? '' : `: ${reason}`}`,
  },
  help: {
    plan: 'the annual plan',
    check:
      'looks ahead at the plan: filing, items, caps, overlaps, inspectors; exit 1 when something bars a draw',
    changeReason: 'why it changes, for the ledger',
  },
}

function inspectorsWith(tag: string): string {
  return tag === '' ? 'inspectors' : `inspectors with “${tag}”`
}

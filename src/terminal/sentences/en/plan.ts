import { clockOf } from '../../../core/office-time.ts'
import type { PlanSentences } from '../topics/plan.ts'
import { counted, lacking, listed, ruleText } from './phrases.ts'

export const planEn: PlanSentences = {
  reasons: {
    'plan-change-needs-reason': ({ changed, day, rule }) => [
      `cannot change the plan: ${counted(changed, 'task')} would change after the filing day ${day} without a reason`,
      `give a reason with --reason; both versions are kept; ${ruleText(rule)}`,
    ],
    'no-such-plan': ({ year, years }) => [
      `the plan has no tasks in ${year} or later`,
      `it has tasks in ${listed(years)}: name the year with --year`,
    ],
  },
  words: {
    findings: {
      'not-filed': ({ department, day }) => `${department} had filed no plan by ${day} (it leads no task)`,
      'filed-late': ({ department, filed, day }) => `${department} filed its plan on ${filed}, after ${day}`,
      overdue: ({ task, to, frozen }) =>
        `the period of task ${task} ended on ${to} and it is not drawn${frozen ? ' (frozen)' : ''}`,
      'changed-unexplained': ({ task, entry, at, actor }) =>
        `task ${task} was changed by ${actor} at ${clockOf(at)} (ledger entry ${entry}) without a reason`,
      'item-none': ({ task }) => `task ${task} names no items`,
      'item-other': ({ task, item, name, departments }) =>
        `task ${task} has the item ${item} (${name}) of ${listed(departments)}, which takes no part in it`,
      'department-idle': ({ task, department }) =>
        `none of the items of task ${task} is one of ${department}`,
      'item-absent': ({ task, item }) => `item ${item} of task ${task} is not in the list of items`,
      'item-invalid': ({ task, item, name }) => `item ${item} (${name}) of task ${task} is marked invalid`,
      'item-unowned': ({ task, item, name }) =>
        `the list does not say who inspects (检查主体) item ${item} (${name}) of task ${task}`,
      unstaffable: ({ task, department, targets, first, all }) =>
        `of the targets of task ${task}, ${targets} (${first} for one) can get no team of ${department} (recusals, areas, qualifications, limits)${all ? '; there are no others' : ''}`,
      'item-unbased': ({ task, item, name }) => `item ${item} (${name}) of task ${task} has no legal basis`,
      'item-open': ({ item, name, lacks }) =>
        `the 一般 item ${item} (${name}) states no upper limit of ${lacking(lacks)}`,
      'item-beyond': ({ item, name, limit, base, may, planned, tasks }) =>
        `the 一般 item ${item} (${name}) has an upper limit of “${limit}”, at most ${may} of ${base} targets; the plan for the year draws ${planned} (tasks ${listed(tasks)})`,
      'task-elsewhere': ({ task }) =>
        `the targets of task ${task} lie in the registry of an engine: numbers, caps and overlaps were not looked at`,
      'task-nobody': ({ task }) => `task ${task} has no targets to draw from`,
      'task-capped': ({ task, wanted, frame, capped }) =>
        `task ${task} needs ${counted(wanted, 'target')}; the yearly caps exclude ${capped} and leave ${frame}`,
      'cap-department-beyond': ({ department, cap, planned, places }) =>
        `${department} plans ${counted(planned, 'visit')}; at no more than ${cap} per target and year there is room for ${places} (rule cap-department)`,
      'cap-total-beyond': ({ cap, planned, places }) =>
        `${counted(planned, 'visit')} planned; at no more than ${cap} per target and year there is room for ${places} (rule cap-total)`,
      overlap: ({ tasks, departments, from, to, targets }) =>
        `tasks ${tasks[0]} and ${tasks[1]} share ${counted(targets, 'target')} during ${from}~${to} (${listed(departments)}): one joint visit could serve both`,
      'inspectors-short': ({ department, month, tag, needed, capacity }) =>
        `${department} needs at least ${counted(needed, 'visit')} by ${inspectorsWith(tag)} up to the end of ${month}; the yearly limits allow ${capacity}`,
      'inspectors-tight': ({ department, month, tag, needed, capacity }) =>
        `${department} may need up to ${counted(needed, 'visit')} by ${inspectorsWith(tag)} up to the end of ${month}; the yearly limits allow ${capacity}, which may not suffice, depending on the draw`,
      'too-few-staff': ({ task, department, staff, least }) =>
        `task ${task} gives department ${department} ${counted(staff, 'seat')} for enforcement staff at each target; at least ${least} are required (rule staff-minimum)`,
      'stratum-private': ({ task, field }) =>
        `task ${task} has strata by “${field}”: the names of strata are published, and that field may not be`,
      'minimum-beyond': ({ task, minimum, needed, count }) =>
        `a minimum of ${minimum} in each stratum of task ${task} makes ${needed}, more than its count of ${count} (rule count-minimum)`,
      'cause-none': ({ task }) => `task ${task} is a 专项 task and states no cause (rule special-cause)`,
      'cause-strange': ({ task, cause }) =>
        `the cause “${cause}” of task ${task} is not among the causes of visits (rule visit-causes)`,
      'period-none': ({ task }) =>
        `task ${task} states no period (起止时间): whenever it is frozen, it counts for that day alone (certificates, days off, overlaps)`,
      'scope-alone': ({ task, scope }) =>
        `task ${task} says in words whom it is about (“${scope}”) and states no condition (检查对象条件): it draws from all targets of its departments`,
      'team-large': ({ task, department, tag, seats, people }) =>
        `task ${task} needs ${seats} ${inspectorsWith(tag)} from ${department} at each target; only ${people} are available`,
    },
    notFiled: (departments, day) =>
      `${counted(departments.length, 'department')} had filed no plan by ${day} (leading no task): ${listed(departments)}`,
    head: (year, tasks, ahead) => `plan for ${year}: ${counted(tasks, 'task')}, ${ahead} not drawn yet`,
    noBars: 'nothing prevents a draw',
    bars: count => `${counted(count, 'problem')} that would prevent a draw:`,
    notes: count => `${counted(count, 'thing')} worth knowing:`,
    needs: 'inspectors, cumulative by month (tasks not drawn yet)',
    needColumns: {
      department: 'department',
      month: 'by',
      tag: 'qualification',
      needed: 'visits needed',
      capacity: 'yearly limits allow',
      all: 'all',
    },
    split: 'a program of before told no years apart: a later year’s task of this number had taken its place',
    because: (at, actor, reason) => `  ${at} ${actor}${reason === '' ? '' : `: ${reason}`}`,
  },
  help: {
    plan: 'the annual plan',
    check:
      'check the plan in advance: filing, items, caps, overlaps, inspectors; exit code 1 if something would prevent a draw',
    changeReason: 'the reason for the change, for the ledger',
  },
}

function inspectorsWith(tag: string): string {
  return tag === '' ? 'inspectors' : `inspectors with “${tag}”`
}

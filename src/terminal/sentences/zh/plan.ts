import { clockOf } from '../../../core/office-time.ts'
import type { PlanSentences } from '../topics/plan.ts'
import { beside, lacking, listed, ruleText, seatNamed } from './phrases.ts'

export const planZh: PlanSentences = {
  reasons: {
    'plan-change-needs-reason': ({ changed, day, rule }) => [
      `不能变更年度计划：${changed} 项任务在报送截止日 ${day} 之后变更，没有写明理由`,
      `用 --reason 写明理由；前后版本都保留。${ruleText(rule)}`,
    ],
    'no-such-plan': ({ year, years }) => [
      `年度计划中没有 ${year} 年及以后的任务`,
      `计划中的年度：${listed(years)}；用 --year 指定`,
    ],
  },
  words: {
    findings: {
      'not-filed': ({ department, day }) =>
        `${beside(department).trimStart()}没有在 ${day} 前报送计划（没有发起的任务）`,
      'filed-late': ({ department, filed, day }) =>
        `${beside(department).trimStart()}于 ${filed} 报送计划，晚于 ${day}`,
      overdue: ({ task, to, frozen }) =>
        `任务“${task}”的检查时间已于 ${to} 结束，尚未抽取${frozen ? '（已冻结）' : ''}`,
      'changed-unexplained': ({ task, entry, at, actor }) =>
        `任务“${task}”由 ${actor} 于 ${clockOf(at)} 变更（台账第 ${entry} 条），没有写明理由`,
      'item-none': ({ task }) => `任务“${task}”没有写抽查事项`,
      'item-other': ({ task, item, name, departments }) =>
        `任务“${task}”的抽查事项 ${item}（${name}）属于${beside(listed(departments)).trimEnd()}，不是任务各部门的事项`,
      'department-idle': ({ task, department }) =>
        `任务“${task}”的抽查事项中没有${beside(department)}自己的事项`,
      'item-absent': ({ task, item }) => `任务“${task}”的抽查事项 ${item} 不在抽查事项清单中`,
      'item-invalid': ({ task, item, name }) => `任务“${task}”的抽查事项 ${item}（${name}）已标为无效`,
      'item-unowned': ({ task, item, name }) => `任务“${task}”的抽查事项 ${item}（${name}）没有写明检查主体`,
      unstaffable: ({ task, department, targets, first, all }) =>
        `任务“${task}”的检查对象中有 ${targets} 户（如 ${first}）部门${beside(department)}派不出检查组（回避、区域、资格或上限）${all ? '，没有其他可抽取的对象' : ''}`,
      'item-unbased': ({ task, item, name }) => `任务“${task}”的抽查事项 ${item}（${name}）没有检查依据`,
      'item-open': ({ item, name, lacks }) => `一般事项 ${item}（${name}）没有写明${lacking(lacks)}的上限`,
      'item-beyond': ({ item, name, limit, base, may, planned, tasks }) =>
        `一般事项 ${item}（${name}）的抽查比例上限为“${limit}”，${base} 户至多抽 ${may} 户，全年将抽 ${planned} 户（任务“${tasks.join('”“')}”）`,
      'task-elsewhere': ({ task }) =>
        `任务“${task}”的检查对象在外部数据库的名录库中：数量、上限、重叠没有预先检查`,
      'task-nobody': ({ task }) => `任务“${task}”没有可抽取的检查对象`,
      'task-capped': ({ task, wanted, frame, capped }) =>
        `任务“${task}”需要 ${wanted} 户，因年度上限排除 ${capped} 户后只剩 ${frame} 户`,
      'cap-department-beyond': ({ department, cap, planned, places }) =>
        `${beside(department).trimStart()}全年计划检查 ${planned} 户次，每户每年至多 ${cap} 次，只容得下 ${places} 户次（规则 cap-department）`,
      'cap-total-beyond': ({ cap, planned, places }) =>
        `全年计划检查 ${planned} 户次，每户每年各部门合计至多 ${cap} 次，只容得下 ${places} 户次（规则 cap-total）`,
      overlap: ({ tasks, departments, from, to, targets }) =>
        `任务“${tasks[0]}”与“${tasks[1]}”在 ${from}~${to} 期间涉及同样的 ${targets} 户（${listed(departments)}），可合并为一次联合检查`,
      'inspectors-short': ({ department, month, tag, needed, capacity }) =>
        `${beside(department).trimStart()}截至 ${month} 需要${inspectorsWith(tag)}至少 ${needed} 人次，年度上限只容得下 ${capacity} 人次`,
      'inspectors-tight': ({ department, month, tag, needed, capacity }) =>
        `${beside(department).trimStart()}截至 ${month} 最多需要${inspectorsWith(tag)} ${needed} 人次，年度上限容得下 ${capacity} 人次：视抽取结果可能不足`,
      'too-few-staff': ({ task, department, staff, least }) =>
        `任务“${task}”的部门${beside(department)}每户只有 ${staff} 个执法人员席位，至少要 ${least} 个（规则 staff-minimum）`,
      'stratum-private': ({ task, field }) => `任务“${task}”按“${field}”分层：层的名称要公布，该字段不得公开`,
      'minimum-beyond': ({ task, minimum, needed, count }) =>
        `任务“${task}”每层最少 ${minimum} 户，各层合计至少 ${needed} 户，多于抽查数量 ${count} 户（规则 count-minimum）`,
      'cause-none': ({ task }) => `任务“${task}”是专项检查，没有写明检查原因（规则 special-cause）`,
      'cause-strange': ({ task, cause }) =>
        `任务“${task}”的检查原因“${cause}”不在检查原因之列（规则 visit-causes）`,
      'period-none': ({ task }) =>
        `任务“${task}”没有写明起止时间：在哪天冻结，就只按那一天计（证件有效期、不可用日期、重叠都按那一天）`,
      'scope-alone': ({ task, scope }) =>
        `任务“${task}”的检查对象范围“${scope}”只是文字，没有写检查对象条件：从各部门的全部对象中抽取`,
      'team-large': ({ task, department, tag, seats, people }) =>
        `任务“${task}”每户需要${beside(department)}的${inspectorsWith(tag)} ${seats} 名，可用的只有 ${people} 名`,
    },
    notFiled: (departments, day) =>
      `${departments.length} 个部门没有在 ${day} 前报送计划（没有发起的任务）：${listed(departments)}`,
    head: (year, tasks, ahead) => `${year} 年度计划：${tasks} 项任务，其中 ${ahead} 项尚未抽取`,
    noBars: '没有妨碍抽取的问题',
    bars: count => `妨碍抽取的问题 ${count} 处：`,
    notes: count => `应当知道的情况 ${count} 处：`,
    needs: '检查人员逐月累计（尚未抽取的任务）',
    needColumns: {
      department: '部门',
      month: '截至',
      tag: '资质',
      needed: '需要人次',
      capacity: '年度上限容量',
      all: '全部',
    },
    split: '旧版程序不分年度，后一年度的同号任务曾取代这一行',
    because: (at, actor, reason) => `  ${at} ${actor}${reason === '' ? '' : `：${reason}`}`,
  },
  help: {
    plan: '年度计划',
    check: '预先检查年度计划：报送、事项、上限、重叠、检查人员；有妨碍抽取的问题时退出码为 1',
    changeReason: '变更的理由，记入台账',
  },
}

function inspectorsWith(tag: string): string {
  return tag === '' ? '检查人员' : `具备“${seatNamed(tag)}”的检查人员`
}

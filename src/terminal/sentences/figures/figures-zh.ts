import type { FigureWords } from '../../../core/report/figure-words.ts'

/** 上报的报表用词。 */
export const figuresZh: FigureWords = {
  office: '领导小组办公室',
  none: '—',
  all: '合计',
  duties: {
    enter: '检查并录入',
    correct: '退回后重录',
    review: '审核',
    publish: '公示',
    rectify: '整改复查、完结',
    'take-down': '下架',
    'carry-out': '开展计划任务',
  },
  kinds: {
    none: '未发现问题',
    corrected: '责令已改正',
    problem: '发现问题',
    absent: '未开展经营',
    gone: '已歇业注销',
  },
  columns: {
    department: '部门',
    duty: '事项',
    owed: '应办',
    overdue: '已逾期',
    firstDue: '最早期限',
    due: '期限',
    since: '自',
    occasion: '抽取或任务',
    target: '对象',
    name: '名称',
    item: '抽查事项',
  },
  deadlines: {
    title: '双随机抽查到期事项',
    subtitle: today => `截至 ${today}`,
    sums: '按部门',
    rows: (shown, all) => (shown === all ? `逐项（${all} 项）` : `最紧的 ${shown} 项（共 ${all} 项）`),
    nothing: '没有应办而未办的事项。',
    unknownYear: years =>
      `${years.join('、')} 年的节假日还没有导入，须用到该年的期限没有计算：import holidays 文件`,
    sources: (year, sources) => `${year} 年工作日依据：${sources.join('、')}`,
    unknown: year => `须知 ${year} 年节假日`,
    overdue: '（逾期）',
    picture: '各部门已逾期事项',
  },
}

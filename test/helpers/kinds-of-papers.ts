/**
 * Every place of `src` that makes a paper, with the names that its papers have among those of `everyPaper`. A test holds that
 * no place is missing, another that each name was laid out by an office program and looked at.
 */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  'commands/exchange/exchange-diff.ts': ['差异.html'],
  'commands/exchange/exchange-out.ts': ['gsxt-results.xlsx', 'office-assignments.xlsx', 'county-plan.xlsx'],
  'commands/publish/certify-year.ts': ['年度抽查证明.docx'],
  'commands/registry/template.ts': ['plan.xlsx', 'targets.xlsx', 'departments.xlsx'],
  'commands/results/propose-risk.ts': ['风险等级调整建议.xlsx'],
  'core/publication/certificate/certificate-document.ts': [
    '抽中.docx',
    '未抽中.docx',
    '替补.docx',
    '替换.docx',
  ],
  'core/publication/lists/public-list.ts': ['公示名单.xlsx'],
  'core/publication/lists/registry-lists.ts': ['items-standard.xlsx', 'plan-county-2026.xlsx'],
  'core/publication/papers/announcement.ts': ['抽取公告.docx', '抽取公告.公文.docx', '抽取公告.xlsx'],
  'core/publication/papers/common-visits-sheet.ts': ['合并检查.xlsx'],
  'core/publication/papers/inspection-form.ts': ['检查记录表.docx', '检查记录表.公文.docx'],
  'core/publication/papers/inspection-notice.ts': ['检查通知书.docx', '检查通知书.公文.docx'],
  'core/publication/papers/minutes.ts': ['抽取记录.docx', '抽取记录.公文.docx', '抽取记录.xlsx'],
  'core/publication/papers/substitutions.ts': ['检查对象替换情况.xlsx', '检查人员替换情况.xlsx'],
  'core/publication/papers/task-notice.ts': [
    '抽查任务公告.docx',
    '抽查任务公告.公文.docx',
    '抽查任务公告.xlsx',
  ],
  'core/publication/papers/visit-sheets.ts': ['检查任务表.xlsx', '检查人员.xlsx'],
  'core/publication/papers/year-of-draws.ts': ['年度抽取目录.xlsx'],
  'core/publication/results/results-list.ts': [
    '检查结果公示.docx',
    '检查结果公示.xlsx',
    '个案检查结果公示.docx',
  ],
  'core/report/assessment-document.ts': ['assessment.docx', 'assessment.xlsx'],
  'core/report/coverage-document.ts': ['coverage.docx', 'coverage.xlsx'],
  'core/report/deadlines-document.ts': ['deadlines.docx', 'deadlines.xlsx'],
  'core/report/fairness-document.ts': ['fairness.docx', 'fairness.xlsx'],
  'core/report/pictures/calendar-document.ts': ['calendar.docx', 'calendar.xlsx'],
  'core/report/pictures/matrix-document.ts': ['matrix.docx', 'matrix-targets.docx', 'matrix.xlsx'],
  'core/report/pictures/timeline-document.ts': ['timeline.docx', 'timeline.xlsx'],
  'core/report/results-document.ts': ['results.docx', 'results.xlsx'],
  'core/report/workload-document.ts': ['workload.docx', 'workload.xlsx'],
  'core/report/year-document.ts': ['year.docx', 'year.xlsx'],
  'core/results/sheet.ts': ['检查结果录入表.xlsx'],
  'core/risk/proposal-sheet.ts': ['风险等级调整建议.xlsx'],
}

/** What shows that a file of `src` makes a paper. */
export const MAKES_PAPER = /\blistDocument\(|\bnotice: (?:true|false)\b|\b(?:templateXlsx|exchangeXlsx)\(/

/** What only says how papers are made, and makes none. */
export const MAKES_NONE: ReadonlySet<string> = new Set([
  'core/publication/document.ts',
  'files/writing/template-xlsx.ts',
  'files/writing/exchange-xlsx.ts',
])

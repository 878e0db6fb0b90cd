import type { Rule } from './rule.ts'

/** What departments are assessed by (考核指标). */
export const INDICATORS = [
  '计划报送',
  '计划完成',
  '任务完成',
  '按期公示',
  '联合占比',
  '非现场占比',
  '问题完结',
] as const

/** By what departments are assessed, and what moves a firm's class of risk. */
export const ASSESSMENT_RULES = [
  {
    name: 'assessment-weights',
    zh: '考核指标及权重',
    en: 'the weight of each indicator of the assessment',
    kind: { kind: 'figures', names: INDICATORS, sum: 100 },
    preset: '计划报送=10;计划完成=20;任务完成=20;按期公示=20;联合占比=10;非现场占比=5;问题完结=15',
    source: '离政发〔2019〕34号 四（二）：建立绩效考核体系；指标见大冶、缙云、濉溪2025年，权重由各地自定',
  },
  {
    name: 'assessment-full-marks',
    zh: '考核指标达到多少即得满分（%）',
    en: 'the share in per cent from which on an indicator has full marks',
    kind: { kind: 'figures', names: INDICATORS, sum: null },
    preset: '联合占比=60;非现场占比=25',
    source: '大冶、缙云2025年：联合抽查占比60%以上；缙云2025年：现场检查减少25%；其余100%',
  },
] as const satisfies readonly Rule[]

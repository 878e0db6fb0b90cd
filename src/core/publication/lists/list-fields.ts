/** What is listed: the items, the plan, the drawn targets. */
export type ListKind = 'items' | 'plan' | 'drawn' | 'results'

/** The values of one row of a list, by field. */
export type Values = Readonly<Record<string, string>>

/** A key of one of {@link FIELDS}; `number` counts the rows, `blank` is filled in by hand. */
export type FieldName = string

/**
 * The fields that a layout may name, with their words. What is not here cannot be published: no phone, no id number, no
 * contact, no representative.
 */
export const FIELDS: Readonly<Record<ListKind, Readonly<Record<FieldName, string>>>> = {
  items: {
    number: '序号',
    blank: '空白',
    code: '事项编码',
    category: '抽查类别',
    name: '抽查事项',
    content: '抽查内容',
    subjects: '检查对象',
    class: '事项类别',
    methods: '检查方式',
    body: '检查主体',
    basis: '检查依据',
    rate: '抽查比例',
    frequency: '抽查频次',
    rate_and_frequency: '抽查比例及频次',
    skills: '专业要求',
    partners: '参检部门',
    level: '抽查层级',
  },
  plan: {
    number: '序号',
    blank: '空白',
    code: '计划编号',
    name: '任务名称',
    kind: '抽查类型',
    category: '抽查类别',
    items: '抽查事项',
    scope: '检查对象范围',
    base: '抽查基数',
    rate: '抽查比例',
    count: '抽查数量',
    rate_or_count: '抽查比例(数量)',
    rate_and_frequency: '抽查比例及频次',
    frequency: '频次',
    risk_demand: '信用风险分类要求',
    period: '起止时间',
    lead: '发起部门',
    partners: '配合部门',
    departments: '实施单位',
    mode: '抽查模式',
    method: '检查方式',
    contents: '检查内容',
  },
  results: {
    number: '序号',
    blank: '空白',
    task: '任务编号',
    task_name: '任务名称',
    kind: '抽查类型',
    draw: '抽取编号',
    department: '检查机关',
    name: '名称',
    code: '统一社会信用代码/注册号',
    authority: '登记机关',
    item: '抽查事项',
    inspected: '检查完成日期',
    result: '检查结果',
    codes: '检查结果代码',
    published: '公示日期',
    remark: '备注',
  },
  drawn: {
    number: '序号',
    blank: '空白',
    code: '统一社会信用代码/注册号',
    name: '名称',
    authority: '登记机关',
    responsible: '责任单位',
    type: '主体类型',
    station: '管辖所',
    stratum: '层',
    items: '抽查事项',
    departments: '检查部门',
    task: '任务编号',
    task_name: '任务名称',
    kind: '抽查类型',
    draw: '抽取编号',
    period: '检查时间',
    lead: '检查机关',
    remark: '备注',
  },
}

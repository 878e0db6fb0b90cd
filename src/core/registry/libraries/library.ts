/** The kinds of cells; how each is read, `kinds.ts` says. */
export type KindName =
  | 'text'
  | 'narrow'
  | 'id'
  | 'uscc'
  | 'registration'
  | 'date'
  | 'days'
  | 'list'
  | 'tags'
  | 'yesno'
  | 'count'
  | 'risk'
  | 'rate'
  | 'rates'
  | 'reserve'
  | 'frequency'
  | 'period'
  | 'team'
  | 'condition'
  | 'strata'
  | 'sources'
  | 'window'
  | 'department'
  | 'departments'
  | 'items'
  | 'inspector'
  | 'inspectors'
  | 'target'
  | 'outcomes'

/** How the cells of a field are read. */
export type Kind = KindName | { readonly choices: readonly (readonly string[])[] }

/** A column of a registry: `name` is the English heading and the column in the store. */
export interface Field {
  readonly name: string
  /** Chinese headings; the first stands in templates and sentences, the others are the usual variants. */
  readonly headings: readonly [string, ...string[]]
  readonly kind: Kind
  /** A row without a value here is an Issue. */
  readonly needed?: true
  /** A file without this heading is an Issue, unless its `id` can be had otherwise. */
  readonly column?: true
}

export const LIBRARIES = [
  'departments',
  'items',
  'targets',
  'inspectors',
  'recusals',
  'plan',
  'experts',
  'results',
] as const
export type LibraryName = (typeof LIBRARIES)[number]

export interface Library {
  readonly name: LibraryName
  /** The table of the store that keeps it. */
  readonly table: string
  readonly fields: readonly Field[]
  /**
   * The fields an id is made of: of `targets` the first that has a value, of the others all, joined with `/`.
   * (architecture: a target's id is the USCC, else the registration number, else the registry's own code.)
   */
  readonly id: readonly string[]
  readonly idRule: 'first' | 'all'
  /** True where headings that are not known are kept as extra fields. */
  readonly extras: boolean
  /**
   * Fields that came after the first release: known by their headings, kept among the extra fields under the first of
   * them, so that the rows that stand in old ledgers keep their digests.
   */
  readonly later?: readonly Field[]
}

const choice = (...choices: readonly string[][]): Kind => ({ choices })

const departments: Library = {
  name: 'departments',
  table: 'department',
  id: ['code'],
  idRule: 'all',
  extras: false,
  fields: [
    {
      name: 'code',
      headings: ['部门编码', '编码', '部门代码', '代码'],
      kind: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'name',
      headings: ['部门名称', '部门', '名称', '单位名称'],
      kind: 'text',
      needed: true,
      column: true,
    },
    { name: 'short_name', headings: ['简称', '部门简称'], kind: 'text' },
    { name: 'aliases', headings: ['别名', '曾用名', '其他名称'], kind: 'list' },
    { name: 'level', headings: ['层级', '级别'], kind: 'text' },
    { name: 'contact', headings: ['联系人岗位', '联系岗位', '联系科室'], kind: 'text' },
    { name: 'leading', headings: ['是否牵头', '牵头'], kind: 'yesno' },
  ],
}

const items: Library = {
  name: 'items',
  table: 'item',
  id: ['code'],
  idRule: 'all',
  extras: true,
  fields: [
    {
      name: 'code',
      headings: ['事项编码', '编号', '事项编号', '检查事项编码'],
      kind: 'id',
      needed: true,
      column: true,
    },
    { name: 'category', headings: ['抽查类别', '类别', '抽查领域'], kind: 'text' },
    {
      name: 'name',
      headings: ['抽查事项', '抽查事项名称', '事项名称', '检查事项'],
      kind: 'text',
      needed: true,
      column: true,
    },
    { name: 'content', headings: ['抽查内容', '检查内容', '抽查子项'], kind: 'text' },
    { name: 'subjects', headings: ['检查对象', '抽查对象'], kind: 'text' },
    {
      name: 'class',
      headings: ['事项类别', '事项类型'],
      kind: choice(
        ['重点检查事项', '重点', '重点事项', '重点检查'],
        ['一般检查事项', '一般', '一般事项', '一般检查'],
      ),
    },
    { name: 'methods', headings: ['检查方式', '抽查方式'], kind: 'list' },
    { name: 'body', headings: ['检查主体', '抽查主体'], kind: 'department' },
    { name: 'basis', headings: ['检查依据', '抽查依据', '依据'], kind: 'text' },
    { name: 'rate', headings: ['抽查比例', '比例'], kind: 'text' },
    { name: 'frequency', headings: ['抽查频次', '频次'], kind: 'frequency' },
    { name: 'skills', headings: ['专业要求', '检查人员要求'], kind: 'list' },
    { name: 'partners', headings: ['参检部门', '配合部门', '参检单位'], kind: 'departments' },
    { name: 'valid', headings: ['有效', '是否有效'], kind: 'yesno' },
  ],
}

const targets: Library = {
  name: 'targets',
  table: 'target',
  id: ['uscc', 'registration', 'code'],
  idRule: 'first',
  extras: true,
  fields: [
    { name: 'code', headings: ['对象编号', '编号', '检查对象编号'], kind: 'id' },
    {
      name: 'kind',
      headings: ['对象类型', '检查对象类型'],
      kind: choice(['市场主体', '经营主体', '主体'], ['产品'], ['项目'], ['行为']),
    },
    {
      name: 'uscc',
      headings: [
        '统一社会信用代码',
        '统一信用代码',
        '社会信用代码',
        '信用代码',
        '统一代码',
        '统一社会信用代码/注册号',
        '统一社会信用代码（注册号）',
      ],
      kind: 'uscc',
    },
    { name: 'registration', headings: ['注册号', '工商注册号', '营业执照注册号'], kind: 'registration' },
    {
      name: 'name',
      headings: [
        '名称',
        '企业名称',
        '单位名称',
        '市场主体名称',
        '经营主体名称',
        '检查对象',
        '检查对象名称',
        '主体名称',
        '对象名称',
      ],
      kind: 'text',
      needed: true,
      column: true,
    },
    {
      name: 'representative',
      headings: ['法定代表人', '法人', '负责人', '经营者', '法定代表人（负责人）'],
      kind: 'text',
    },
    {
      name: 'address',
      headings: ['地址', '住所', '经营地址', '注册地址', '经营场所', '住所（经营场所）'],
      kind: 'text',
    },
    { name: 'region', headings: ['行政区划', '区划', '区域', '所属区域', '行政区划代码'], kind: 'narrow' },
    { name: 'station', headings: ['管辖所', '管辖单位', '属地监管所', '监管所', '所属监管所'], kind: 'text' },
    { name: 'industry', headings: ['行业代码', '行业', '所属行业'], kind: 'narrow' },
    { name: 'type', headings: ['主体类型', '类型', '企业类型', '市场主体类型'], kind: 'text' },
    { name: 'status', headings: ['登记状态', '状态', '经营状态', '企业状态'], kind: 'text' },
    {
      name: 'risk',
      headings: ['信用风险等级', '风险等级', '信用等级', '风险分类', '信用风险分类'],
      kind: 'risk',
    },
    { name: 'departments', headings: ['监管部门', '检查部门', '所属部门'], kind: 'departments' },
    { name: 'libraries', headings: ['所属子库', '分库', '子库', '专项库名称'], kind: 'list' },
    { name: 'tags', headings: ['标签', '监管标签', '对应专项库监管标签'], kind: 'list' },
    { name: 'established', headings: ['成立日期', '注册日期', '成立时间'], kind: 'date' },
    { name: 'last_visit', headings: ['上次检查日期', '最近检查日期'], kind: 'date' },
    { name: 'phone', headings: ['联系电话', '电话', '联系方式', '手机号'], kind: 'narrow' },
  ],
}

const inspectors: Library = {
  name: 'inspectors',
  table: 'inspector',
  id: ['code'],
  idRule: 'all',
  extras: true,
  fields: [
    {
      name: 'code',
      headings: ['人员编号', '编号', '单位工号', '工号'],
      kind: 'id',
      needed: true,
      column: true,
    },
    { name: 'name', headings: ['姓名', '人员姓名'], kind: 'text', needed: true, column: true },
    { name: 'sex', headings: ['性别'], kind: choice(['男', '男性'], ['女', '女性']) },
    {
      name: 'department',
      headings: ['所属部门', '工作单位', '所在单位', '执法主体', '部门', '所在业务部门（机构）'],
      kind: 'department',
      needed: true,
      column: true,
    },
    { name: 'station', headings: ['科室或监管所', '监管所', '科室', '管辖所', '属地监管所'], kind: 'text' },
    { name: 'post', headings: ['职务', '担任职务', '具体职务'], kind: 'text' },
    { name: 'level', headings: ['层级'], kind: 'text' },
    {
      name: 'certificate',
      headings: ['执法证号', '执法证编号', '证件号', '行政执法证号', '省执法证编号', '工商执法证编号'],
      kind: 'narrow',
    },
    {
      name: 'certificate_until',
      headings: ['证件有效期', '执法证有效期', '有效期至', '工商执法证有效期'],
      kind: 'date',
    },
    { name: 'scope', headings: ['执法事项范围', '事项范围'], kind: 'list' },
    { name: 'skills', headings: ['专业资质', '岗位资质资格', '专业资质资格', '业务专长'], kind: 'tags' },
    { name: 'leader', headings: ['可任组长', '是否组长', '组长'], kind: 'yesno' },
    {
      name: 'status',
      headings: ['状态', '执法人员状态', '人员状态'],
      kind: choice(
        ['有效', '在岗', '在职', '在编', '正常'],
        ['无效', '失效', '注销', '停用', '离岗', '离职', '退休', '调离', '借调'],
      ),
    },
    { name: 'days_off', headings: ['不可用日期', '请假日期', '不在岗日期', '休假'], kind: 'days' },
    { name: 'yearly_limit', headings: ['年度上限', '年度检查上限'], kind: 'count' },
    { name: 'remark', headings: ['备注'], kind: 'text' },
  ],
}

const experts: Library = {
  name: 'experts',
  table: 'expert',
  id: ['code'],
  idRule: 'all',
  extras: true,
  fields: [
    { name: 'code', headings: ['编号', '专家编号', '人员编号'], kind: 'id', needed: true, column: true },
    { name: 'name', headings: ['姓名', '专家姓名'], kind: 'text', needed: true, column: true },
    { name: 'organisation', headings: ['单位', '工作单位', '所在单位'], kind: 'text' },
    { name: 'skills', headings: ['专业领域', '专业', '专业资质', '研究方向'], kind: 'tags' },
    { name: 'title', headings: ['职称', '技术职称'], kind: 'text' },
    { name: 'items', headings: ['可协助事项', '协助事项'], kind: 'list' },
    { name: 'contact', headings: ['联系方式', '联系电话', '电话', '手机号'], kind: 'narrow' },
    { name: 'valid_until', headings: ['有效期', '有效期至', '聘期至', '聘期截止'], kind: 'date' },
    { name: 'avoids', headings: ['回避单位', '回避对象'], kind: 'list' },
    { name: 'department', headings: ['聘请部门', '聘用部门', '所属部门'], kind: 'department' },
  ],
}

const recusals: Library = {
  name: 'recusals',
  table: 'recusal',
  id: ['inspector', 'target'],
  idRule: 'all',
  extras: false,
  fields: [
    {
      name: 'inspector',
      headings: ['人员编号', '执法人员编号', '人员'],
      kind: 'inspector',
      needed: true,
      column: true,
    },
    {
      name: 'target',
      headings: ['对象编号', '检查对象编号', '对象', '统一社会信用代码', '统一社会信用代码/注册号'],
      kind: 'target',
      needed: true,
      column: true,
    },
    {
      name: 'cause',
      headings: ['事由', '回避事由', '原因', '事由(近亲属/原任职/投资/举报/其他)'],
      kind: 'text',
    },
    { name: 'registered', headings: ['登记日期', '登记时间'], kind: 'date' },
    { name: 'registrar', headings: ['登记人'], kind: 'text' },
    { name: 'ends', headings: ['失效日期', '截止日期', '有效期至'], kind: 'date' },
  ],
}

const plan: Library = {
  name: 'plan',
  table: 'task',
  id: ['code'],
  idRule: 'all',
  extras: true,
  later: [
    { name: 'cause', headings: ['检查原因', '专项原因', '专项检查原因'], kind: 'text' },
    { name: 'rotate', headings: ['人员轮换', '轮换'], kind: 'yesno' },
  ],
  fields: [
    {
      name: 'code',
      headings: ['任务编号', '计划编号', '抽查计划编号', '抽查任务编号', '编号'],
      kind: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'name',
      headings: ['任务名称', '抽查任务名称', '计划名称', '年度计划名称'],
      kind: 'text',
      needed: true,
      column: true,
    },
    {
      name: 'kind',
      headings: ['抽查类型', '类型'],
      kind: choice(['定向', '定向抽查'], ['不定向', '不定向抽查'], ['专项', '专项检查', '专项抽查']),
    },
    { name: 'category', headings: ['抽查类别'], kind: 'text' },
    { name: 'items', headings: ['抽查事项', '事项', '事项编码'], kind: 'items' },
    { name: 'scope', headings: ['检查对象范围', '抽查对象范围', '抽查对象', '检查对象'], kind: 'text' },
    { name: 'base', headings: ['抽查基数', '基数'], kind: 'text' },
    { name: 'rate', headings: ['抽查比例', '比例'], kind: 'rate' },
    { name: 'count', headings: ['抽查数量', '数量'], kind: 'count' },
    { name: 'risk_demand', headings: ['信用风险分类要求', '智慧监管(信用风险分类)要求'], kind: 'text' },
    { name: 'rates', headings: ['分级比例'], kind: 'rates' },
    { name: 'frequency', headings: ['频次', '抽查频次'], kind: 'frequency' },
    {
      name: 'period',
      headings: ['起止时间', '抽查检查起止时间', '任务期限', '抽查时间', '检查时间', '实施时间'],
      kind: 'period',
    },
    {
      name: 'lead',
      headings: ['发起部门', '牵头部门', '任务组织部门'],
      kind: 'department',
      needed: true,
      column: true,
    },
    { name: 'partners', headings: ['配合部门', '参与部门', '任务参与部门'], kind: 'departments' },
    { name: 'joint', headings: ['联合方式'], kind: choice(['任一'], ['全部']) },
    { name: 'condition', headings: ['检查对象条件', '对象条件'], kind: 'condition' },
    { name: 'strata', headings: ['分层', '分层字段'], kind: 'strata' },
    { name: 'minimum', headings: ['最少', '每层最少', '最少户数'], kind: 'count' },
    {
      name: 'rounding',
      headings: ['取整', '取整方式'],
      kind: choice(['ceil', '向上取整', '向上'], ['round', '四舍五入'], ['floor', '向下取整', '向下']),
    },
    { name: 'reserve', headings: ['替补', '替补数'], kind: 'reserve' },
    {
      name: 'team',
      headings: ['每部门人数', '席位', '席位 (每部门人数)', '席位（每部门人数）'],
      kind: 'team',
    },
    { name: 'avoid_station', headings: ['回避本所'], kind: 'yesno' },
    { name: 'sources', headings: ['随机源', '种子来源'], kind: 'sources' },
    { name: 'drawn_before', headings: ['已抽排除', '排除已抽'], kind: 'window' },
    { name: 'balance', headings: ['全年均衡'], kind: 'yesno' },
    { name: 'mode', headings: ['抽查模式', '抽查检查模式'], kind: 'text' },
    { name: 'method', headings: ['检查方式', '抽查方式'], kind: 'text' },
    { name: 'publish_list', headings: ['是否公示名单', '公示名单'], kind: 'yesno' },
    { name: 'approver', headings: ['审批人'], kind: 'text' },
    { name: 'approved', headings: ['审批日期'], kind: 'date' },
  ],
}

const results: Library = {
  name: 'results',
  table: 'result',
  id: ['task', 'target', 'department'],
  idRule: 'all',
  extras: true,
  fields: [
    {
      name: 'task',
      headings: ['任务编号', '抽查任务编号', '计划编号', '抽查编号'],
      kind: 'id',
      needed: true,
      column: true,
    },
    {
      name: 'target',
      headings: ['对象编号', '检查对象编号', '对象', '统一社会信用代码', '统一社会信用代码/注册号'],
      kind: 'target',
      needed: true,
      column: true,
    },
    {
      name: 'department',
      headings: ['检查部门', '检查机关', '检查单位', '部门'],
      kind: 'department',
      needed: true,
      column: true,
    },
    { name: 'inspected', headings: ['检查日期', '检查时间', '检查完成日期'], kind: 'date' },
    { name: 'inspectors', headings: ['检查人员', '执法人员', '检查人员编号'], kind: 'inspectors' },
    { name: 'method', headings: ['核查方式', '检查方式', '检查方法'], kind: 'list' },
    { name: 'outcome', headings: ['检查结果代码', '检查结果', '抽查结果', '抽查检查结果'], kind: 'outcomes' },
    { name: 'found', headings: ['发现问题', '问题描述', '存在问题'], kind: 'text' },
    { name: 'measures', headings: ['处置措施', '后续处置措施', '处置', '后续处置'], kind: 'list' },
    {
      name: 'settled',
      headings: ['完结状态', '是否完结'],
      kind: choice(['已完结', '完结', '是'], ['未完结', '否']),
    },
    { name: 'recorder', headings: ['录入人', '录入人员'], kind: 'text' },
    {
      name: 'review',
      headings: ['审核状态', '状态'],
      kind: choice(
        ['未录入'],
        ['待审核'],
        ['审核退回', '退回'],
        ['不通过', '审核不通过'],
        ['已公示', '公示'],
      ),
    },
    { name: 'published', headings: ['公示日期', '公示时间'], kind: 'date' },
  ],
}

const BY_NAME: Readonly<Record<LibraryName, Library>> = {
  departments,
  items,
  targets,
  inspectors,
  experts,
  recusals,
  plan,
  results,
}

/** One of the registries. */
export function library(name: LibraryName): Library {
  return BY_NAME[name]
}

/**
 * A row as it is remembered: the id, one text for each field of the library in its order, and, where the library
 * keeps extra fields, these as one JSON object with its keys in order. Fields the file does not have are `''`.
 */
export type Row = string[]

/** The place of a field's text in a row. */
export function at(library: Library, name: string): number {
  return library.fields.findIndex(field => field.name === name) + 1
}

/** The value of a field that came later (`Library.later`), by its name. */
export function laterIn(of: Library, row: Row, name: string): string {
  const extra = of.extras ? row[of.fields.length + 1]! : ''
  const heading = of.later?.find(field => field.name === name)?.headings[0]
  return extra === '' || heading === undefined ? '' : (JSON.parse(extra)[heading] ?? '')
}

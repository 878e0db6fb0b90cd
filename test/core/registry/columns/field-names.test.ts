import { expect, test } from 'vitest'
import { fieldNamed } from '../../../../src/core/registry/columns/field-names.ts'
import type { LibraryName } from '../../../../src/core/registry/libraries/field.ts'
import { library } from '../../../../src/core/registry/libraries/library.ts'

const fieldOf = (of: LibraryName, heading: string) =>
  library(of).fields[fieldNamed(library(of), heading)]?.name

test.each<[LibraryName, string, string | undefined]>([
  ['targets', '商户全称', 'name'],
  ['targets', '个体工商户名称', 'name'],
  ['targets', '企业(机构)名称', 'name'],
  ['targets', '企业名称\n（全称）', 'name'],
  ['targets', '被检查单位', 'name'],
  ['targets', '生产经营单位名称', 'name'],
  ['targets', '主体名称（与营业执照一致）：', 'name'],
  ['targets', '社会信用代码证号', 'uscc'],
  ['targets', '统一社会信用代码（18位）', 'uscc'],
  ['targets', '统一社会信用代码/组织机构代码', 'uscc'],
  ['targets', '企业统一社会信用代码', 'uscc'],
  ['targets', '营业执照编号', 'registration'],
  ['targets', '成立日期（yyyy-mm-dd）', 'established'],
  ['targets', '企业名称（曾用名）', undefined],
  ['targets', '母公司名称', undefined],
  ['targets', '许可文件名称', undefined],
  ['targets', '经营范围', undefined],
  ['targets', '单位负责人', undefined],
  ['inspectors', '执法人员姓名', 'name'],
  ['inspectors', '执法证号码', 'certificate'],
  ['inspectors', '身份证号', undefined],
  ['inspectors', '人员编码', 'code'],
  ['items', '随机抽查事项名称', 'name'],
  ['items', '检查事项编号', 'code'],
  ['plan', '抽查工作任务名称', 'name'],
])('%s: “%s” is %s', (of, heading, field) => {
  expect(fieldOf(of, heading)).toBe(field)
})

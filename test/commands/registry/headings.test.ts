import { beforeAll, describe, expect, test } from 'vitest'
import { nearestHeading } from '../../../src/core/registry/columns/field-names.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Headings as lists of offices have them: an id and a name are enough, whatever stands beside them. */

let registries: Office
beforeAll(async () => {
  registries = await miniature({})
})

const CODE = '91141102MA9X10009J'

/** Heading rows of public lists and templates of platforms. */
const PUBLIC = [
  '企业名称,统一社会信用代码,注册资本,经营范围,核准日期,登记机关,营业期限自,营业期限至',
  '序号,企业名称,统一社会信用代码,企业类型,联系人,联系电话,申请时间,发函时间,打回次数,最近打回时间,当前状态,备注',
  '行号,企业名称,统一社会信用代码,校验状态,错误编码,失败原因',
  '统一社会信用代码,企业名称,电话,邮箱,从业人数,地址,企业简介,经营范围,状态,分类,行业大类,行业小类,区级,市级,省级,注册金额',
  '序号,查询ID,统一社会信用代码,企业名称,企业法定代表人,区域代码,企业注册属地,原始代码,注册时间,数据类型,资质类别',
  '序号,签署情况,企业名称,来源分类,统一社会信用代码,所属省份,所属城市,所属区县,法定代表人,注册地址,经度,纬度,邮编,更多电话',
  '企业名称,注册号/统一社会信用代码,登记机关,管辖单位',
  '专项库名称,统一社会信用代码/注册号,企业名称,许可证名称,许可证编号,许可批准日期,有效期至,许可发证机关,检查机关',
  '组织机构代码,企业名称,统一社会信用代码,报表类别编码,报表类别中文',
  '许可文件编号,许可文件名称,有效期自,有效期至,许可机关,登记状态,企业名称,注册号,统一社会信用代码',
  '统一信用代码/注册号,企业名称',
  '统一社会信用代码（注册号）,公司名称,法人代表,公司地址,甲,乙,丙,丁',
  '社会信用代码,单位,住所地址,甲,乙,丙,丁,戊',
  '统一社会信用代码,企业名称／单位名称,法定代表人或负责人,甲,乙,丙,丁',
]

describe('a list of targets', () => {
  for (const headings of PUBLIC) {
    test(`under ${headings.slice(0, 40)}…`, async () => {
      const here = registries.copy()
      const row = headings.split(',').map(heading => {
        if (/信用代码/.test(heading)) return CODE
        return /企业名称|公司名称|^单位$/.test(heading) ? '示例店' : ''
      })
      const done = await here.done('import', 'targets', here.file('a.csv', `${headings}\n${row.join(',')}\n`))
      expect(done.files[0]).toMatchObject({ new: 1, issueCount: 0 })
      const { records } = await here.done('list', 'targets', '--where', '名称=示例店')
      expect(records[0]).toMatchObject({ id: CODE, name: '示例店' })
    })
  }

  test('whose headings stand in a row that the user names', async () => {
    const here = registries.copy()
    const above = Array.from({ length: 30 }, (_, i) => `说明${i},`).join('\n')
    const file = here.file('a.csv', `${above}\n统一社会信用代码,名称\n${CODE},示例店\n`)
    const without = await here.ssj('import', 'targets', file, '--json')
    expect(without.json.files[0].issues[0]).toMatchObject({ code: 'no-headings' })
    expect(without.json.files[0].issues[0].sentence).toContain('--header-row')
    const done = await here.done('import', 'targets', file, '--header-row', '31')
    expect(done.files[0]).toMatchObject({ new: 1 })
    const wrong = await here.ssj('import', 'targets', file, '--header-row', '2', '--json')
    expect(wrong.json.files[0].issues[0]).toMatchObject({ code: 'missing-heading', row: 2 })
    expect((await here.ssj('import', 'targets', file, '--header-row', '500')).code).toBe(1)
    expect((await here.ssj('import', 'targets', file, '--header-row', '0')).code).not.toBe(0)
  })

  test('with its headings again on the next page, with blanks and marks in them', async () => {
    const here = registries.copy()
    const other = CODE.replace('10009J', '10076G')
    const file = here.file(
      'a.csv',
      `统一社会信用代码,名称\n${CODE},一店\n\ufeff统一社会信用代码 ,名 称\n${other},二店\n统一社会信用代码,　名称\n`,
    )
    const done = await here.done('import', 'targets', file)
    expect(done.files[0]).toMatchObject({ new: 2, aside: [{ code: 'headings', rows: [3, 5] }] })
  })
})

test('the template of the platform for inspectors: its row of hints is no person', async () => {
  const here = registries.copy()
  const file = here.file(
    'a.csv',
    [
      '检查执法人员名录库,,,,,,,,,',
      '单位工号,姓名,性别,身份证号,学历,岗位资质资格,所在业务部门（机构）,是否专家,工商执法证编号,工商执法证有效期',
      ',,男或女,,从“小学，初中，高中”中单选,若无直接填写无,,若不是则填写否,,YYYY-MM-DD',
      'H00105,示例甲,男,无,大专,食品，药品,甲局,否,4541321,2030-07-19',
      '',
    ].join('\n'),
  )
  const done = await here.done('import', 'inspectors', file)
  expect(done.files[0]).toMatchObject({ new: 1, aside: [{ code: 'above' }, { code: 'hint', rows: [3] }] })
  const idCard = done.files[0].extra.find(({ heading }: { heading: string }) => heading === '身份证号')
  expect(idCard.nearest).toBeNull()
})

describe('a heading that is not known', () => {
  const NOT_MEANT = [
    ['targets', ['经营范围', '注册资金', '注册资本', '登记机关', '企业简介', '核准日期', '营业期限至']],
    ['inspectors', ['身份证号', '身份证号码', '身份证件号码', '手机号', '学历']],
    ['plan', ['抽查层级']],
    ['items', ['序号', '抽查层级', '法律责任']],
  ] as const
  for (const [name, headings] of NOT_MEANT) {
    test(`is not taken for one of ${name} that says something else`, () => {
      expect(headings.map(heading => [heading, nearestHeading(library(name), heading)])).toEqual(
        headings.map(heading => [heading, null]),
      )
    })
  }

  test('is offered the one it is a slip of', () => {
    expect(nearestHeading(library('departments'), '部门全称')).toBe('部门名称')
    expect(nearestHeading(library('targets'), '统一社会信用代吗')).toBe('统一社会信用代码')
    expect(nearestHeading(library('inspectors'), '人员编码')).toBe('人员编号')
  })
})

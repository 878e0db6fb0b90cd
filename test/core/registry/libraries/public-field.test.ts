import { expect, test } from 'vitest'
import { isPublicField } from '../../../../src/core/registry/libraries/public-field.ts'

test.each(
  '联系电话 联络人 联系方式 经办人手机 法人代表 网格员 安全员 投诉人 店主 股东 QQ号 微信号 电子邮箱 银行账号 出生日期 户籍地 住址 房号 坐标 经度 身份证号 owner e-mail'.split(
    ' ',
  ),
)('strata by the extra field %s would publish a person', heading => {
  expect(isPublicField(heading)).toBe(false)
})

test.each('规模 连锁 从业人数 备注 行业大类 网格 街道 监管类别 许可类型 面积 经营方式 标签 年度'.split(' '))(
  'strata by the extra field %s may be public',
  heading => {
    expect(isPublicField(heading)).toBe(true)
  },
)

test.each([
  ['risk', true],
  ['type', true],
  ['station', true],
  ['region', true],
  ['industry', true],
  ['name', false],
  ['representative', false],
  ['address', false],
  ['phone', false],
])('of the fields of targets, %s may be public: %s', (name, is) => {
  expect(isPublicField(name)).toBe(is)
})

import { isField, library } from './library.ts'

/**
 * Whether the values of a field of targets may stand in published files: a stratum is named in the commitment, the
 * frame and the notices. Names, representatives, addresses and telephones are shown masked there or not at all; an extra
 * field is taken by its heading.
 */
export function isPublicField(name: string): boolean {
  return isField(library('targets'), name) ? !PERSONAL.has(name) : !PERSONAL_HEADING.test(name)
}

const PERSONAL: ReadonlySet<string> = new Set(['name', 'representative', 'address', 'phone'])

const PERSONAL_HEADING =
  /姓名|名称|字号|法人|法定代表|代表人|负责人|经营者|联系|联络|通[讯信]|电话|手机|座机|传真|邮箱|邮件|微信|QQ|身份证|证件号|证照号码|护照|银行|[账帐]号|账户|股东|店主|业主|户主|出生|生日|户籍|籍贯|住址|地址|住所|门牌|房号|位置|坐标|经纬|[经纬]度|[人员]$|phone|mobile|e-?mail|address|contact|person|birth|owner/i

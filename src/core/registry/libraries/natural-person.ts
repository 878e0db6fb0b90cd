/** Words for natural persons: what types of targets have in them, until an office sets others (rule `natural-person-types`). */
export const PERSON_WORDS =
  '个人;主播;人员;会计师;公民;公证员;养殖户;农户;医师;医生;司机;外国人;外籍;导游;工程师;建造师;律师;微商;房东;护士;摊主;摊贩;' +
  '教师;种植户;经纪人;网店;自然人;药师;驾驶员'

/**
 * Whether a target goes by the name of a person, which the public reads masked. `words` are those that the office has
 * for natural persons: a type that has one in it is one. A firm with such a word in its type (自然人独资, 律师事务所) is
 * shown by its name, unless that is a person's; what has no name but its operator's, whatever its type, has none to show, nor
 * has whoever goes by a person's name and a trade that is nobody's word yet (执业兽医, 外卖骑手).
 */
export function isNaturalPerson(
  {
    type,
    name,
    representative,
  }: { readonly type: string; readonly name: string; readonly representative: string },
  words: ReadonlySet<string>,
): boolean {
  const plain = type.normalize('NFKC').replaceAll(/\s/gu, '')
  if (words.has(plain)) return true
  const named = [...words].some(word => plain.includes(word))
  if (!FIRM.test(plain) && named) return true
  return isPersonName(name) && (named || name === representative || TRADE.test(plain))
}

/** Whether a text reads as the name of one person, and not of a firm or an office. */
export function isPersonName(text: string): boolean {
  const name = text.normalize('NFKC').trim()
  if (/^\p{Script=Han}+$/u.test(name)) return [...name].length <= 4 && !isOffice(name)
  return /[·•・]/u.test(name) || !/\p{Script=Han}{5}/u.test(name)
}

/** Whether a text names an office, a firm or a part of one, or a position in it, and nobody by name. */
export function isOffice(text: string): boolean {
  return POSITION.test(text) || ([...text].length > 2 && OFFICE.test(text))
}

/** 局领导, 分管副局长, 批准人, 系统管理员. */
const POSITION =
  /^(?:分管|主管|值班)?[局处科所队县区市]?副?(?:领导|局长|处长|科长|所长|队长|主任|负责人)$|^(?:系统|现场|法制)?(?:操作|管理|测试|监督|检查|工作|记录|联络|纪检|批准|审批|经办|审核|见证)(?:人|员|人员)$/

/** What words for people by their trade end with: 兽医, 快递员, 骑手, 商贩, 渔民. */
const TRADE = /[师员手贩民医]$/

/** Types of firms. */
const FIRM = /独资|个体|公司|合伙|合作|控股|投资|企业|机构|单位|事务所|[院所校部场站社]$/

/** What names of offices and firms end with, and those of people do not. */
const OFFICE = /(?:[处局厅委办所队室院店馆厂社部]|公司|中心|集团|单位|银行|超市)$/

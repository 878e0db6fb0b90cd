import { isPersonName } from '../registry/libraries/natural-person.ts'

/**
 * What of a text that is to name an office tells a person instead: a name that the registries know, a post by which one is known,
 * a word that reads as a name and not as an office. Null where there is none.
 */
export function personIn(text: string, people: ReadonlySet<string>): string | null {
  const post = POST.exec(text)
  if (post !== null) return post[0]
  for (const word of text.replaceAll(QUOTED, '').split(BETWEEN)) {
    if (word === '') continue
    if (people.has(word)) return word
    if (TITLED.test(word)) return word
    if (isPersonName(word) && !OFFICE_WORD.test(word)) return word
  }
  for (let length = 3; length <= 4; length++) {
    const characters = [...text]
    for (let i = 0; i + length <= characters.length; i++) {
      const part = characters.slice(i, i + length).join('')
      if (people.has(part)) return part
    }
  }
  return null
}

/** Posts and words that a name stands beside; 局长办公室 and 局长信箱 are none. */
const POST =
  /(?:联系人|经办人|负责人|签发人|批准人|审核人|[局处科所队县区市部厅]长|主任|书记|同志|先生|女士|老师)(?!办公室|信箱|热线)/u

/** “双随机、一公开” in the name of an office. */
const QUOTED = /[“"「『《][^“”"「」『』《》]*[”"」』》]/gu

/** What stands between two words. */
const BETWEEN = /[\s、，,；;：:（）()/·]+/u

/** 王局, 李大队, 张副所: a family name and a post cut short. */
const TITLED =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]副?(?:大|中|支)?[局处科所队委部主]$/u

/** Short words that are offices all the same: 县委, 市监局, 纪检组. */
const OFFICE_WORD = /(?:[局厅委办所队室院站科股署处部府会组]|中心|公司|集团|机关|单位|文件)$/u

import { dayIn } from '../../dates.ts'
import { type AnnouncedSource, formOf, type SeedSource } from '../../draw/seed/announced-source.ts'
import { secondsOfRound } from '../../draw/seed/drand-round.ts'
import type { Form } from '../../draw/seed/form.ts'
import { kindOfSource } from '../../draw/seed/seed-source.ts'
import { isMinute } from '../../moment.ts'
import { chineseDay, chineseTimeOfSeconds, zoneZh } from '../chinese-time.ts'

/** What is announced of a source beside its name: what its value looks like, when it will be known, and where. */
export function announcedNote(source: AnnouncedSource, offset: string): string {
  if (typeof source === 'string') return sourceNote(source, offset)
  const { place } = source
  return [
    formText(formOf(source)),
    `产生时间：${dueText(source)}`,
    ...(place === '' ? [] : [`地点或发布者：${place}`]),
  ].join('；')
}

/** What values of a form are, for people who read an announcement. */
function formText(form: Form): string {
  switch (form.kind) {
    case 'dice':
      return `${form.length} 颗骰子的点数，依次读出（dice/${form.length}）`
    case 'digits':
      return `${form.length} 位数字（digits/${form.length}）`
    case 'numbers':
      return form.groups.map(({ count, highest }) => `1 至 ${highest} 中的 ${count} 个号码`).join('，另加 ')
    case 'hex':
      return `${form.length} 位十六进制数字（hex/${form.length}）`
    case 'drand':
      return `drand quicknet 第 ${form.round} 轮，可核验签名`
    case 'secret':
      return SEALED
    case 'text':
      return '文字，由本机关写定，不增加可能结果（text）'
    default:
      return form satisfies never
  }
}

const SEALED = '封存：其值由本机关保存，检查结束后公开，届时公开的值必须与此摘要相符'

/** `2026年11月20日 10:00（北京时间）`. */
function dueText({ due }: SeedSource): string {
  if (!isMinute(due)) return chineseDay(due)
  return `${chineseDay(due.slice(0, 10))} ${due.slice(11, 16)}（${zoneZh(due.slice(16))}）`
}

/** What a source's name says of when its value comes, and what it is: for the announcement. Empty where it says nothing. */
export function sourceNote(source: string, offset: string): string {
  const named = kindOfSource(source)
  switch (named.kind) {
    case 'secret':
      return '封存：其值由本机关保存，检查结束后公开，届时公开的值必须与此摘要相符'
    case 'drand': {
      const at = chineseTimeOfSeconds(secondsOfRound(named.round), offset)
      return at === null ? '' : `预计产生时间：${at}`
    }
    case 'plain': {
      const date = dayIn(source)
      return date === null ? '' : `预计产生日期：${chineseDay(date)}`
    }
    case 'malformed':
      return ''
    default:
      return named satisfies never
  }
}

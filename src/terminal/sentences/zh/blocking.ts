import type { Blocking } from '../../../core/draw/blocking/blocking.ts'
import type { Cause } from '../../../core/draw/blocking/causes.ts'
import type { Cure } from '../../../core/draw/blocking/cure.ts'
import { beside, seatNamed } from './phrases.ts'

/** 卡在哪里，为什么，改动哪一处即可。 */
export function blockingText(blocking: Blocking): string {
  const how = blocking.cures.map(cureText)
  return (
    blockedText(blocking) +
    (how.length === 0
      ? '。逐一试算，没有单独一处改动能够解决'
      : `。改动下列任何一处即可（均已重新匹配试算）：${how.join('；')}`)
  )
}

/** 哪些对象、哪些人、缺几个席位、什么规则造成。 */
export function blockedText(blocking: Blocking): string {
  const { targets, inspectors, seats, free, outside, deficit, unfilled, causes } = blocking
  const own =
    inspectors.length === 0
      ? ''
      : free === 0
        ? `${beside(some(inspectors)).trimStart()}已不能再去，`
        : `${beside(some(inspectors)).trimStart()}一共还能去 ${free} 户次，`
  const others = inspectors.length === 0 ? '所有人' : '其他人'
  const whole = unfilled > deficit ? `（全部门共差 ${unfilled} 个）` : ''
  const why = causes.map(cause => causeText(cause, blocking))
  return (
    `${targets.length} 户（${some(targets)}）共需 ${seats} 个席位；${own}${others}最多能坐其中 ${outside} 个，还差 ${deficit} 个${whole}` +
    (why.length === 0 ? '' : `。原因：${why.join('；')}`)
  )
}

function causeText(cause: Cause, { free }: Blocking): string {
  switch (cause.kind) {
    case 'capacity':
      return `${beside(some(cause.inspectors)).trimStart()}的工作量上限${free === 0 ? '已满' : `只剩 ${free} 户次`}`
    case 'tag':
      return cause.carriers === 0
        ? `${cause.seats} 个席位要求“${seatNamed(cause.tag)}”，可用人员中无人具备`
        : `${cause.seats} 个席位要求“${seatNamed(cause.tag)}”，可用人员中只有 ${cause.carriers} 人具备（${some(cause.inspectors)}）`
    case 'expert':
      return `${beside(some(cause.inspectors)).trimStart()}是专家，只坐专家席位`
    case 'recusal':
      return `回避：${some(cause.pairs.map(pair => `${beside(pair.inspector).trimStart()}不能去${beside(pair.target).trimEnd()}`))}`
    case 'sameArea':
      return `回避本所：${some(cause.areas)}的人员不能去本所的对象`
    case 'people':
      return `一户需要 ${cause.seats} 人，只有 ${cause.people} 人可去`
    default:
      return cause satisfies never
  }
}

function cureText(cure: Cure): string {
  switch (cure.kind) {
    case 'capacity':
      return `${beside(cure.inspector).trimStart()}的上限提高 ${cure.by}`
    case 'recusal':
      return `解除${beside(cure.inspector)}对${beside(cure.target)}的回避`
    case 'sameArea':
      return '不再回避本所'
    case 'tag':
      return `${beside(cure.inspector).trimStart()}取得“${seatNamed(cure.tag)}”`
    case 'person':
      return `增加一名${cure.tag === '' ? '人员' : `具备“${seatNamed(cure.tag)}”的人员`}（可用 --lend 借调）`
    case 'seat':
      return `每户少设一个${cure.tag === '' ? '任意' : `“${seatNamed(cure.tag)}”`}席位`
    default:
      return cure satisfies never
  }
}

/** 至多五个名称。 */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 5).join('、')
  return names.length > 5 ? `${shown} 等 ${names.length} 项` : shown
}

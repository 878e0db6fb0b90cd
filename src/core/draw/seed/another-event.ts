import { formOf, type SeedSource } from './announced-source.ts'
import { saidAs } from './said-as.ts'
import { recordedOf, type ValuesOnRecord } from './values-on-record.ts'

/**
 * What an event of the same kind may be announced as whose value no draw has on record, as 随机源 has it: dice that are thrown
 * another time, `骰子 第2次/25`. Empty for a drawing or a round, which have numbers of their own.
 */
export function anotherEvent(source: SeedSource, recorded: ValuesOnRecord): string {
  if (formOf(source).kind !== 'dice') return ''
  const name = source.name.replace(TIME, '')
  for (let time = 2; ; time++) {
    const another = { ...source, name: `${name} 第${time}次` }
    if (recordedOf(recorded, another) === undefined) return saidAs(another)
  }
}

const TIME = / ?第 ?\d+ ?次$/

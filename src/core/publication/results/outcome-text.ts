import { OUTCOME_CHOICES } from '../../registry/cells/result-codes.ts'

const WORDS: ReadonlyMap<string, string> = new Map(
  OUTCOME_CHOICES.flatMap(choice => {
    const cut = choice.indexOf(' ')
    return cut < 0 ? [] : [[choice.slice(0, cut), choice.slice(cut + 1)] as const]
  }),
)

/** What 公示系统 shows for an item: 未发现问题, 查无此项 where the firm does nothing of the kind, or what was found. */
export function outcomeText(outcomes: readonly string[], found: string): string {
  const words = outcomes.map(code => {
    if (code === '1') return '未发现问题'
    return code === 'F' ? '查无此项' : (WORDS.get(code) ?? '违反有关规定')
  })
  const told = [...new Set(words)].join('；')
  return found === '' || outcomes.includes('1') ? told : `${told}（${found}）`
}

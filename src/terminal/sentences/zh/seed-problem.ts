import { readForm } from '../../../core/draw/seed/form.ts'
import type { SeedProblem } from '../../../core/draw/seed/seed.ts'
import { exampleOf } from '../../../core/draw/seed/value-as-said.ts'

/** 随机源的值有什么问题。 */
export function seedProblem(problem: SeedProblem): string {
  const source = `随机源“${problem.source}”`
  switch (problem.kind) {
    case 'missing':
      return `缺少${source}的值`
    case 'public':
      return `${source}是公开的事件，不能由本机产生它的值：用 --seed '${problem.source}=值' 给出公开的结果`
    case 'doubled':
      return `${source}给了两次值`
    case 'unknown':
      return `${source}没有公布过`
    case 'empty':
      return `${source}的值是空的`
    case 'illegible':
      return `${source}的值含有不可见字符`
    case 'malformed-source':
      return `${source}的名称不是有效的 secret/ 或 drand/ 来源`
    case 'form':
      return `${source}的值必须是 ${problem.form} 形式，如“${example(problem.form)}”；“${problem.found}”不是`
    case 'secret':
      return `封存${source}的值不对：它的 SHA-256 是 ${problem.found}，不是名称中的 64 位数字`
    case 'not-randomness':
      return `${source}的值应为 64 位十六进制数字，这里是“${problem.found}”`
    case 'signature-missing':
      return `${source}缺少签名，用 --signature '${problem.source}=十六进制' 给出`
    case 'signature-wrong':
      return `${source}的签名没有通过该轮公钥的核验`
    case 'signature-other':
      return `${source}的值不是其签名的 SHA-256`
    default:
      return problem satisfies never
  }
}

function example(form: string): string {
  return exampleOf(readForm(form)!)
}

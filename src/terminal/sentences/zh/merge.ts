import type { MergeSentences } from '../topics/merge.ts'
import { beside } from './phrases.ts'

export const mergeZh: MergeSentences = {
  reasons: {
    'merge-needs-two-draws': ({ given }) => [
      `合并检查需要两次不同的抽取，这里是 ${given} 次`,
      '不写抽取编号则列出可以合并的对象：ssj draw merge',
    ],
    'periods-do-not-overlap': ({ draws }) => [`抽取 ${draws.join(' 和 ')} 的检查时间没有重叠，不能合并检查`],
    'target-not-visited': ({ draw, target }) => [
      `检查对象“${target}”不在抽取 ${draw} 的检查之列`,
      `用 ssj draw show ${draw} 查看`,
    ],
    'already-merged': ({ target, host, guest }) => [
      `检查对象“${target}”的检查已经合并（${guest} 并入 ${host}）`,
      `可以再把其他抽取并入 ${host}`,
    ],
    'visited-apart': ({ target, host, hostDay, guest, guestDay }) => [
      `不能合并检查对象“${target}”的检查：已经分别检查（${host} 于 ${hostDay}，${guest} 于 ${guestDay}），仍按两次计`,
    ],
    'merge-lacks-qualification': ({ target, host, guest, department, tag }) => [
      `不能把“${target}”的检查并入 ${host}：抽取 ${guest} 要求部门${beside(department)}有“${tag}”，${host} 的检查组中没有`,
      `改为并入 ${guest}：ssj draw merge ${guest} ${host} --target ${target}`,
    ],
  },
  words: {
    proposed: count =>
      count === 0
        ? '没有检查时间重叠而对象相同的抽取'
        : `检查时间重叠而对象相同的 ${count} 户次，可以合并为一次检查（进一次门、查多项事）：`,
    visit: (target, host, guest) => `  ${target}：${guest} 并入 ${host}`,
    department: (department, people, items, shared) =>
      `    ${department}：${people}${items === '' ? '' : `；事项 ${items}`}${shared ? '（两次抽取合为一组）' : ''}`,
    lacks: (department, tag, host) =>
      `    注意：${host} 的${beside(department)}检查组中没有人具备“${tag}”，应反过来合并`,
    how: '合并：ssj draw merge 主抽取 并入的抽取 --target 对象 --approver 批准人',
    already: count => `已合并 ${count} 户次：`,
    one: (target, host, guest) => `  ${target}：${guest} 并入 ${host}`,
    done: count => `已合并 ${count} 户的检查`,
    heading: '合并检查',
  },
  help: {
    merge: '列出检查时间重叠而对象相同的抽取；写明两次抽取和对象则合并为一次检查',
    target: '合并检查的对象，可多次',
  },
}

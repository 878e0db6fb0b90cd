import type { SimulationSentences } from '../topics/simulation.ts'

export const simulationZh: SimulationSentences = {
  words: {
    running: '模拟',
    title: (task, runs, seed) => `模拟抽取 ${runs} 次：${task}（模拟种子“${seed}”）`,
    notTheDraw: '这不是抽取：没有冻结，没有写入，模拟所用的种子不会用于正式抽取',
    infeasible: (count, runs) => `${runs} 次中有 ${count} 次无法匹配，第一次的原因：`,
    inclusion: '各层入样概率（确数）',
    visits: '每名检查人员在一次抽取中的户次',
    inspector: '人员',
    department: '部门',
    mean: '平均',
    deviation: '标准差',
    range: '最少–最多',
    between: count => `……居中的 ${count} 名从略`,
    pairs: (met, possible) => `同组：出现过 ${met} 对，可能有 ${possible} 对；最常同组的：`,
    pair: '两人',
    perDraw: '每次抽取同组户数',
    nextSame: '下一次抽取的抽样框（任务不排除已抽，与这次相同）',
    nextWithout: '下一次抽取的抽样框（这次抽中的排除在外）',
  },
  help: {
    simulate: '冻结之前试抽多次，看人员户次、同组和入样概率；不写入任何内容',
    runs: '模拟次数（默认 200）',
    seed: '模拟种子，任意文字（默认 1）',
  },
}

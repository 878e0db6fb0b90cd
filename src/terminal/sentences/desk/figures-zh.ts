import type { FiguresWords } from '../jobs/figures.ts'

export const figuresZh: FiguresWords = {
  frame: (registry, frame) => `名录库 ${registry} 户，其中可抽 ${frame} 户（抽样框）`,
  outside: parts => `不在其中：${parts.map(([reason, count]) => `${reason} ${count} 户`).join('、')}`,
  stratum: (name, size, take, reserve) =>
    `${name}：${size} 户抽 ${take} 户${reserve === 0 ? '' : `，替补 ${reserve} 户`}`,
  moreStrata: count => `另有 ${count} 层，冻结后全部列出`,
  drawn: (take, reserve) => `共抽 ${take} 户${reserve === 0 ? '，没有替补' : `，替补 ${reserve} 户`}`,
  people: (department, size, seats, out) =>
    `${department}：可派 ${size} 人，每户去 ${seats} 人${out === 0 ? '' : `；另有 ${out} 人不能派`}`,
  steerable: '种子的可能结果不多，有人反复试算就可能左右结果：所有文书都会写明',
  waits: (frame, take, reserve) =>
    `已冻结、等种子：${frame} 户中将抽 ${take} 户${reserve === 0 ? '' : `，替补 ${reserve} 户`}`,
  wasDrawn: (frame, drawn, reserves) =>
    `已抽取：${frame} 户中抽中 ${drawn} 户${reserves === 0 ? '' : `，替补 ${reserves} 户`}`,
  resultsStand: count => `其中已有检查结果 ${count} 条，作废后仍保留`,
  results: count => `共 ${count} 条结果`,
}

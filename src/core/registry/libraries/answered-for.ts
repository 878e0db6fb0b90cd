import { library } from './library.ts'

/** Kinds of targets that are no firm: somebody answers for them (责任单位), gets their letters and carries their visits. */
export const ANSWERED_FOR = ['产品', '项目', '行为'] as const

/** The heading under which the firm that answers for a target is kept. */
export const RESPONSIBLE = library('targets').later.find(({ name }) => name === 'responsible')!.headings[0]

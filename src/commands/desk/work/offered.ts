import type { OfficeState } from '../../../store/desk/office-state.ts'

/** Whether there is a database. */
export const isThere = ({ entry }: Pick<OfficeState, 'entry'>) => entry >= 0

/** Whether a draw was made. */
export const anyDrawn = ({ drawn }: Pick<OfficeState, 'drawn'>) => drawn.length > 0

/** Whether a task was frozen or drawn. */
export const hasDraws = ({ drawn, waiting }: Pick<OfficeState, 'drawn' | 'waiting'>) =>
  drawn.length + waiting.length > 0

/**
 * What has become of a draw by now: it waits for its seed, was drawn, is void, its seed found no teams, or it was not run
 * in time.
 */
export type DrawState = 'frozen' | 'drawn' | 'void' | 'failed' | 'lapsed'

/** How a draw ends that neither was drawn nor made void. */
export type Ending = Extract<DrawState, 'failed' | 'lapsed'>

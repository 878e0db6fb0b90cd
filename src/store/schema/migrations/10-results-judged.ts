import { onlyGrows } from '../guards.ts'
import { RESULT_STEP } from '../ledger-tables.ts'

/** Results are reviewed and published by steps on record, and found by their target; those of before are found by their task. */
export const RESULTS_JUDGED = `
  ${RESULT_STEP.create}
  create index result_step_of on result_step(result);
  create index result_target on result(target) where until is null;
  create index result_carried on result(task) where until is null and instr(extra, '抽取编号') = 0;
  ${onlyGrows(RESULT_STEP)}
`

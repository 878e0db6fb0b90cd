import type { JobName } from '../../../terminal/sentences/jobs/names.ts'
import type { Job } from '../work/job.ts'
import { CHANGE_JOBS } from './change-jobs.ts'
import { ENGINE_JOBS } from './engine-jobs.ts'
import { EXCHANGE_JOBS } from './exchange-jobs.ts'
import { OFFICE_JOBS } from './office-jobs.ts'
import { PUBLISH_JOBS } from './publish-jobs.ts'
import { REGISTRY_JOBS } from './registry-jobs.ts'
import { RESULT_JOBS } from './result-jobs.ts'
import { TASK_JOBS } from './task-jobs.ts'
import { TRUST_JOBS } from './trust-jobs.ts'

/** All of the office's work that can be done at the desk, in the order in which it is shown. */
export const JOBS: Readonly<Record<JobName, Job>> = {
  ...REGISTRY_JOBS,
  ...TASK_JOBS,
  ...CHANGE_JOBS,
  ...PUBLISH_JOBS,
  ...RESULT_JOBS,
  ...EXCHANGE_JOBS,
  ...OFFICE_JOBS,
  ...TRUST_JOBS,
  ...ENGINE_JOBS,
}

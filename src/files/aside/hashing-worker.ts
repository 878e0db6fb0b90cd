import { workerData } from 'node:worker_threads'
import { doJobs } from '../../core/packed/hashing/do-jobs.ts'
import { jobBoard } from '../../core/packed/hashing/job-board.ts'
import { laneHashing } from '../../core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../../core/packed/hashing/plain-hashing.ts'

/** The second thread of `hashing-thread.ts`: it hashes what is laid on the board, and sleeps in between. */
doJobs(jobBoard(workerData as SharedArrayBuffer), laneHashing() ?? PLAIN_HASHING)

import type { Store } from '../open.ts'

/** How far back in the ledger is looked, in entries: who has not acted since is found by typing the name. */
const BACK = 5_000
const MOST = 20

/** Those who have acted, the last first. */
export function actorsUsed(store: Store): string[] {
  return store
    .sql<string>(
      `select actor from entry where number > (select coalesce(max(number), 0) - ${BACK} from entry)
       group by actor order by max(number) desc limit ${MOST}`,
    )
    .pluck()
    .all()
}

/** Those who have approved, the last first. */
export function approversUsed(store: Store): string[] {
  return store
    .sql<string>(
      `select json_extract(subject, '$.approver') as approver from seal
       where entry > (select coalesce(max(entry), 0) - ${BACK} from seal) and json_valid(subject)
         and json_type(subject, '$.approver') = 'text' and json_extract(subject, '$.approver') <> ''
       group by approver order by max(entry) desc limit ${MOST}`,
    )
    .pluck()
    .all()
}

import type { Day } from '../../core/dates.ts'
import type { TargetId } from '../../core/ids.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { VisitInput } from '../../core/visits/new-visit.ts'
import type { Store } from '../open.ts'
import { factsFor } from '../registry/facts.ts'
import { recordOf } from '../registry/registry.ts'
import { idOfTarget } from '../registry/targets.ts'
import { ruleStanding, ruleValues } from '../rules.ts'
import { visitNumbers, visitsTo } from '../visits.ts'
import { visitsMadeTo } from './made-visits.ts'

/** Reads what visits are judged by; targets and visits as they are asked for, so that one of a file sees those before it. */
export function visitInput(store: Store, today: Day): VisitInput {
  const rules = rulesOf(ruleValues(store))
  return {
    today,
    frequencyLimits: rules.frequencyLimits,
    made: target => visitsMadeTo(store, target as TargetId),
    refusesFrequent: rules.refusedDoubts.has('frequent-visit') ? ruleStanding(store, 'refused-doubts') : null,
    targetNamed(name) {
      const id = idOfTarget(store, name)
      return recordOf(store, library('targets'), id) === null ? null : id
    },
    departments: factsFor(store, library('plan')).departments,
    causes: rules.causes,
    causesRule: ruleStanding(store, 'visit-causes'),
    standing: target => visitsTo(store, target).filter(({ until }) => until === null),
    nextId: visitNumbers(store),
  }
}

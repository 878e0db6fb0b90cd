import type { Words } from '../../core/publication/words/words.ts'
import type { Sentences, Topics } from './sentences.ts'

/** The sentences of one language, put together from its topics. */
export function combine(topics: Topics, published: Words): Sentences {
  return lazily<Sentences>({
    common: () => topics.common.words,
    registry: () => topics.registry.words,
    import: () => topics.import.words,
    rules: () => topics.rules.words,
    office: () => topics.office.words,
    visits: () => topics.visits.words,
    plan: () => topics.plan.words,
    freeze: () => topics.freeze.words,
    draw: () => topics.draw.words,
    simulation: () => topics.simulation.words,
    substitution: () => topics.substitution.words,
    merge: () => topics.merge.words,
    publish: () => topics.publish.words,
    verify: () => topics.verify.words,
    certificate: () => topics.certificate.words,
    report: () => topics.report.words,
    results: () => topics.results.words,
    exchange: () => topics.exchange.words,
    log: () => topics.log.words,
    ledger: () => topics.ledger.words,
    engine: () => topics.engine.words,
    desk: () => topics.desk.words,
    signing: () => topics.signing.words,
    reasons: () => ({
      ...topics.common.reasons,
      ...topics.registry.reasons,
      ...topics.rules.reasons,
      ...topics.office.reasons,
      ...topics.visits.reasons,
      ...topics.plan.reasons,
      ...topics.freeze.reasons,
      ...topics.draw.reasons,
      ...topics.substitution.reasons,
      ...topics.merge.reasons,
      ...topics.publish.reasons,
      ...topics.certificate.reasons,
      ...topics.report.reasons,
      ...topics.results.reasons,
      ...topics.exchange.reasons,
      ...topics.ledger.reasons,
      ...topics.engine.reasons,
      ...topics.signing.reasons,
    }),
    issues: () => topics.registry.issues,
    help: () => ({
      common: topics.common.help,
      registry: topics.registry.help,
      import: topics.import.help,
      rules: topics.rules.help,
      office: topics.office.help,
      visits: topics.visits.help,
      plan: topics.plan.help,
      freeze: topics.freeze.help,
      draw: topics.draw.help,
      simulation: topics.simulation.help,
      substitution: topics.substitution.help,
      merge: topics.merge.help,
      publish: topics.publish.help,
      verify: topics.verify.help,
      certificate: topics.certificate.help,
      report: topics.report.help,
      results: topics.results.help,
      exchange: topics.exchange.help,
      log: topics.log.help,
      ledger: topics.ledger.help,
      engine: topics.engine.help,
      desk: topics.desk.help,
      signing: topics.signing.help,
    }),
    published: () => published,
  })
}

/** Each part is made when it is first asked for: a short command needs few of them. */
function lazily<T extends object>(parts: { readonly [Part in keyof T]-?: () => T[Part] }): T {
  const whole = {} as T
  for (const part of Object.keys(parts) as (keyof T)[]) {
    const get = () => {
      const value = parts[part]()
      Object.defineProperty(whole, part, { value, enumerable: true })
      return value
    }
    Object.defineProperty(whole, part, { get, enumerable: true, configurable: true })
  }
  return whole
}

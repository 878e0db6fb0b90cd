import { readForm } from '../../../core/draw/seed/form.ts'
import type { SeedProblem } from '../../../core/draw/seed/seed.ts'
import { exampleOf } from '../../../core/draw/seed/value-as-said.ts'

/** What is wrong with the value of a seed source. */
export function seedProblem(problem: SeedProblem): string {
  const source = `the seed source “${problem.source}”`
  switch (problem.kind) {
    case 'missing':
      return `${source} has no value`
    case 'public':
      return `${source} is a public event, whose value this machine cannot make: give what was published with --seed '${problem.source}=VALUE'`
    case 'doubled':
      return `${source} was given twice`
    case 'unknown':
      return `${source} was not announced`
    case 'empty':
      return `${source} has an empty value`
    case 'illegible':
      return `the value of ${source} contains invisible characters`
    case 'malformed-source':
      return `${source} is named like a secret/ or drand/ source but is not a valid one`
    case 'form':
      return `the value of ${source} must be of the form ${problem.form}, such as “${example(problem.form)}”; “${problem.found}” is not`
    case 'secret':
      return `the value of ${source} is wrong: its SHA-256 is ${problem.found}, not the 64 digits of its name`
    case 'not-randomness':
      return `the value of ${source} must be 64 hexadecimal digits, not “${problem.found}”`
    case 'signature-missing':
      return `${source} needs its signature: give --signature '${problem.source}=HEX'`
    case 'signature-wrong':
      return `the signature of ${source} does not verify against the public key of that round`
    case 'signature-other':
      return `the value of ${source} is not the SHA-256 of its signature`
    default:
      return problem satisfies never
  }
}

function example(form: string): string {
  return exampleOf(readForm(form)!)
}

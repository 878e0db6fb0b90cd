import { escapeControls } from '../../../core/escape-controls.ts'
import type { Signature, SignedVerdict } from '../../../core/signing/signed-verdict.ts'
import type { Desk } from '../../desk.ts'

/** Who has signed a folder, as far as it was checked. */
export function signedVerdictLines(desk: Desk, found: SignedVerdict, path: string, asked: boolean): string[] {
  const { agrees, differs } = desk.colours.out
  const { verdict } = desk.say.signing
  switch (found.kind) {
    case 'unsigned':
      return [differs(verdict.unsigned(escapeControls(path)))]
    case 'fails':
      return [differs(verdict.fails[found.fault.why](found.fault as never))]
    case 'signed':
    case 'too-few': {
      const counted = found.signatures.filter(({ how }) => how === (asked ? 'holds' : 'unvouched')).length
      const missing = found.missing.map(({ name, id }) => escapeControls(name ?? id))
      const head = asked
        ? found.kind === 'signed'
          ? agrees(verdict.holds(counted, found.asked))
          : differs(verdict.tooFew(found.asked, counted, desk.say.common.listed(missing)))
        : verdict.unvouched(counted)
      const few = !asked && found.kind === 'too-few' ? [`  ${verdict.tooFew(found.asked, counted, '')}`] : []
      return [head, ...few, ...found.signatures.flatMap(one => signatureLines(desk, one))]
    }
    default:
      return found satisfies never
  }
}

function signatureLines({ say }: Desk, { id, statement, how, signer }: Signature): string[] {
  const { verdict } = say.signing
  const name = signer?.name ?? statement.signer
  const by = verdict.by(name === null ? '—' : escapeControls(name), id, statement.algorithm)
  const registered = signer?.registered ?? null
  const whose =
    how !== 'holds'
      ? verdict.how[how]
      : registered === null
        ? verdict.unregistered
        : verdict.registered(registered.entry, registered.at)
  return [`  ${by}: ${whose}`, `    ${verdict.time(statement.time)}`]
}

import { officeMoment } from '../../core/office-time.ts'
import { signersText } from '../../core/signing/signers.ts'
import { writeNewFile } from '../../files/folder.ts'
import { officeOffset } from '../../store/rules.ts'
import { signersMinimum, signersOn } from '../../store/signing-keys.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { inOneState } from '../session.ts'

/** key list — the office's keys, those that sign no more too; `--to` writes the list that the office publishes. */
export async function listKeys(desk: Desk, { to }: { readonly to?: string }): Promise<number> {
  return inOneState(desk, store => {
    const offset = officeOffset(store)
    const at = <T extends { readonly at: string }>(moment: T): T => ({
      ...moment,
      at: officeMoment(moment.at, offset),
    })
    const signers = signersOn(store).map(signer => ({
      ...signer,
      registered: signer.registered && at(signer.registered),
      ended: signer.ended && at(signer.ended),
    }))
    const least = signersMinimum(store)
    if (to !== undefined) writeNewFile(desk.path(to), signersText({ least, signers }), 'umask')
    const { signing } = desk.say
    const { columns } = signing
    const told = signers.map(({ key, ...signer }) => ({ ...signer, algorithm: key.algorithm }))
    desk.result({ least, keys: told, to: to ?? null }, () =>
      signers.length === 0
        ? [signing.none]
        : [
            ...table(
              desk.window,
              [columns.id, columns.algorithm, columns.name, columns.registered, columns.state],
              signers.map(({ id, key, name, registered, ended }) => [
                ...[id, key.algorithm, name ?? '', signing.entryAt(registered!.entry, registered!.at)],
                ended === null
                  ? signing.stands
                  : `${signing.ended[ended.how]} (${signing.entryAt(ended.entry, ended.at)})`,
              ]),
            ),
            ...(least > 0 ? [signing.asks(least)] : []),
            ...(to === undefined ? [] : [signing.listed(to, signers.length)]),
          ],
    )
    return 0
  })
}

import { SUMS_FILE } from '../../core/draw/folder/sums.ts'
import type { Differs } from '../../core/draw/verify/difference.ts'
import { readHeldSums } from '../../core/draw/verify/read-sums.ts'
import { sha256Hex } from '../../core/hash.ts'
import { differenceSentence } from '../../core/publication/words/difference-sentence.ts'
import { VERSION } from '../../core/version.ts'
import { OWN_PAGE, ownFiles } from '../../files/own-files.ts'
import type { Desk } from '../../terminal/desk.ts'

/**
 * verify --self — whether this program is as it was built, and the two digests that its release notes state. A program
 * that was changed on purpose may say anything: who doubts it compares the digests from outside (SECURITY.md).
 */
export async function verifySelf(desk: Desk): Promise<number> {
  const files = ownFiles()
  const difference = firstOther(files)
  const page = sha256Hex(files.get(OWN_PAGE) ?? new Uint8Array())
  const program = sha256Hex(files.get(SUMS_FILE) ?? new Uint8Array())
  const count = files.size - (files.has(SUMS_FILE) ? 1 : 0)
  const holds = difference === undefined
  const { verify: say, published } = desk.say
  const { agrees, differs } = desk.colours.out
  desk.result({ version: VERSION, holds, page, package: program, files: count, ...difference }, () => [
    holds ? agrees(say.selfAgrees(VERSION, count)) : differs(say.selfDiffers(VERSION)),
    ...(difference === undefined ? [] : [`  ${differenceSentence(published, difference.difference)}`]),
    say.selfPage(page),
    say.selfPackage(program),
    say.selfCompare,
  ])
  return holds ? 0 : 1
}

function firstOther(files: ReadonlyMap<string, Uint8Array>): Differs | undefined {
  const read = readHeldSums(files)
  return read.kind === 'differs' ? read : undefined
}

import { existsSync } from 'node:fs'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Algorithm } from '../../core/signing/algorithm.ts'
import { newSecretKey } from '../../core/signing/key.ts'
import { signingKeyId } from '../../core/signing/key-id.ts'
import { publicKeyPem, secretKeyPem } from '../../core/signing/pem.ts'
import { takeBack, writeNewFile } from '../../files/folder.ts'
import { writeKeyFile } from '../../files/key-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<FileReasons>()

/** key new — a key in a file of its own, and its public half beside it. No database is needed. */
export async function newSigningKey(
  desk: Desk,
  file: string,
  { algorithm = 'sm2' }: { readonly algorithm?: Algorithm },
): Promise<number> {
  const beside = `${file}.pub`
  if (existsSync(desk.path(beside).full)) throw refuse('file-exists', { path: beside })
  const key = newSecretKey(algorithm, bytes => new Uint8Array(desk.world.randomBytes(bytes)))
  writeKeyFile(desk.path(file), secretKeyPem(key))
  try {
    writeNewFile(desk.path(beside), publicKeyPem(key.publicKey), 'umask')
  } catch (error) {
    takeBack(desk.path(file))
    throw error
  }
  const id = signingKeyId(key.publicKey)
  desk.result({ id, algorithm, files: [file, beside] }, () => [
    desk.say.signing.made(id, algorithm, file, beside),
  ])
  return 0
}

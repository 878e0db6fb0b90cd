import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyCertificate } from '../../../../src/core/publication/certificate/verify-certificate.ts'
import { vector, vectorOfSecond } from '../../draw/folders.ts'

/** Pages as the program printed them whose certificates were of the first and the second version. */
const PAGES = join(import.meta.dirname, '../../../../fixtures/certificates')
const FOLDERS = { '1': vector('small'), '2': vectorOfSecond('small') } as const

it.each(readdirSync(PAGES))('%s holds for ever as it was printed, to the byte', async name => {
  const folder = FOLDERS[name[0] as keyof typeof FOLDERS]
  const page = new Uint8Array(readFileSync(join(PAGES, name)))
  const checked = await verifyCertificate(name, page, folder)
  expect(checked).toMatchObject({ kind: 'holds', certificate: { spec: `ssj-certificate/${name[0]}` } })
})

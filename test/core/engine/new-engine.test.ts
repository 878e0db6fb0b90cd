import { expect, test } from 'vitest'
import { SCHEMES } from '../../../src/core/engine/engine.ts'
import { newEngine } from '../../../src/core/engine/new-engine.ts'
import { UserError } from '../../../src/core/refusal.ts'

const SECRET = 'Geheim9'
const schemes = Object.keys(SCHEMES).filter(scheme => scheme !== 'duckdb:')
const said = (url: string, password?: string) =>
  newEngine({ name: 'e', url, registry: 'r', columns: ['对象编号=code'], password })

/** What is kept of an engine stands in the database and the ledger for ever: no way of writing a secret into a URL gets there, or into a sentence. */
test.each(
  schemes.flatMap(scheme =>
    [
      `user:${SECRET}@host/db`,
      `:${SECRET}@host/db`,
      `user:a@${SECRET}@host/db`,
      `user%3A${SECRET}@host/db`,
      `user@host/db?password=${SECRET}`,
      `user@host/db?tls=on&PassWd=${SECRET}`,
      `user@host/db?p%61ssword=${SECRET}`,
      `user@host/db?access_token=${SECRET}`,
      `user@host/db?auth=${SECRET}`,
      `one:8123,user:${SECRET}@two/db`,
    ].map(rest => `${scheme}//${rest}`),
  ),
)('%s is refused, and its secret said nowhere', url => {
  const refused = () => said(url)
  expect(refused).toThrow(UserError)
  try {
    refused()
  } catch (error) {
    const { reason } = error as UserError
    expect(reason).toMatchObject({ code: 'engine-url' })
    expect(JSON.stringify(reason)).not.toContain(SECRET)
  }
})

test.each([...schemes.map(scheme => `${scheme}//user@host:1/db?tls=on`), 'duckdb:r.duckdb', 'sql:spark'])(
  '%s keeps where a password is, and no password',
  url => {
    expect(said(url, 'env:PW')).toMatchObject({ url, password: 'env:PW' })
    expect(said(url, 'file:pw')).toMatchObject({ password: 'file:pw' })
    expect(() => said(url, SECRET)).toThrow(UserError)
  },
)

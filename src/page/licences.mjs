import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of the packages whose files are among `inputs`: they ask to go wherever their code goes. */
export function licencesOf(inputs) {
  // What the bundler writes in place of a module of Node is no file.
  const files = inputs.filter(path => !path.startsWith('\0'))
  const folders = new Set(
    files.flatMap(path => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  return [...folders]
    .map(folder => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return `${name} ${version} (${license})\n\n${licenceIn(folder)}`
    })
    .sort()
    .join('\n\n* * *\n\n')
}

/** The text of a licence: a file of its own, or the last part of a README under that heading. */
function licenceIn(folder) {
  const named = pattern => readdirSync(folder).find(file => pattern.test(file))
  const own = named(/^licen[cs]e/i)
  const text =
    own === undefined
      ? /^#* *LICENSE\b.*\n-*\n([\s\S]*)$/m.exec(readFileSync(join(folder, named(/^readme/i)), 'utf8'))?.[1]
      : readFileSync(join(folder, own), 'utf8')
  if (text === undefined) throw new Error(`${folder} states no licence text to go into the page`)
  return text.trim()
}

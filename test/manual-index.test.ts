import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jobsZh } from '../src/terminal/sentences/desk/jobs-zh.ts'

/** What a clerk looks for in the manual is found: every job of the desk by its name, every question by the place it points to. */
const MANUAL = join(import.meta.dirname, '../docs/手册')
const PAGES = readdirSync(MANUAL).filter(name => name.endsWith('.md'))
const read = (page: string) => readFileSync(join(MANUAL, page), 'utf8')

/** What a page says itself: what a screen shows in passing explains nothing. */
const prose = (page: string) => read(page).replaceAll(/^```[\s\S]*?^```$/gm, '')

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

describe('docs/手册', () => {
  const said = PAGES.filter(page => page !== '命令.md' && page !== '目录.md')
    .map(prose)
    .join('\n')

  test.each(Object.values(jobsZh))('a page says what “%s” is for', name => {
    expect(said).toContain(name.replace(/（.*）$/, ''))
  })

  test.each(PAGES)('%s: a link to a heading finds it', page => {
    for (const [, path = '', anchor] of read(page).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)) {
      const headings = [...read(path || page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
        anchorOf(heading!),
      )
      expect(headings, `${path}#${anchor}`).toContain(anchor)
    }
  })
})

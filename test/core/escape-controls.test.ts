import { describe, expect, test } from 'vitest'
import { escapeControls, withoutDirections } from '../../src/core/escape-controls.ts'
import { clean } from '../../src/core/registry/cells/clean.ts'
import { peopleCsv } from '../../src/files/writing/people-csv.ts'

describe('what nobody sees', () => {
  test.each([
    ['\u001b', '\\u001b'],
    ['\u061c', '\\u061c'],
    ['\u202e', '\\u202e'],
    ['\u{e0041}', '\\udb40\\udc41'],
  ])('%j is shown as an escape, and means itself in JSON', (character, shown) => {
    expect(escapeControls(`甲${character}店`)).toBe(`甲${shown}店`)
    const json = withoutDirections(JSON.stringify(`甲${character}店`))
    expect([json.includes(character), JSON.parse(json)]).toEqual([false, `甲${character}店`])
  })

  test.each(['\u061c', '\u{e0041}', '\u200b'])('%j is taken out at import', character => {
    expect(clean(`甲${character}店`)).toEqual({ text: '甲店', note: 'invisible' })
  })
})

test.each(['=1+1', '+1', '-1', '@A1', '＝1+1', '＋1', '－1', '＠A1'])(
  '%s does not run in a file for people',
  cell => {
    expect(peopleCsv(['名称'], [[cell]])).toContain(`'${cell}`)
  },
)

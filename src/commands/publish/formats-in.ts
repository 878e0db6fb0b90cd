import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { FORMATS, type Format } from '../../files/writing/documents.ts'

const refuse = refusal<OptionReasons>()

/** The formats of `--format`, each once. */
export function formatsIn(text = 'csv,html'): Format[] {
  const names = text.split(/[,，、;；\s]+/).filter(name => name !== '')
  const strange = names.find(name => !(FORMATS as readonly string[]).includes(name))
  if (strange !== undefined || names.length === 0)
    throw refuse('invalid-option', {
      option: '--format',
      value: strange ?? text,
      expected: FORMATS.join(', '),
    })
  return FORMATS.filter(format => names.includes(format))
}

import type { Table } from './table.ts'

/**
 * Triggers by which a table refuses to be changed or shortened. SQLite keeps their text, blanks and all, so that a long
 * line which an earlier release broke stays broken.
 */
export function onlyGrows({ name }: Table, gap: ' ' | '\n    ' = ' '): string {
  const refuse = `begin select raise(abort, 'the ledger only grows'); end;`
  return `
    create trigger ${name}_no_update before update on ${name}${gap}${refuse}
    create trigger ${name}_no_delete before delete on ${name}${gap}${refuse}`
}

/** Triggers by which a table refuses to lose a version, or to touch one that has ended. */
export function keepsHistory({ name }: Table): string {
  const refuse = `begin select raise(abort, 'history is kept'); end;`
  return `
    create trigger ${name}_kept before delete on ${name} ${refuse}
    create trigger ${name}_past_kept before update on ${name} when old.until is not null\n    ${refuse}`
}

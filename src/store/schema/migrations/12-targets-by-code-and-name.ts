/**
 * A firm is found under its own code, and one of the same name at the same address, as it is under its old number
 * (`twinsIn`): without reading all the registry for a file of one row.
 */
export const TARGETS_BY_CODE_AND_NAME = `
  create index target_code on target(code) where until is null and code <> '' and id <> code;
  create index target_name on target(name, address) where until is null;
`

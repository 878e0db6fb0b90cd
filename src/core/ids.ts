import type { Branded, Flavoured } from './brand.ts'

/** A target of the registry, by the one id it is kept under. */
export type TargetId = Flavoured<'target'>

/** An inspector or an expert, by the code in the registry. */
export type InspectorId = Flavoured<'inspector'>

/** A department, by its code. */
export type DepartmentCode = Flavoured<'department'>

/** A draw, `YYYY-NNNN`: minted by the store, which numbers them. */
export type DrawNumber = Branded<string, 'draw'>

/** An entry of the ledger: minted by the store, which counts them. */
export type EntryNumber = Branded<number, 'entry'>

/** A SHA-256 as the law writes it, 64 lowercase digits: minted by the hash functions, or by whoever has read one. */
export type Digest = Branded<string, 'digest'>

declare const brand: unique symbol

/** A value that is minted in one place alone: nothing else passes for it without a cast. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }

/**
 * A text that stands for one kind of thing: any text may be taken for one, as it comes out of a row or a file, but one
 * kind never passes for another.
 */
export type Flavoured<Name extends string> = string & { readonly [brand]?: Name }

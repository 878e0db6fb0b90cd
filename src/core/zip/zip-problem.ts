/** Why a zip is not read: what it is, and which file or how much (`name`). */
export interface ZipProblem {
  readonly kind:
    | 'damaged'
    | 'absolute'
    | 'climbs'
    | 'strange-name'
    | 'link'
    | 'encrypted'
    | 'method'
    | 'double'
    | 'too-large'
    | 'too-many'
  readonly name: string
}

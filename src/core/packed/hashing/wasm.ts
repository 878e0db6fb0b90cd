/** As much of WebAssembly as this needs; the types of Node know none. */
export interface Wasm {
  readonly validate: (bytes: Uint8Array) => boolean
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** The memory of a module. */
export interface WasmMemory {
  /** Another one after each `grow`. */
  readonly buffer: ArrayBuffer
  /** Makes it larger by so many pages of 64 KB. */
  readonly grow: (pages: number) => number
}

const { WebAssembly: WASM } = globalThis as unknown as { readonly WebAssembly?: Wasm }

/** What a module exports; null where the machine has no WebAssembly, or not all that it needs. */
export function exportsOf(bytes: () => Uint8Array): unknown {
  if (WASM === undefined) return null
  const module = bytes()
  return WASM.validate(module) ? new WASM.Instance(new WASM.Module(module)).exports : null
}

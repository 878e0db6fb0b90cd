import { zipBytes } from '../core/zip/zip-bytes.ts'
import { type ZipLimits, zippedFiles } from '../core/zip/zipped-files.ts'

/** A file of a folder that came in, its path inside the folder and its bytes. */
export type FileIn = readonly [path: string, bytes: Uint8Array]

/** The files of a zip, unpacked by the browser itself; null where it is damaged, refused, or promises more than `most`. */
export async function unzipped(zip: Uint8Array, most: ZipLimits): Promise<readonly FileIn[] | null> {
  const zipped = zippedFiles(zipBytes(zip), most)
  if (zipped.kind === 'refused') return null
  const files: FileIn[] = []
  for (const file of zipped.files) {
    const packed = zip.subarray(file.packed.from, file.packed.to)
    const bytes = file.stored ? packed : await inflated(packed, file.bytes)
    if (bytes?.length !== file.bytes) return null
    files.push([file.name, bytes])
  }
  return files
}

/** Never more than the directory promises; null where the bytes are damaged. */
async function inflated(packed: Uint8Array, bytes: number): Promise<Uint8Array | null> {
  try {
    const whole = new Uint8Array(bytes)
    const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const reader = stream.getReader()
    for (let length = 0; ; ) {
      const { done, value } = await reader.read()
      if (done) return whole.subarray(0, length)
      if (length + value.length > bytes) return null
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return null
  }
}

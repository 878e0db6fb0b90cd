import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import { bytesOf, type Content, type OpenFolder, piecesOf } from '../core/draw/folder/content.ts'
import { inParts, type Pieces } from '../core/pieces.ts'
import { writeAll } from './aside/write-all.ts'
import { LARGE, type Watch } from './large-file.ts'
import { type Described, endOf, listedEntry, localHeader, packed } from './zip.ts'

/**
 * Writes a zip whose bytes follow from its files alone (`zip.ts`) to a new file that is open. Large files are packed as they
 * pass, whether they are held or not: what stands before one is written once it is known. `watch` is told what went in.
 */
export function writeZip(descriptor: number, files: OpenFolder, watch: Watch = () => {}): void {
  const names = [...files.keys()].map(name => Buffer.from(name)).sort(Buffer.compare)
  const directory: Buffer[] = []
  let place = 0
  for (const name of names) {
    const content = files.get(name.toString())!
    const file =
      content.length < LARGE
        ? writeSmall(descriptor, place, name, bytesOf(content))
        : writeLarge(descriptor, place, name, watched(content, watch))
    if (content.length < LARGE) watch(content.length)
    directory.push(listedEntry(file, place))
    place += localHeader(file).length + file.content.length
  }
  const listed = Buffer.concat(directory)
  writeAll(descriptor, Buffer.concat([listed, endOf(names.length, listed.length, place)]), place)
}

function* watched(content: Content, watch: Watch): Generator<Uint8Array> {
  for (const piece of piecesOf(content)) {
    yield piece
    watch(piece.length)
  }
}

function writeSmall(descriptor: number, place: number, name: Buffer, content: Uint8Array): Described {
  const file = packed(name.toString(), content)
  const header = localHeader(file)
  writeAll(descriptor, header, place)
  writeAll(descriptor, file.content, place + header.length)
  return file
}

function writeLarge(descriptor: number, place: number, name: Buffer, pieces: Pieces): Described {
  const start = place + localHeader({ name, size: 0, crc: 0, content: [] }).length
  let length = 0
  let size = 0
  let crc = 0
  const deflate = new Deflate({ level: 6 }, piece => {
    writeAll(descriptor, piece, start + length)
    length += piece.length
  })
  // Always as many at a time: what they are packed to must not follow from how they came.
  for (const part of inParts(pieces, PART)) {
    crc = crc32(part, crc)
    size += part.length
    deflate.push(part)
  }
  deflate.push(new Uint8Array(0), true)
  const file = { name, size, crc, content: { length } }
  writeAll(descriptor, localHeader(file), place)
  return file
}

const PART = 1 << 20

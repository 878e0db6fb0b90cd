import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import { type Content, isHeld, type LargeFile, type OpenFolder } from '../core/draw/folder/content.ts'
import { inParts } from '../core/pieces.ts'
import { writeAll } from './write-all.ts'
import { type Described, endOf, listedEntry, localHeader, packed } from './zip.ts'

/**
 * Writes a zip whose bytes follow from its files alone (`zip.ts`) to a new file that is open. Large files are packed as they
 * pass: what stands before one is written once it is known.
 */
export function writeZip(descriptor: number, files: OpenFolder): void {
  const names = [...files.keys()].map(name => Buffer.from(name)).sort(Buffer.compare)
  const directory: Buffer[] = []
  let place = 0
  for (const name of names) {
    const file = writeOne(descriptor, place, name, files.get(name.toString())!)
    directory.push(listedEntry(file, place))
    place += localHeader(file).length + file.content.length
  }
  const listed = Buffer.concat(directory)
  writeAll(descriptor, Buffer.concat([listed, endOf(names.length, listed.length, place)]), place)
}

function writeOne(descriptor: number, place: number, name: Buffer, content: Content): Described {
  if (!isHeld(content)) return writeLarge(descriptor, place, name, content)
  const file = packed(name.toString(), content)
  const header = localHeader(file)
  writeAll(descriptor, header, place)
  writeAll(descriptor, file.content, place + header.length)
  return file
}

function writeLarge(descriptor: number, place: number, name: Buffer, { pieces }: LargeFile): Described {
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

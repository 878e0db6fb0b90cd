import { type SaxesOptions, SaxesParser } from 'saxes'
import { damaged } from './fault.ts'
import { beyond, LIMITS } from './limits.ts'
import type { Package } from './package-parts.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a part's XML is told to, tag by tag, by local names: which prefix stands before them says nothing. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  /** Text between tags, CDATA too. */
  readonly text?: (text: string) => void
}

export interface XmlReader {
  readonly write: (text: string) => void
  readonly end: () => void
}

/** Reads XML as it comes, in memory bounded by one tag or text. What is not well-formed throws. */
export function xmlReader(parts: Package, path: string, { open, close, text }: XmlListener): XmlReader {
  const parser = new SaxesParser<SaxesOptions>({ position: false })
  let [depth, since] = [0, 0]
  const step = () => {
    parts.count(1)
    since = 0
  }
  parser.on('error', () => {
    throw damaged(path)
  })
  parser.on('opentagstart', () => {
    if (++depth > LIMITS.depth) throw beyond('depth', path)
  })
  parser.on('opentag', ({ name, attributes }) => {
    step()
    open(localName(name), attributes as Attributes)
  })
  parser.on('closetag', ({ name }) => {
    step()
    depth--
    close?.(localName(name))
  })
  if (text !== undefined) {
    const tell = (piece: string) => {
      step()
      text(piece)
    }
    parser.on('text', tell)
    parser.on('cdata', tell)
  }
  return {
    write(chunk) {
      since += chunk.length
      parser.write(chunk)
      if (since > LIMITS.piece) throw beyond('piece', path)
    },
    end: () => parser.close(),
  }
}

/** Reads a whole part. */
export async function readXml(parts: Package, path: string, listener: XmlListener): Promise<void> {
  const reader = xmlReader(parts, path, listener)
  for await (const chunk of parts.read(path)) reader.write(chunk)
  reader.end()
}

/** xsd:boolean: writers use its words and its digits. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && TRUE.has(value.trim().toLowerCase())
}

const TRUE: ReadonlySet<string> = new Set(['1', 'true', 'on'])

/** An attribute by its local name. */
export function attributeNamed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find(key => localName(key) === name)
  return key === undefined ? undefined : attributes[key]
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

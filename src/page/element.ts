import { escapeControls } from '../core/escape-controls.ts'

type Child = Node | string | null
type Attributes = Readonly<Record<string, string>>

/** An element with these attributes and children. Text is only ever text: nothing here parses markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children)
}

/** The same in a picture. */
export function drawn(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  return filled(
    document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement,
    attributes,
    children,
  )
}

function filled<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter(child => child !== null))
  return made
}

/** Data: isolated from the direction of what is around it, what cannot be seen shown by its number. */
export function data(text: string, kind = ''): HTMLElement {
  return element('bdi', kind === '' ? {} : { class: kind }, escapeControls(text))
}

/** A button that does something; the keyboard comes with it. */
export function button(label: string, does: () => void, kind = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label)
  made.addEventListener('click', does)
  return made
}

/** Pairs of a label and a value. */
export function pairs(rows: readonly (readonly [label: string, value: Node | string])[]): HTMLElement {
  return element(
    'dl',
    {},
    ...rows.map(([label, value]) =>
      element(
        'div',
        {},
        element('dt', {}, label),
        element('dd', {}, typeof value === 'string' ? data(value) : value),
      ),
    ),
  )
}

/** A value that is a digest, in digits of one width. */
export function digits(text: string): HTMLElement {
  return data(text, 'digits')
}

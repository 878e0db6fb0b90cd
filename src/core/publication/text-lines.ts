import { lineEnd, lineWindow } from '../draw/folder/line-window.ts'
import type { Pieces } from '../pieces.ts'

/** The lines of any text, as it passes, each without its line end; what is not UTF-8 comes out as U+FFFD. */
export function* textLines(file: Pieces): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const window = lineWindow(file)
  try {
    for (;;) {
      let to = lineEnd(window, window.at)
      while (to < 0 && window.more()) to = lineEnd(window, window.at)
      if (to < 0) {
        if (window.at < window.end) yield decoder.decode(window.bytes.subarray(window.at, window.end))
        return
      }
      yield decoder.decode(window.bytes.subarray(window.at, to))
      window.at = to + 1
    }
  } finally {
    window.close()
  }
}

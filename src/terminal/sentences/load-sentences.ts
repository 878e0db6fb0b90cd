import type { Sentences } from './sentences.ts'

export type Language = 'zh' | 'en'

/** The sentences of one language; those of the other are not loaded. */
export async function loadSentences(language: Language): Promise<Sentences> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh
}

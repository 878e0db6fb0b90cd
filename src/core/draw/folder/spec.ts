/** The version of the law that draws are frozen under: the first word of every digest (draw.md, section 3). */
export const SPEC = 'ssj-draw/1'

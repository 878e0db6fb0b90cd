/** The shells that a completion can be had for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

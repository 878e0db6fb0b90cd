import type { VerifySentences } from '../topics/verify.ts'

export const verifyEn: VerifySentences = {
  words: {
    agrees: path => `agrees: ${path}`,
    differs: path => `differs: ${path}`,
    committed: {
      announced: path => `committed, not yet drawn: ${path}`,
      sealed: path => `committed and drawn, under seal: ${path}`,
    },
    committedSizes: (targets, take, reserve) =>
      `  ${targets} targets in the frame, ${take} to be drawn, ${reserve} reserves`,
    committedSources: sources => `  seed sources: ${sources}`,
    selectKey: key => `  select key ${key} (the ticket of a target = printf '%s%s' KEY ID | sha256sum)`,
    verifiedSizes: (targets, drawn, reserves) =>
      `  ${targets} targets in the frame, ${drawn} drawn, ${reserves} reserves`,
    verifiedParts: parts => `  verified: ${parts}`,
    notShown: parts => `  not shown, not verified: ${parts}`,
    asAnnounced: path => `  byte for byte as announced in ${path}`,
  },
  help: {
    verify: 'check an exported folder; needs no database',
    certificate: 'check a certificate',
    commitment:
      'commitment.json, or the folder or zip that holds it: of a certificate’s draw, or as announced (compared byte for byte)',
  },
}

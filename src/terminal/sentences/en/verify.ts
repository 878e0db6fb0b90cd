import type { VerifySentences } from '../topics/verify.ts'
import { counted } from './phrases.ts'

export const verifyEn: VerifySentences = {
  words: {
    agrees: path => `agrees: ${path}`,
    differs: path => `differs: ${path}`,
    failed: path => `failed: ${path}`,
    committed: {
      announced: path => `committed, not yet drawn: ${path}`,
      sealed: path => `committed and drawn, under seal: ${path}`,
    },
    committedSizes: (targets, take, reserve) =>
      `  ${counted(targets, 'target')} in the frame, ${take} to be drawn, ${counted(reserve, 'reserve')}`,
    committedSources: sources => `  seed sources: ${sources}`,
    selectKey: key =>
      `  select key ${key} (the ticket of a target = printf '%s%s' KEY ID | sha256sum; on Windows as 核对说明.txt says)`,
    verifiedSizes: (targets, drawn, reserves) =>
      `  ${counted(targets, 'target')} in the frame, ${drawn} drawn, ${counted(reserves, 'reserve')}`,
    verifiedParts: parts => `  verified: ${parts}`,
    notShown: parts => `  not published, not verified: ${parts}`,
    selfAgrees: (version, files) => `agrees: ssj ${version}, ${counted(files, 'file')} as built`,
    selfDiffers: version => `differs: ssj ${version} is not as it was built`,
    selfPage: digest => `  page ${digest} (dist/page/verify.html)`,
    selfPackage: digest => `  package ${digest} (dist/SHA256SUMS)`,
    selfCompare: '  compare both with the release notes; the program itself cannot be its own witness',
    checking: 'checking',
    asAnnounced: path => `  identical, byte for byte, to what was announced in ${path}`,
  },
  help: {
    verify: 'check an exported folder; no database needed',
    certificate: 'check a certificate',
    list: 'the list that another level drew (the folder or zip of its draw, or the file that was taken): was it taken as it is',
    results: 'folder of published results (written by publish results), to check those of a certificate',
    self: 'check the files of this program, and show the digests of its page and package',
    commitment:
      'commitment.json, or a folder or zip that contains it: that of a certificate’s draw, or the one announced (compared byte for byte)',
  },
}

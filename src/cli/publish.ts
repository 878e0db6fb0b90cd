import type { Surface } from './command.ts'
import { oneOf } from './option.ts'

/** What leaves the office, and how a stranger checks it. */
export function publishCommands({ program, help, does }: Surface): void {
  program
    .command('export <draw>')
    .description(help.export)
    .requiredOption('--to <folder>', help.exportTo)
    .option('--zip', help.public.zip)
    .option('--profile <name>', help.profile, oneOf('--profile', 'public', 'archive'))
    .option('--format <names>', help.public.format)
    .option('--encoding <name>', help.public.encodingOut)
    .option('--layout <name>', help.public.layout)
    .option('--officers <how>', help.public.officers, oneOf('--officers', 'none', 'unit', 'masked', 'full'))
    .action(does(async () => (await import('../commands/publish/export.ts')).exportDraw))
  program
    .command('publish <list>')
    .description(help.public.publish)
    .requiredOption('--to <file>', help.public.publishTo)
    .option('--layout <name>', help.public.publishLayout)
    .option('--encoding <name>', help.public.encodingOut)
    .option('--year <year>', help.public.year)
    .action(does(async () => (await import('../commands/publish/publish.ts')).publish))
  program
    .command('certify <draw> <target>')
    .description(help.certificate.certify)
    .option('--to <file>', help.certificate.to)
    .action(does(async () => (await import('../commands/publish/certify.ts')).certify))
  program
    .command('verify [folder]')
    .description(help.verify)
    .option('--certificate <file>', help.certificate.certificate)
    .option('--commitment <file>', help.certificate.commitment)
    .action(does(async () => (await import('../commands/publish/verify-certificate.ts')).verifyAny))
}

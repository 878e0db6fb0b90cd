import type { Surface } from './command.ts'
import { collect, oneOf } from './option.ts'

/** What leaves the office, and how a stranger checks it. */
export function publishCommands({ program, help, does }: Surface): void {
  program
    .command('export <draw>')
    .description(help.publish.export)
    .requiredOption('--to <folder>', help.publish.exportTo)
    .option('--zip', help.publish.zip)
    .option('--profile <name>', help.publish.profile, oneOf('--profile', 'public', 'archive'))
    .option('--format <names>', help.publish.format)
    .option('--encoding <name>', help.common.encodingOut)
    .option('--layout <name>', help.publish.layout)
    .option('--officers <how>', help.publish.officers, oneOf('--officers', 'none', 'unit', 'masked', 'full'))
    .option('--sign <file>', help.signing.exportSign, collect)
    .action(does(async () => (await import('../../commands/publish/export.ts')).exportDraw))
  program
    .command('publish <list>')
    .description(help.publish.publish)
    .requiredOption('--to <file>', help.publish.publishTo)
    .option('--layout <name>', help.publish.publishLayout)
    .option('--encoding <name>', help.common.encodingOut)
    .option('--year <year>', help.publish.year)
    .option('--draw <number>', help.publish.draw)
    .option('--department <name>', help.publish.department)
    .option('--since <day>', help.publish.since)
    .option('--until <day>', help.publish.until)
    .option('--sign <file>', help.signing.exportSign, collect)
    .action(does(async () => (await import('../../commands/publish/publish.ts')).publish))
  program
    .command('certify <draw> [target]')
    .description(help.certificate.certify)
    .option('--to <file>', help.certificate.to)
    .option('--year <year>', help.certificate.year)
    .option(
      '--officers <how>',
      help.certificate.officers,
      oneOf('--officers', 'none', 'unit', 'masked', 'full'),
    )
    .option('--sign <file>', help.signing.exportSign, collect)
    .action(does(async () => (await import('../../commands/publish/certify-year.ts')).certifyAny))
  program
    .command('verify [folder]')
    .description(help.verify.verify)
    .option('--certificate <file>', help.verify.certificate)
    .option('--commitment <file>', help.verify.commitment)
    .option('--results <folder>', help.verify.results)
    .option('--self', help.verify.self)
    .option('--policy <file>', help.ledger.policy)
    .option('--authority <file>', help.ledger.authority)
    .option('--against <file>', help.ledger.agreement, collect)
    .option('--list <file>', help.verify.list)
    .option('--signer <file>', help.signing.signer, collect)
    .option('--least <count>', help.signing.least)
    .option('--signatures <folder>', help.signing.signatures)
    .action(does(async () => (await import('../../commands/publish/verify-certificate.ts')).verifyAny))
}

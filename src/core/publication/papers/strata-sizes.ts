import type { Stratum } from '../../draw/folder/rows.ts'
import type { Block, Fact } from '../document.ts'
import { stratumNamed } from '../stratum-name.ts'

/** The strata as paper shows them: a table. */
export function strataTable(strata: readonly Stratum[]): Block {
  return {
    kind: 'table',
    headings: ['层', '抽样框户数', '抽取户数', '替补户数'],
    rows: strata.map(({ stratum, size, take, reserve }) => [
      stratumNamed(stratum),
      `${size}`,
      `${take}`,
      `${reserve}`,
    ]),
  }
}

/** The same as a spreadsheet of labels and values holds them. */
export function strataFacts(strata: readonly Stratum[]): Fact[] {
  return strata.map(stratum => ({
    label: `层 ${stratumNamed(stratum.stratum)}`,
    value: stratumSizes(stratum),
  }))
}

/** One stratum in words. */
export function stratumSizes({ size, take, reserve }: Stratum): string {
  return `${size} 户中抽取 ${take} 户，替补 ${reserve} 户`
}

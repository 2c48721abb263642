import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const AXE = fs.readFileSync(path.join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
const WCAG_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe-core, as far as it is used here. */
interface Axe {
  run(options: { runOnly: string[] }): Promise<{
    violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }>
  }>
}

/** What axe-core finds against WCAG 2.2, A and AA, a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async (runOnly) => {
    const axe: Axe = Reflect.get(window, 'axe')
    const { violations } = await axe.run({ runOnly })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
  }, WCAG_A_AND_AA)
}

import { spawnSync } from 'node:child_process'
import path from 'node:path'

const CONFIG = path.join(__dirname, '../../lint/skyline.json')

const STYLELINT = path.join(__dirname, '../../../node_modules/stylelint/bin/stylelint.mjs')

/** The rules that a style sheet breaks. */
function brokenBy(sheet: string): string[] {
  const args = [STYLELINT, '--config', CONFIG, '--formatter', 'json']
  const { stderr } = spawnSync(process.execPath, args, { input: sheet, encoding: 'utf8' })
  const [{ warnings }] = JSON.parse(stderr)
  return warnings.map(({ rule }: { rule: string }) => rule)
}

test('a style sheet that Skyline understands has no fault', () => {
  const sheet = `.a::before { display: flex; box-shadow: 1px 0, 2px 0 red; background: radial-gradient(circle 3px at 1px 1px, red 10%, blue) }`
  expect(brokenBy(sheet)).toEqual([])
})

test('what Skyline does not have is found', () => {
  const sheet = `
    view { display: grid }
    .a { background-image: linear-gradient(red, blue), linear-gradient(red, blue), url(a.png); background-size: 1px, 2px }
    .b[c] { position: sticky; overflow-x: hidden }
    .d:empty { background: radial-gradient(ellipse, red, blue) }`
  expect(brokenBy(sheet).sort()).toEqual(
    [
      'selector-max-type',
      'declaration-property-value-allowed-list',
      'declaration-property-value-disallowed-list',
      'declaration-property-value-disallowed-list',
      'selector-max-attribute',
      'declaration-property-value-disallowed-list',
      'property-disallowed-list',
      'selector-pseudo-class-disallowed-list',
      'declaration-property-value-disallowed-list',
    ].sort(),
  )
})

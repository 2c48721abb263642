import fs from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import type { Root, Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { domTag, PAGE_TAG } from '../runtime/tags'
import type { ComponentFiles, ProgramFiles } from './program-files'
import { rpxToVw } from './rpx'
import { styleScope } from './style-scope'

/** Whose styles a .wxss holds: the app's, one page's, or one component's by its scope. */
type Owner = { kind: 'app' } | { kind: 'page'; path: string } | { kind: 'component'; scope: string }

/** All .wxss of a mini-program as one style sheet: the app's, then the components', then the pages'. */
export function compileStyles({ root, files, components }: ProgramFiles): string {
  const isPage = ({ isPage }: ComponentFiles) => isPage
  const inOrder = [...components.filter((component) => !isPage(component)), ...components.filter(isPage)]
  const sheets: { file: string; owner: Owner }[] = [
    { file: 'app.wxss', owner: { kind: 'app' } },
    ...inOrder.map((component) => ({ file: component.path + '.wxss', owner: ownerOf(component) })),
  ]
  return sheets
    .filter(({ file }) => files.includes(file))
    .map(({ file, owner }) => compileWxss(readWithImports(root, path.join(root, file)), owner))
    .join('\n')
}

function ownerOf(component: ComponentFiles): Owner {
  return component.isPage
    ? { kind: 'page', path: component.path }
    : { kind: 'component', scope: styleScope(component.path, component.config) }
}

function readWithImports(root: string, file: string): Root {
  const sheet = postcss.parse(fs.readFileSync(file, 'utf8'), { from: file })
  sheet.walkAtRules('import', (rule) => {
    const target = rule.params.replace(/^["']|["']$/g, '')
    const imported = target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(file), target)
    rule.replaceWith(readWithImports(root, imported).nodes)
  })
  return sheet
}

/** One .wxss as CSS that touches nothing but its owner. */
function compileWxss(sheet: Root, owner: Owner): string {
  sheet.walkDecls((declaration) => {
    declaration.value = rpxToVw(declaration.value)
    // A page begins below WeChat's bar, and so does what is fixed to it.
    if (declaration.prop === 'position' && declaration.value === 'fixed') {
      declaration.cloneAfter({ prop: 'margin-top', value: 'var(--bar-height, 0)' })
    }
  })
  sheet.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = compileSelector(rule.selector, owner)
  })
  return sheet.toString()
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes')
}

function compileSelector(selector: string, owner: Owner): string {
  return selectorParser((list) => {
    list.walkTags((tag) => {
      tag.value = tag.value === 'page' ? PAGE_TAG : domTag(tag.value)
    })
    if (owner.kind === 'component') scopeToComponent(list, owner.scope)
    if (owner.kind === 'page') scopeToPage(list, owner.path)
  }).processSync(selector)
}

/** As glass-easel writes them: a class is `scope--class`, the component's own tag has `wx-host="scope"`. */
function scopeToComponent(list: selectorParser.Root, scope: string): void {
  list.walkClasses((name) => {
    if (scope) name.value = `${scope}--${name.value}`
  })
  list.walkPseudos((pseudo) => {
    if (pseudo.value === ':host') pseudo.replaceWith(selectorParser.tag({ value: `[wx-host="${scope}"]` }))
  })
}

/** Pages share one document here, so each page's rules are kept inside it; `:where` adds no specificity. */
function scopeToPage(list: selectorParser.Root, page: string): void {
  const inside = `:where([data-page="${page}"])`
  list.each((selector) => {
    const pageTag = selector.nodes.find((node) => node.type === 'tag' && node.value === PAGE_TAG)
    if (pageTag) pageTag.replaceWith(selectorParser.tag({ value: PAGE_TAG + inside }))
    else selector.prepend(selectorParser.tag({ value: `${inside} ` }))
  })
}

import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { CodeSpace, ComponentEnv, glassEasel, Root, types } from 'glass-easel-miniprogram-adapter'
import { asBackendElement, createBackend } from './backend'
import { defineBuiltins } from './builtins'

/** app.json, as far as the preview looks at it. */
export interface AppConfig {
  pages: string[]
  usingComponents?: Record<string, string>
  window?: { navigationBarTitleText?: string }
}

/** A component's or page's .json, as far as the preview looks at it. */
export interface ComponentConfig extends types.ComponentStaticConfig {
  navigationBarTitleText?: string
}

/** The templates of a program, by path without extension. */
export type Templates = Record<string, glassEasel.template.ComponentTemplate['content']>

/** A compiled mini-program, or (without `app`) a compiled library of components. */
export interface Program {
  app: AppConfig | undefined
  templates: Templates
  components: { path: string; config: ComponentConfig; styleScope: string }[]
}

/** Runs the script at a path without extension (`app`, `pages/idcard/idcard`), as `require` does. */
export type LoadScript = (path: string) => void

/** Makes an instance of a page or component, not yet in the document: `attach` it. */
export type CreateRoot = (path: string, tag: string) => Root

/** glass-easel, WeChat's own component framework, over this document. Once a document: it listens to all of its taps. */
export function createEnvironment() {
  const environment = new MiniProgramEnv()
  return { environment, backend: environment.associateBackend(createBackend()) }
}

/** Registers the app and every component of a program on glass-easel. Works in a browser and in jsdom. */
export function register(
  program: Program,
  load: LoadScript,
  { environment, backend } = createEnvironment(),
): CreateRoot {
  const codeSpace = environment.createCodeSpace('', true)
  defineBuiltins(codeSpace.getComponentSpace())
  fireReady(codeSpace)

  for (const { path, config, styleScope } of program.components) {
    codeSpace.addComponentStaticConfig(path, config)
    codeSpace.addStyleSheet(path, undefined, styleScope)
    codeSpace.addCompiledTemplate(path, templateOf(program, path))
  }
  if (program.app) runScript(codeSpace, 'app', load)
  for (const { path } of program.components) runScript(codeSpace, path, load)

  return (path, tag) => backend.createRoot(tag, codeSpace, path)
}

/** Puts a root at the end of an element of the document; its `attached` and `ready` run. */
export function attach(root: Root, container: HTMLElement): void {
  const placeholder = container.appendChild(document.createElement('span'))
  root.attach(asBackendElement(container), asBackendElement(placeholder))
}

function templateOf({ templates }: Program, path: string): glassEasel.template.ComponentTemplate {
  const content = templates[path]
  if (!content) throw new Error(`no template for ${path}`)
  return { groupList: templates, content }
}

/** Scripts find `Component`, `Page` and `Behavior` as globals, which know the path of the script that runs. */
function runScript(codeSpace: CodeSpace, path: string, load: LoadScript): void {
  codeSpace.componentEnv(path, ({ Page, Component, Behavior }) => {
    Object.assign(globalThis, {
      Page,
      Component: (definition: ComponentDefinition) => Component(withoutBuiltinBehaviors(definition)),
      Behavior: (definition: BehaviorDefinition) => Behavior(withoutBuiltinBehaviors(definition)),
    })
    load(path)
  })
}

type ComponentDefinition = Parameters<ComponentEnv['Component']>[0]
type BehaviorDefinition = Parameters<ComponentEnv['Behavior']>[0]

/** WeChat's `wx://component-export` and the like are names; glass-easel knows their effect and not the names. */
function withoutBuiltinBehaviors<Definition extends { behaviors?: unknown[] }>(definition: Definition): Definition {
  return { ...definition, behaviors: definition.behaviors?.filter((behavior) => typeof behavior !== 'string') }
}

/** glass-easel leaves it to its host to say when a component is on the screen. */
function fireReady(codeSpace: CodeSpace): void {
  const behavior = codeSpace.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: { _$: glassEasel.GeneralComponent }) {
        requestAnimationFrame(() => this._$.triggerLifetime('ready', []))
      },
    },
  })
  codeSpace.setOverallBehavior(behavior)
}

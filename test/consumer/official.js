'use strict'
/**
 * WeChat's own packer and compiler on one project, in a process of its own: they leave children behind, so it ends with exit().
 * Prints one line of JSON. `node official.js <project>`
 */
const crypto = require('node:crypto')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const ci = require('miniprogram-ci')

/** Uploading wants a key from WeChat's console; compiling only reads a key file. */
function makeKey(folder) {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })
  const file = path.join(folder, 'made-up.key')
  fs.writeFileSync(file, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  return file
}

async function check(projectPath) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'miniprogram-ocr-official-'))
  try {
    const packed = await ci.packNpmManually({
      packageJsonPath: path.join(projectPath, 'package.json'),
      miniprogramNpmDistDir: path.join(projectPath, 'miniprogram'),
    })
    const project = new ci.Project({
      appid: 'wx1234567890abcdef',
      type: 'miniProgram',
      projectPath,
      privateKeyPath: makeKey(folder),
      ignores: ['node_modules/**/*'],
    })
    // What the project may do is asked of WeChat's servers; the package's own default stands in for their answer.
    project.attr = async () => ci.DefaultProjectAttr
    const compiled = path.join(folder, 'compiled.zip')
    const setting = { es6: true, minify: true, useCompilerPlugins: ['typescript'] }
    await ci.getCompiledResult({ project, version: '1.0.0', desc: 'check', setting, onProgressUpdate() {} }, compiled)
    const quality = await ci.checkCodeQuality(project, path.join(folder, 'quality.json'))
    return {
      packed: packed.miniProgramPackNum,
      warnings: packed.warnList,
      compiledBytes: fs.statSync(compiled).size,
      quality: quality.map(({ name, success, detail }) => ({ name, success, detail })),
    }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

check(path.resolve(process.argv[2])).then(
  (report) => end(0, report),
  (error) => end(1, { code: error.code, message: String(error.message) }),
)

function end(code, report) {
  process.stdout.write(`\n${JSON.stringify(report)}\n`, () => process.exit(code))
}

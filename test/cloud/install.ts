import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** WeChat's SDK for cloud functions is 44 MB, which the project's own install leaves out. Runs before these tests. */
export default function installTheSdk(): void {
  if (existsSync(path.join(__dirname, 'node_modules/wx-server-sdk'))) return
  console.log("Installing WeChat's SDK for cloud functions (44 MB): npm ci --prefix test/cloud")
  execFileSync('npm', ['ci', '--prefix', __dirname, '--no-audit', '--no-fund'], { stdio: 'inherit' })
}

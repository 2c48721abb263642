import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PROGRAM_PATH, requireProgram } from './debian'
import { freePort } from './port'

export interface Nginx {
  origin: string
  close(): Promise<void>
}

/** An nginx of its own before these servers, in a temporary folder, as server/README.md advises to set it up. */
export async function startNginx(origins: string[]): Promise<Nginx> {
  requireProgram('nginx')
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'ocr-nginx-'))
  const config = path.join(folder, 'nginx.conf')
  writeFileSync(config, configuration(folder, port, origins))
  const child = spawn('nginx', ['-p', folder, '-c', config, '-e', 'stderr'], { stdio: 'ignore', env: PROGRAM_PATH })
  const origin = `http://127.0.0.1:${port}`
  while (!(await isUp(`${origin}/healthz`))) await setTimeout(20)

  return {
    origin,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(folder: string, port: number, origins: string[]): string {
  const servers = origins.map((origin) => `server ${new URL(origin).host};`).join(' ')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  return `
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    error_log stderr crit;
    events {}
    http {
      access_log off;
      ${temporary.join('\n      ')}
      upstream ocr { ${servers} }
      server {
        listen 127.0.0.1:${port} backlog=1024;
        client_max_body_size 3m;
        client_body_buffer_size 3m;  # in memory: a photo is never written to disk
        location / {
          proxy_pass http://ocr;
          proxy_next_upstream error timeout;
        }
      }
    }`
}

function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

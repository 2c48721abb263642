import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAllDocuments } from 'yaml'
import { USAGE } from '../../../server/src/cli/usage'

const ROOT = path.join(__dirname, '../../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

interface Manifest {
  kind: string
  metadata: { name: string }
  spec: Record<string, unknown>
}

describe('the Kubernetes manifest', () => {
  const documents = parseAllDocuments(read('server/deploy/kubernetes.yaml'))
  const manifests = documents.map((document) => document.toJS() as Manifest)
  const find = (kind: string) => manifests.find((manifest) => manifest.kind === kind)?.spec

  it('is YAML with a deployment, a service, an autoscaler and a budget, all of one name', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
    expect(manifests.map(({ kind }) => kind)).toEqual([
      'Deployment',
      'Service',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
    ])
    expect(new Set(manifests.map(({ metadata }) => metadata.name)).size).toBe(1)
  })

  it('scales the deployment, and has selectors that select', () => {
    const labels = (find('Deployment')?.template as { metadata: { labels: object } }).metadata.labels
    expect(find('Deployment')?.selector).toEqual({ matchLabels: labels })
    expect(find('Service')?.selector).toEqual(labels)
    expect(find('HorizontalPodAutoscaler')?.scaleTargetRef).toMatchObject({ kind: 'Deployment', name: 'ocr' })
  })

  it('probes paths and ports that the server has', () => {
    const text = JSON.stringify(find('Deployment'))
    const probed = [...text.matchAll(/"httpGet":\{"path":"([^"]+)","port":(\d+)\}/g)].map(
      ([, url, port]) => `${url} ${port}`,
    )
    expect(new Set(probed)).toEqual(new Set(['/healthz 8080', '/readyz 8080']))
  })
})

it("微信云托管's configuration names files that there are and settings that the server knows", () => {
  const { dockerfilePath, containerPort, envParams } = JSON.parse(read('server/deploy/container.config.json'))
  expect(existsSync(path.join(ROOT, dockerfilePath))).toBe(true)
  expect(String(containerPort)).toBe(envParams.PORT)
  for (const name of Object.keys(envParams)) expect(USAGE).toContain(name)
})

describe('the Dockerfile', () => {
  const lines = read('server/Dockerfile').split('\n')

  it('copies nothing that is not there or kept out by its ignore file', () => {
    const allowed = read('server/Dockerfile.dockerignore')
    const copied = lines
      .filter((line) => line.startsWith('COPY') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1))
    for (const file of copied) {
      expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true])
      expect(allowed.split('\n')).toContain(`!${file}`)
    }
  })

  it('runs as somebody who is not root, and tells its health', () => {
    expect(lines).toContain('USER node')
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true)
  })
})

import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Engine } from '../engines/engine'
import type { Gate } from './gate'

/** Seconds: WeChat takes a third, this machine's CPU a few. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32]

export interface Metrics {
  answered(card: string, errcode: number, seconds: number): void
}

/** Prometheus metrics at `/metrics`: counts, times and the machine's use. No label ever holds what came with a request. */
export function createMetrics(app: FastifyInstance, engine: Engine, gate: Gate): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const names = ['card', 'errcode'] as const
  const requests = new Counter({ name: 'ocr_requests_total', help: 'Answers', labelNames: names, registers })
  const durations = new Histogram({
    name: 'ocr_request_duration_seconds',
    help: 'From the request line to the answer',
    labelNames: ['card'] as const,
    buckets: BUCKETS,
    registers,
  })
  gauge('ocr_active', 'Pictures being read or recognised', () => gate.active())
  gauge('ocr_waiting', 'Requests waiting outside', () => gate.waiting())
  const status = new Gauge({
    name: 'ocr_engine',
    help: 'What the engine tells of itself',
    labelNames: ['name'] as const,
    registers,
    async collect() {
      for (const [name, value] of Object.entries((await engine.status?.()) ?? {})) this.set({ name }, value)
    },
  })
  registry.registerMetric(status)

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })

  return {
    answered(card, errcode, seconds) {
      requests.inc({ card, errcode })
      durations.observe({ card }, seconds)
    },
  }

  function gauge(name: string, help: string, value: () => number) {
    return new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  }
}

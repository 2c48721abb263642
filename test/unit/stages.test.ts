import { Cancellation } from '../../src/cancellation'
import type { Stage } from '../../src/stages'
import { watchStages } from '../../src/stages'

let cancellation: Cancellation
let end: string | undefined
let told: Array<[Stage, number]>
let stages: ReturnType<typeof watchStages>

beforeEach(() => {
  jest.useFakeTimers()
  cancellation = new Cancellation()
  end = undefined
  cancellation.onCancel((reason) => (end = reason.message))
  told = []
  stages = watchStages(30_000, cancellation, (stage, percent) => told.push([stage, percent]))
})

afterEach(() => jest.useRealTimers())

it('gives a person all the time they want', () => {
  stages.reach('capture', 0)
  jest.advanceTimersByTime(3_600_000)
  expect(end).toBeUndefined()
})

it.each<[Stage, number]>([
  ['compress', 15_000],
  ['upload', 22_500],
  ['recognize', 22_500],
])('gives up on %s after its share of the time, %d ms', (stage, ms) => {
  stages.reach(stage, 0)
  jest.advanceTimersByTime(ms - 1)
  expect(end).toBeUndefined()
  jest.advanceTimersByTime(1)
  expect(end).toBe(`${stage}: not done after ${ms} ms`)
})

it('gives up on the whole, though each stage is in time', () => {
  stages.reach('compress', 0)
  jest.advanceTimersByTime(14_000)
  stages.reach('upload', 0)
  stages.reach('upload', 50)
  jest.advanceTimersByTime(15_999)
  expect(end).toBeUndefined()
  jest.advanceTimersByTime(1)
  expect(end).toBe('recognition: not done after 30000 ms')
})

it('tells no step back, and nothing twice', () => {
  const reached: Array<[Stage, number]> = [
    ['capture', 0],
    ['compress', 0],
    ['upload', 0],
    ['upload', 60],
    ['upload', 60],
    ['upload', 40],
    ['upload', NaN],
    ['recognize', 0],
    ['upload', 0],
    ['recognize', 0],
  ]
  reached.forEach(([stage, percent]) => stages.reach(stage, percent))
  expect(told).toEqual([
    ['capture', 0],
    ['compress', 0],
    ['upload', 0],
    ['upload', 60],
    ['recognize', 0],
  ])
})

it('hears nothing after the end, and leaves no timer', () => {
  stages.reach('upload', 0)
  stages.stop()
  stages.reach('recognize', 0)
  expect(told).toHaveLength(1)
  expect(jest.getTimerCount()).toBe(0)
})

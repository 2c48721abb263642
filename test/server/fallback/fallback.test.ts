import { ApiError, createFallbackEngine, type Engine, type Errcode } from '../../../server/src'

const PICTURE = Buffer.from('a picture')
const FROM_SECOND = { name: 'from the second' }

function engineThat(recognize: Engine['recognize']) {
  return { recognize: jest.fn(recognize), close: jest.fn(async () => {}) }
}
const failing = (error: unknown) => engineThat(() => Promise.reject(error))
const second = () => engineThat(async () => FROM_SECOND)

it('asks the first alone when it answers', async () => {
  const [first, other] = [engineThat(async () => ({ name: 'from the first' })), second()]
  const both = createFallbackEngine(first, other)
  expect(await both.recognize('idcard', PICTURE, 'scan')).toEqual({ name: 'from the first' })
  expect(first.recognize).toHaveBeenCalledWith('idcard', PICTURE, 'scan')
  expect(other.recognize).not.toHaveBeenCalled()
})

it.each<[string, unknown, Errcode]>([
  ['its quota is used up', new ApiError(101003), 101003],
  ['its daily calls are used up', new ApiError(45009), 45009],
  ['it is too much in a minute', new ApiError(45011), 45011],
  ['it is out of order', new ApiError(-1), -1],
  ['it is busy', new ApiError(-1, 'busy', 3), -1],
  ['its account is not allowed to', new ApiError(48001), 48001],
  ['its address is not on the white list', new ApiError(40164), 40164],
  ['it breaks', new Error('anything'), -1],
])('asks the second when %s, once, and counts why', async (_name, error, errcode) => {
  const [first, other] = [failing(error), second()]
  const both = createFallbackEngine(first, other)
  expect(await both.recognize('idcard', PICTURE, 'photo')).toEqual(FROM_SECOND)
  expect([first.recognize.mock.calls.length, other.recognize.mock.calls]).toEqual([1, [['idcard', PICTURE, 'photo']]])
  expect(await both.status?.()).toEqual({ handed_over: 1, [`handed_over_${errcode}`]: 1 })
})

it.each<Errcode>([101001, 101002])('never asks the second about a picture that is %i', async (errcode) => {
  const [first, other] = [failing(new ApiError(errcode)), second()]
  await expect(createFallbackEngine(first, other).recognize('idcard', PICTURE, 'photo')).rejects.toMatchObject({
    errcode,
  })
  expect(other.recognize).not.toHaveBeenCalled()
})

it("ends with the second's error when both fail", async () => {
  const both = createFallbackEngine(failing(new ApiError(101003)), failing(new ApiError(101001)))
  await expect(both.recognize('idcard', PICTURE, 'photo')).rejects.toMatchObject({ errcode: 101001 })
})

it('closes both', async () => {
  const [first, other] = [second(), second()]
  await createFallbackEngine(first, other).close()
  expect([first.close.mock.calls.length, other.close.mock.calls.length]).toEqual([1, 1])
})

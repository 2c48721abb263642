import { wxApi } from '../../../demo/preview/runtime/wx/api'

const half = wxApi('half', async ({ of }: { of: number }) => {
  if (of % 2) throw new Error('odd')
  return { half: of / 2 }
})

test('without callbacks it returns a promise', async () => {
  await expect(half({ of: 4 })).resolves.toEqual({ half: 2, errMsg: 'half:ok' })
  await expect(half({ of: 3 })).rejects.toEqual({ errMsg: 'half:fail odd' })
})

test('with callbacks it calls success and complete, and returns nothing', async () => {
  const fail = jest.fn()
  const outcome = await new Promise((complete) => {
    const success = jest.fn()
    const returned = half({ of: 4, success, fail, complete: (result) => complete({ returned, success, result }) })
  })
  expect(outcome).toEqual({
    returned: undefined,
    success: expect.any(Function),
    result: { half: 2, errMsg: 'half:ok' },
  })
  expect(fail).not.toHaveBeenCalled()
})

test('a failure goes to fail and complete alone', async () => {
  const success = jest.fn()
  const fail = jest.fn()
  const result = await new Promise((complete) => half({ of: 3, success, fail, complete }))
  expect(fail).toHaveBeenCalledWith({ errMsg: 'half:fail odd' })
  expect(result).toEqual({ errMsg: 'half:fail odd' })
  expect(success).not.toHaveBeenCalled()
})

test('complete alone is a callback too, and no rejection is left behind', async () => {
  await expect(new Promise((complete) => half({ of: 3, complete }))).resolves.toEqual({ errMsg: 'half:fail odd' })
})

import { createPermissionGate } from '../../../src/capture/permission'
import type { Permission } from '../../../src/capture/permission'
import { authorizeCamera } from '../../../src/wx/camera'
import { openSettings } from '../../../src/wx/setting'
import { fakePhone } from '../../../testing/fake-phone'
import { playAll } from '../../tools/permission-moves'

function gateOn(phone: ReturnType<typeof fakePhone>) {
  const states: Permission[] = []
  const errors: unknown[] = []
  const gate = createPermissionGate({
    ask: () =>
      authorizeCamera().then(
        () => true,
        () => false,
      ),
    openSettings,
    onChange: (permission) => states.push(permission),
    onError: (thrown) => errors.push(thrown),
  })
  return { gate, states, errors, phone }
}

const SETTINGS: Array<Permission | undefined> = ['refused', 'settings']

it('has the camera exactly while it is allowed and on the screen, in every order of seven moves', async () => {
  const phone = fakePhone()
  const { gate, states } = gateOn(phone)

  const { orders, wrong } = await playAll(
    phone,
    {
      isCameraThere: () => states.at(-1) === 'granted',
      isPanelThere: () => SETTINGS.includes(states.at(-1)),
      tapSettings: () => gate.happen('settings'),
      page: (lifetime) => gate.happen(lifetime),
    },
    7,
  )

  expect(wrong).toEqual([])
  expect(orders).toBeGreaterThan(1000)
})

it('goes unknown, asked, refused, settings, asked, granted', async () => {
  const phone = fakePhone()
  phone.camera.allowed = undefined
  const { gate, states } = gateOn(phone)

  gate.happen('show')
  phone.camera.answer(false)
  await phone.settle()
  gate.happen('settings')
  phone.camera.leaveSettings(true)
  await phone.settle()

  expect(states).toEqual(['asked', 'refused', 'settings', 'asked', 'granted'])
  expect(phone.camera.dialogs).toBe(1)
})

it('opens no second dialog when the page is left and entered while one is open', async () => {
  const phone = fakePhone()
  phone.camera.allowed = undefined
  const { gate, states } = gateOn(phone)

  gate.happen('show')
  gate.happen('hide')
  gate.happen('show')
  expect(phone.camera.dialogs).toBe(1)
  phone.camera.answer(true)
  await phone.settle()

  expect(states.at(-1)).toBe('granted')
})

it('takes the camera’s own error for a refusal', async () => {
  const { gate, states, phone } = gateOn(fakePhone())
  gate.happen('show')
  await phone.settle()
  gate.happen('refuse')

  expect(states).toEqual(['asked', 'granted', 'refused'])
})

it('is silent once it is closed, whatever was under way', async () => {
  const phone = fakePhone()
  phone.camera.allowed = undefined
  const { gate, states } = gateOn(phone)
  gate.happen('show')

  gate.happen('close')
  phone.camera.answer(true)
  await phone.settle()
  gate.happen('show')

  expect(states).toEqual(['asked'])
})

it('tells of an answer that is neither yes nor no, and can be asked again', async () => {
  const errors: unknown[] = []
  const states: Permission[] = []
  let answers = 0
  const gate = createPermissionGate({
    ask: () => (answers++ ? Promise.resolve(true) : Promise.reject(new Error('blocked'))),
    openSettings,
    onChange: (permission) => states.push(permission),
    onError: (thrown) => errors.push(thrown),
  })
  gate.happen('show')
  await Promise.resolve()
  await Promise.resolve()
  gate.happen('hide')
  gate.happen('show')
  await Promise.resolve()
  await Promise.resolve()

  expect(errors).toEqual([new Error('blocked')])
  expect(states.at(-1)).toBe('granted')
})

it('opens the phone’s settings where WeChat itself has no camera', async () => {
  const phone = fakePhone()
  const openAppAuthorizeSetting = jest.fn(({ complete }: { complete: () => void }) => complete())
  Object.assign(phone.wx, {
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'denied' }),
    openAppAuthorizeSetting,
  })

  await openSettings()

  expect(openAppAuthorizeSetting).toHaveBeenCalledTimes(1)
  expect(phone.camera.isInSettings()).toBe(false)
})

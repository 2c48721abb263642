import { listSpecimens } from '../../../demo/preview/specimens'
import { folderWith } from './files'

test('pictures with their truth beside them are specimens, portrait sides first and other cards last', async () => {
  const folder = folderWith({
    'a.jpg': '',
    'a.json': { card: 'driving', page: 'main' },
    'b.jpg': '',
    'b.json': { side: 'back' },
    'c.jpg': '',
    'c.json': { side: 'front' },
    'd.jpg': '',
    'e.json': { side: 'front' },
    'f.jpg': '',
    'f.json': { card: 'bankcard' },
  })
  expect(await listSpecimens(folder, '/samples/')).toEqual([
    { url: '/samples/c.jpg', kind: 'front' },
    { url: '/samples/b.jpg', kind: 'back' },
    { url: '/samples/f.jpg', kind: 'bankcard' },
    { url: '/samples/a.jpg', kind: 'driving' },
  ])
})

test('a folder that is not there has none', async () => {
  expect(await listSpecimens('/nowhere', '/samples/')).toEqual([])
})

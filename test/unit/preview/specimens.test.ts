import { listSpecimens } from '../../../demo/preview/specimens'
import { folderWith } from './files'

test('pictures with their truth beside them are specimens, portrait sides first', async () => {
  const folder = folderWith({
    'a.jpg': '',
    'a.json': { side: 'back' },
    'b.jpg': '',
    'b.json': { side: 'front' },
    'c.jpg': '',
    'd.json': { side: 'front' },
  })
  expect(await listSpecimens(folder, '/samples/')).toEqual([
    { url: '/samples/b.jpg', side: 'front' },
    { url: '/samples/a.jpg', side: 'back' },
  ])
})

test('a folder that is not there has none', async () => {
  expect(await listSpecimens('/nowhere', '/samples/')).toEqual([])
})

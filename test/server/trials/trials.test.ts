import { fuzz } from './fuzz'
import { searchResidue } from './residue'

jest.setTimeout(300_000)

it('answers mutated pictures and forms, and still reads a good card', async () => {
  const seed = Date.now() % 1_000_000
  process.stderr.write(`fuzz: seed ${seed}; npm run trials -- fuzz --seed ${seed} --inputs 200 repeats it\n`)
  const { wrong, goodAfterwards, breakdowns } = await fuzz(seed, 200)
  expect({ wrong, goodAfterwards, breakdowns }).toEqual({ wrong: [], goodAfterwards: true, breakdowns: 0 })
})

it('leaves nothing of a card, a photo or a token in anything that it writes', async () => {
  const { found, searched, answers, secrets, sentToWechat } = await searchResidue(40)
  expect(found).toEqual([])
  expect(searched['stdout and stderr']).toBeGreaterThan(10_000)
  expect(searched['Redis, keys and values']).toBeGreaterThan(100)
  expect(answers['0']).toBeGreaterThan(5)
  expect(sentToWechat).toBeGreaterThan(10)
  expect(sentToWechat).toBeLessThan(30)
  expect(secrets).toBeGreaterThan(25)
})

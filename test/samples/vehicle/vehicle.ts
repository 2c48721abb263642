import { inventAddress } from '../people/address'
import { inventName } from '../people/names'
import { PLACES } from '../people/places'
import { seededRandom, type Random } from '../random'

/** A vehicle that does not exist, with all that its licence prints. Dates are `2018-07-06`. */
export interface Vehicle {
  plate: string
  type: string
  owner: string
  addr: string
  useCharacter: string
  model: string
  vin: string
  engine: string
  registerDate: string
  issueDate: string
  record: string
  passengers: string
  totalMass: string
  kerbMass: string
  size: string
  /** 核定载质量 and 准牵引总质量, which a reply does not have; `--` where they do not apply. */
  load: string
  towing: string
  remark: string
  inspection: string
}

const PROVINCES = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新']
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const VIN_CHARACTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789']
const DIGITS = [...'0123456789']
const TYPES = [
  '小型轿车',
  '小型轿车',
  '小型轿车',
  '小型普通客车',
  '中型普通客车',
  '轻型厢式货车',
  '重型半挂牵引车',
  '小型越野客车',
  '微型轿车',
  '大型普通客车',
  '普通二轮摩托车',
]
const USES = [
  '非营运',
  '非营运',
  '非营运',
  '货运',
  '公路客运',
  '出租客运',
  '预约出租客运',
  '租赁',
  '教练',
  '营转非',
  '警用',
]
const MAKES = [
  ['大众', 'SVW'],
  ['江淮', 'HFC'],
  ['东风日产', 'DFL'],
  ['比亚迪', 'BYD'],
  ['长安', 'SC'],
  ['丰田', 'GTM'],
  ['解放', 'CA'],
  ['五菱', 'LZW'],
  ['吉利美日', 'MR'],
  ['别克', 'SGM'],
  ['本田', 'HG'],
  ['奇瑞', 'SQR'],
  ['特斯拉', 'TSL'],
  ['福田', 'BJ'],
] as const
const COMPANIES = [
  '机械厂',
  '物流有限公司',
  '汽车租赁有限公司',
  '贸易有限公司',
  '建筑工程有限公司',
  '电子科技股份有限公司',
]
const FIRMS = ['样本', '虚构', '演示', '测例', '示范', '无名']

export function inventVehicle(seed: number): Vehicle {
  const random = seededRandom(seed, 'vehicle')
  const place = random.pick(PLACES)
  const plate = inventPlate(random)
  const registered = random.integer(Date.UTC(2004, 0, 1), Date.UTC(2024, 11, 31))
  const issued = random.chance(0.5) ? registered : random.integer(registered, Date.UTC(2025, 10, 30))
  const kerb = random.integer(80, 920) * 10 + random.pick([0, 0, 5])
  const [make, letters] = random.pick(MAKES)
  return {
    plate,
    type: random.pick(TYPES),
    owner: inventOwner(random, place.prefix),
    addr: inventAddress(random, place),
    useCharacter: random.pick(USES),
    model: `${make}牌${letters}${many(random, DIGITS, 4)}${many(random, [...LETTERS, ...DIGITS], random.integer(1, 5))}`,
    vin: inventVin(random),
    engine: many(random, random.chance(0.3) ? DIGITS : [...LETTERS, ...DIGITS, ...DIGITS], random.integer(6, 9)),
    registerDate: dateOf(registered),
    issueDate: dateOf(issued),
    record: place.code.slice(0, 4) + many(random, DIGITS, 8),
    passengers: `${random.pick([2, 4, 5, 5, 5, 5, 7, 7, 9, 19, 45])}人`,
    totalMass: `${kerb + random.integer(20, 500) * 5}kg`,
    kerbMass: `${kerb}kg`,
    size: `${random.integer(3400, 9999)}×${random.integer(1500, 2550)}×${random.integer(1390, 3990)}mm`,
    load: random.chance(0.3) ? `${random.integer(50, 900) * 10}kg` : '--',
    towing: random.chance(0.1) ? `${random.integer(900, 3000) * 10}kg` : '--',
    remark: random.chance(0.5)
      ? ''
      : random.pick(['强制报废期止:2034-03-20', '核发检验合格标志', '转移登记', '油电混合']),
    inspection: `检验有效期至${random.integer(2024, 2028)}年${String(random.integer(1, 12)).padStart(2, '0')}月${plate.slice(0, 2)}(${random.integer(1, 99)})`,
  }
}

const many = (random: Random, from: readonly string[], count: number) =>
  Array.from({ length: count }, () => random.pick(from)).join('')

const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** GA 36-2018: six characters behind the province, seven for a new-energy vehicle; no I and no O. */
function inventPlate(random: Random): string {
  const office = random.pick(PROVINCES) + random.pick(LETTERS)
  if (random.chance(0.15)) return `${office}${random.pick([...'DF'])}${many(random, DIGITS, 5)}`
  const letters = [...LETTERS].filter((letter) => letter !== 'Q')
  return office + Array.from({ length: 5 }, () => random.pick(random.chance(0.3) ? letters : DIGITS)).join('')
}

function inventOwner(random: Random, prefix: string): string {
  if (random.chance(0.65)) return inventName(random, random.pick(['男', '女']), '汉')
  const city = /([^省区市]+市)/.exec(prefix)?.[1] ?? ''
  return city + random.pick(FIRMS) + random.pick(COMPANIES)
}

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const VALUES = '12345678_12345_7_923456789'

/** ISO 3779 with the check character of GB 16735 at its ninth place; it begins with L, as those of cars made in China do. */
function inventVin(random: Random): string {
  const vin = ['L', ...Array.from({ length: 16 }, () => random.pick(VIN_CHARACTERS))]
  for (let place = 13; place < 17; place++) vin[place] = random.pick(DIGITS)
  vin[8] = '0'
  const valueOf = (character: string) => Number(/\d/.test(character) ? character : VALUES[character.charCodeAt(0) - 65])
  const sum = vin.reduce((total, character, index) => total + valueOf(character) * (WEIGHTS[index] ?? 0), 0)
  vin[8] = '0123456789X'.charAt(sum % 11)
  return vin.join('')
}

import type { Pen } from '../card/canvas'
import type { Point } from '../card/layouts'
import { paintPaper } from '../card/paper'
import { paintRoundStamp, paintSeal } from '../card/stamp'
import { breakLines, lineWidth, printLine, type Lettering } from '../card/text'
import type { Random } from '../random'
import { PAGE, type VehicleStyle } from './style'
import type { Vehicle } from './vehicle'

type Captions = VehicleStyle['captions']

export function paintMainPage(pen: Pen, vehicle: Vehicle, style: VehicleStyle, random: Random): void {
  const { main, captions } = style
  paintPaper(pen, style, random, PAGE)
  printCentred(pen, '中华人民共和国机动车行驶证', main.title.y, caption(captions, main.title.size), 0.5)
  printCentred(
    pen,
    "Vehicle License of the People's Republic of China",
    main.english.y,
    caption(captions, main.english.size),
  )
  const left = -main.captionOffset
  printCaption(pen, '号牌号码', 'Plate No.', main.plate, left, captions)
  printCaption(pen, '车辆类型', 'Vehicle Type', main.type, left, captions)
  printCaption(pen, '所 有 人', 'Owner', main.owner, left, captions)
  printCaption(pen, '住    址', 'Address', main.addr, left, captions)
  printCaption(pen, '使用性质', 'Use Character', main.use, left, captions)
  printCaption(pen, '品牌型号', 'Model', main.model, left + 1.5, captions)
  printCaption(pen, '车辆识别代号', 'VIN', main.vin, -15.2, captions)
  printCaption(pen, '发动机号码', 'Engine No.', main.engine, -14, captions)
  printCaption(pen, '注册日期', 'Register Date', main.registered, left + 0.5, captions)
  printCaption(pen, '发证日期', 'Issue Date', main.issued, left + 0.5, captions)
  paintSeal(
    pen,
    main.seal,
    [
      ['样本省样', '本市公安', '局交警队'],
      ['虚构市公', '安局交通', '警察支队'],
    ][random.integer(0, 1)] ?? [],
    random,
  )

  const print = (text: string, at: Point, room = PAGE.width - at.x - 3) =>
    printData(pen, text, { x: at.x + style.offset.x, y: at.y + style.offset.y }, room, style, main.size)
  print(vehicle.plate, main.plate)
  print(vehicle.type, main.type)
  print(vehicle.owner, main.owner)
  print(vehicle.addr, main.addr)
  print(vehicle.useCharacter, main.use, main.model.x - main.use.x - 12)
  print(vehicle.model, main.model)
  print(vehicle.vin, main.vin)
  print(vehicle.engine, main.engine)
  print(vehicle.registerDate, main.registered, main.issued.x - main.registered.x - 14.5)
  print(vehicle.issueDate, main.issued)
  if (style.stamped) paintRoundStamp(pen, { x: random.between(40, 75), y: random.between(15, 50) }, random)
}

export function paintSecondPage(pen: Pen, vehicle: Vehicle, style: VehicleStyle, random: Random): void {
  const { second, captions } = style
  paintPaper(pen, style, random, PAGE)
  const [left, right] = [-second.leftCaption, -second.rightCaption]
  const label = (text: string, at: Point, dx: number) =>
    printLine(pen, text, { x: at.x + dx, y: at.y }, caption(captions, captions.size * 1.05))
  label('号牌号码', second.plate, left)
  label('档案编号', second.record, right)
  label('核定载人数', second.passengers, left)
  label('总质量', second.total, right)
  label('整备质量', second.kerb, left)
  label('核定载质量', second.load, right)
  label('外廓尺寸', second.size, left)
  label('准牵引总质量', second.towing, -15)
  label('备  注', second.remark, left)
  label('检验记录', { x: second.inspection.x, y: 50 }, left + (16 - second.inspection.x))
  pen.strokeStyle = captions.colour
  pen.lineWidth = 0.12
  for (const y of [9, 16, 22.7, 29.5, 37]) pen.strokeRect(2, y, PAGE.width - 4, 0.01)

  const print = (text: string, at: Point, room = PAGE.width - at.x - 2) =>
    printData(pen, text, { x: at.x + style.offset.x, y: at.y + style.offset.y }, room, style, second.dataSize)
  print(vehicle.plate, second.plate)
  print(vehicle.record, second.record)
  print(vehicle.passengers, second.passengers)
  print(vehicle.totalMass, second.total)
  print(vehicle.kerbMass, second.kerb)
  print(vehicle.load, second.load)
  print(vehicle.size, second.size, second.towing.x - second.size.x - 16)
  print(vehicle.towing, second.towing)
  print(vehicle.remark, second.remark)
  print(vehicle.inspection, second.inspection)
  if (second.barcode) paintBarcode(pen, random)
  if (style.stamped) paintRoundStamp(pen, { x: random.between(15, 70), y: random.between(10, 30) }, random)
}

const caption = ({ face, latin, colour }: Captions, size: number): Lettering => ({ face, latin, colour, size })

function printCentred(pen: Pen, text: string, y: number, lettering: Lettering, tracking = 0): void {
  const x = (PAGE.width - lineWidth(pen, text, lettering, tracking)) / 2
  printLine(pen, text, { x, y }, lettering, tracking)
}

/** Chinese above, small English below, left of the value. */
function printCaption(pen: Pen, chinese: string, english: string, at: Point, dx: number, captions: Captions): void {
  const x = at.x + dx
  printLine(pen, chinese, { x, y: at.y - 1 }, caption(captions, captions.size))
  printLine(pen, english, { x, y: at.y + 1.5 }, caption(captions, captions.size * 0.68))
}

/** In one line if it fits, squeezed a little if it nearly does, else in two. */
function printData(pen: Pen, text: string, { x, y }: Point, room: number, { data }: VehicleStyle, size: number): void {
  const full: Lettering = { ...data, size }
  const width = lineWidth(pen, text, full, data.tracking)
  const fit = Math.min(1, room / width)
  if (fit > 0.72) {
    printLine(pen, text, { x, y }, { ...full, squeeze: (data.squeeze ?? 1) * fit }, data.tracking * fit)
    return
  }
  const small = { ...full, size: size * 0.85 }
  const lines = breakLines(pen, text, room, small, data.tracking)
  lines.forEach((line, index) => {
    const rise = (index - (lines.length - 1) / 2) * size * 0.98
    printLine(pen, line, { x, y: y + rise }, small, data.tracking)
  })
}

function paintBarcode(pen: Pen, random: Random): void {
  pen.fillStyle = '#222'
  for (let x = 40; x < 83; x += random.between(0.5, 1.1)) pen.fillRect(x, 49.5, random.pick([0.2, 0.3, 0.5]), 6.5)
}

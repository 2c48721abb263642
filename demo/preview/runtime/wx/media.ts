import { chooseAction } from '../ui/action-sheet'
import { takePhoto } from '../ui/camera'
import { chooseFile } from '../ui/file-chooser'
import { words } from '../words'
import type { Parameters, Result } from './api'
import { wxApi } from './api'
import { createOffscreenCanvas, exportCanvas } from './canvas'
import { readPictureInfo, toJpeg } from './picture'
import { createTemporaryFile } from './temporary-files'

type ChooseMedia = Parameters<WechatMiniprogram.ChooseMediaOption>
type Chosen = Result<WechatMiniprogram.ChooseMediaSuccessCallbackResult>

let handedOver: Blob | undefined

/** The next `chooseMedia` resolves with this picture, as if somebody had chosen it from the album. */
export function handOver(picture: Blob): void {
  handedOver = picture
}

export const media = {
  chooseMedia: wxApi('chooseMedia', async ({ sourceType }: ChooseMedia): Promise<Chosen> => {
    const picture = takeHandedOver() ?? (await choosePicture(sourceType))
    const file = { tempFilePath: createTemporaryFile(picture), size: picture.size, fileType: 'image' as const }
    return { type: 'image', tempFiles: [{ ...file, duration: 0, width: 0, height: 0, thumbTempFilePath: '' }] }
  }),

  getImageInfo: wxApi('getImageInfo', async ({ src }: Parameters<WechatMiniprogram.GetImageInfoOption>) => ({
    ...(await readPictureInfo(src)),
    path: src,
  })),

  compressImage: wxApi('compressImage', async (options: Parameters<WechatMiniprogram.CompressImageOption>) => {
    const { src, quality = 80, compressedWidth, compressedHeight } = options
    return { tempFilePath: createTemporaryFile(await toJpeg(src, quality, compressedWidth, compressedHeight)) }
  }),

  createOffscreenCanvas,

  canvasToTempFilePath: wxApi(
    'canvasToTempFilePath',
    async (options: Parameters<WechatMiniprogram.CanvasToTempFilePathOption>) => ({
      tempFilePath: createTemporaryFile(await exportCanvas(options)),
    }),
  ),
}

function takeHandedOver(): Blob | undefined {
  const picture = handedOver
  handedOver = undefined
  return picture
}

async function choosePicture(sourceType: ChooseMedia['sourceType'] = ['album', 'camera']): Promise<Blob> {
  if (!sourceType.includes('camera')) return chooseFile()
  if (!sourceType.includes('album')) return takePhoto()
  const action = await chooseAction([words().camera, words().album])
  return action === 0 ? takePhoto() : chooseFile()
}

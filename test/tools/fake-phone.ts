import { fakeCamera } from './fake-camera'

export interface FakeFile {
  size: number
  width: number
  height: number
  type: string
  orientation: string
  /** Whether a canvas can show it. */
  decodes?: boolean
}

export interface FakeUpload {
  url: string
  name: string
  filePath: string
  header: Record<string, string>
  timeout: number
  aborted: boolean
  /** What the network does, for a test that holds the upload in its hand. */
  progress(percent: number): void
  answer(body: unknown, statusCode?: number): void
  fail(errMsg: string): void
}

export interface Callbacks {
  success?: (result: object) => void
  fail?: (failure: { errMsg: string; errno?: number }) => void
}

interface CompressImage {
  src: string
  compressedWidth: number
  quality: number
}

type Network = (upload: FakeUpload) => void

export const FRONT_REPLY = {
  errcode: 0,
  errmsg: 'ok',
  type: 'Front',
  name: '样本',
  id: '11010519491231002X',
  addr: '北京市朝阳区样本路1号',
  gender: '女',
  nationality: '汉',
}

export const BACK_REPLY = { errcode: 0, errmsg: 'ok', type: 'Back', valid_date: '20200105-20400105' }

/** What `<camera>` takes, held upright. */
const SHOT: FakeFile = { size: 2_400_000, width: 3000, height: 4000, type: 'jpeg', orientation: 'up' }

const PHOTO: FakeFile = { size: 300_000, width: 1600, height: 1200, type: 'jpeg', orientation: 'up' }

const uprightOf = ({ width, height, orientation }: FakeFile) =>
  /left|right/.test(orientation) ? { width: height, height: width } : { width, height }

/**
 * A phone in a test's hand: `wx` with the few APIs this package uses, answering as WeChat's documents say, always
 * through callbacks and never at once. Make one for each test; it takes the place of the global `wx`.
 */
export function fakePhone() {
  const files = new Map<string, FakeFile>()
  const uploads: FakeUpload[] = []
  const chosenFrom: string[][] = []
  let network: Network = (upload) => upload.answer(FRONT_REPLY)
  let choose: (callbacks: Callbacks) => void
  let encodings = 0
  const camera = fakeCamera(() => {
    const path = `tmp://shot-${camera.shots++}.jpg`
    files.set(path, { ...SHOT, ...camera.shot })
    return path
  })

  const later = (run: () => void) => void Promise.resolve().then(run)
  const fileOr = (path: string, api: string, callbacks: Callbacks, found: (file: FakeFile) => void) => {
    const file = files.get(path)
    later(() => (file ? found(file) : callbacks.fail?.({ errMsg: `${api}:fail no such file or directory ${path}` })))
  }

  const phone = {
    files,
    uploads,
    camera,
    /** The `sourceType` of each time the chooser was opened. */
    chosenFrom,

    takes(photo: Partial<FakeFile> = {}) {
      const path = `tmp://photo-${files.size}.jpg`
      files.set(path, { ...PHOTO, ...photo })
      choose = ({ success }) =>
        later(() => success?.({ tempFiles: [{ tempFilePath: path, path, size: files.get(path)?.size }] }))
    },
    refusesChooser(errMsg: string, errno?: number) {
      choose = ({ fail }) => later(() => fail?.({ errMsg, errno }))
    },
    leavesChooserOpen() {
      choose = () => undefined
    },
    answers(body: unknown, statusCode = 200) {
      network = (upload) => upload.answer(body, statusCode)
    },
    /** One reply for each upload; the last one stays. Without any, a front. */
    answersInTurn(replies: object[]) {
      const left = replies.length ? [...replies] : [FRONT_REPLY]
      network = (upload) => upload.answer(left.length > 1 ? left.shift() : left[0])
    },
    /** In the middle of the upload: what fails before anything was sent is tried once more. */
    dropsConnection(errMsg = 'uploadFile:fail net::ERR_CONNECTION_RESET') {
      network = (upload) => {
        upload.progress(30)
        upload.fail(errMsg)
      }
    },
    /** The upload stays under way until the test ends it. */
    holdsUpload() {
      network = () => undefined
    },
    /** What compressImage makes of a picture; undefined when it fails. */
    compresses: (file: FakeFile, width: number, quality: number): FakeFile | undefined =>
      phone.encodes(file, width, quality),
    /** What any encoder makes of a picture; it obeys, and gives 0.2 bytes a pixel at quality 80. */
    encodes: (file: FakeFile, width: number, quality = 80): FakeFile => {
      const upright = uprightOf(file)
      const height = Math.round((upright.height * width) / upright.width)
      return { width, height, size: Math.round(width * height * 0.0025 * quality), type: 'jpeg', orientation: 'up' }
    },
    /** Gives it an offscreen canvas, which draws upright. */
    hasCanvas() {
      const canvas = { width: 0, height: 0, source: '' }
      const context = { fillStyle: '', fillRect: () => undefined, drawImage: () => undefined }
      const image = {
        onload: () => undefined,
        onerror: (failure: object) => void failure,
        width: 0,
        height: 0,
        set src(path: string) {
          if (!path) return
          canvas.source = path
          const file = files.get(path)
          if (file) Object.assign(image, uprightOf(file))
          later(() => (file?.decodes === false ? image.onerror({ errMsg: 'createImage:fail' }) : image.onload()))
        },
      }
      Object.assign(phone.wx, {
        createOffscreenCanvas: () => Object.assign(canvas, { createImage: () => image, getContext: () => context }),
        canvasToTempFilePath({
          destWidth,
          quality,
          ...callbacks
        }: Callbacks & Record<'destWidth' | 'quality', number>) {
          fileOr(canvas.source, 'canvasToTempFilePath', callbacks, (file) => {
            const tempFilePath = `tmp://encoded-${encodings++}.jpg`
            files.set(tempFilePath, phone.encodes(file, destWidth, quality * 100))
            callbacks.success?.({ tempFilePath })
          })
        },
      })
    },
    temporaryFiles: () => [...files.keys()].filter((path) => /^tmp:..(encoded|shot)/.test(path)),
    /** Lets everything that is under way come to rest. */
    settle: () => new Promise<void>((resolve) => setTimeout(resolve, 5)),
    wx: {
      ...camera.wx,
      chooseMedia(options: Callbacks & { sourceType: string[] }) {
        chosenFrom.push(options.sourceType)
        choose(options)
      },
      getImageInfo({ src, ...callbacks }: Callbacks & { src: string }) {
        fileOr(src, 'getImageInfo', callbacks, (file) => callbacks.success?.({ ...file, path: src }))
      },
      compressImage({ src, compressedWidth, quality, ...callbacks }: Callbacks & CompressImage) {
        fileOr(src, 'compressImage', callbacks, (file) => {
          const tempFilePath = `tmp://encoded-${encodings++}.jpg`
          const compressed = phone.compresses(file, compressedWidth, quality)
          if (!compressed) return callbacks.fail?.({ errMsg: 'compressImage:fail' })
          files.set(tempFilePath, compressed)
          callbacks.success?.({ tempFilePath })
        })
      },
      getFileSystemManager: () => ({
        getFileInfo({ filePath, ...callbacks }: Callbacks & { filePath: string }) {
          fileOr(filePath, 'getFileInfo', callbacks, ({ size }) => callbacks.success?.({ size }))
        },
        unlink({ filePath, ...callbacks }: Callbacks & { filePath: string }) {
          fileOr(filePath, 'unlink', callbacks, () => {
            files.delete(filePath)
            callbacks.success?.({})
          })
        },
      }),
      uploadFile(options: Callbacks & Pick<FakeUpload, 'url' | 'name' | 'filePath' | 'header' | 'timeout'>) {
        let open = true
        const listeners: Array<(update: { progress: number }) => void> = []
        const end = (run: () => void) => {
          if (open) later(run)
          open = false
        }
        const { url, name, filePath, header, timeout } = options
        const upload: FakeUpload = {
          url,
          name,
          filePath,
          header,
          timeout,
          aborted: false,
          progress: (progress) => listeners.forEach((listener) => listener({ progress })),
          answer: (body, statusCode = 200) =>
            end(() => options.success?.({ statusCode, data: typeof body === 'string' ? body : JSON.stringify(body) })),
          fail: (errMsg) => end(() => options.fail?.({ errMsg })),
        }
        uploads.push(upload)
        later(() => network(upload))
        return {
          onProgressUpdate: (listener: (update: { progress: number }) => void) => listeners.push(listener),
          abort() {
            if (!open) return
            upload.aborted = true
            upload.fail('uploadFile:fail abort')
          },
        }
      },
    } as Record<string, unknown>,
  }
  phone.takes()
  Object.assign(globalThis, { wx: phone.wx })
  return phone
}

export type FakePhone = ReturnType<typeof fakePhone>

'use strict'
const cloud = require('wx-server-sdk')

/** The cloud calls that read each card; the next is asked where WeChat does not know the one before. */
const APIS = new Map([
  ['idcard', ['idcard']],
  ['bankcard', ['bankcard']],
  ['vehicle', ['vehicleLicense', 'drivingLicense']],
  ['driverLicense', ['driverLicense']],
  ['businessLicense', ['businessLicense']],
  ['printedText', ['printedText']],
])

const NO_SUCH_API = -604100
const NO_PICTURE = 41005
const FUNCTION_FAILED = -504002

/** What the component stores where the platform has no temporary CDN. Nothing else is read or deleted here. */
const STORED_PHOTO = /^cloud:\/\/[\w.-]+\/miniprogram-ocr\/\w+\.jpg$/

const ADDRESS = /^https?:/

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
acceptZeroAsText()

/**
 * Asks WeChat's OCR, and gives its reply as its HTTP API would. Nothing is logged but codes; a stored photo is deleted.
 * @param {{ card: string, type?: 'photo' | 'scan', imgUrl?: string, fileID?: string }} event a picture's address, or its
 * id in the cloud's storage
 */
exports.main = async ({ card, type, imgUrl, fileID }) => {
  const stored = isText(fileID, STORED_PHOTO) ? fileID : undefined
  try {
    const picture = stored ? { img: await download(stored) } : isText(imgUrl, ADDRESS) && { img_url: imgUrl }
    if (!picture) return failure(NO_PICTURE, 'media data missing')
    return await recognize(card, { type: type === 'scan' ? 'scan' : 'photo', ...picture })
  } catch (error) {
    return failureOf(error)
  } finally {
    if (stored) await remove(stored)
  }
}

async function recognize(card, request) {
  const apis = APIS.get(card) || []
  // Names and long numbers stay as WeChat sent them: the SDK's conversion takes a 19-digit number apart.
  const { ocr } = cloud.openapi({ convertCase: false })
  for (const api of apis) {
    try {
      const { errCode, errMsg, ...reply } = await ocr[api](request)
      return { errcode: 0, errmsg: 'ok', ...reply }
    } catch (error) {
      if (error.errCode !== NO_SUCH_API) throw error
    }
  }
  return failure(NO_SUCH_API, 'no such API')
}

async function download(fileID) {
  const { fileContent } = await cloud.downloadFile({ fileID })
  return { contentType: 'image/jpeg', value: fileContent }
}

async function remove(fileID) {
  const fileList = [fileID]
  const [{ status }] = await cloud.deleteFile({ fileList }).then(
    (result) => result.fileList,
    ({ errCode }) => [{ status: errCode }],
  )
  if (status !== 0) console.error('a stored photo could not be deleted:', status)
}

const isText = (value, form) => typeof value === 'string' && form.test(value)

const failure = (errcode, errmsg) => ({ errcode, errmsg })

/** WeChat's own errors keep their words. Those of the SDK may quote a reply, which is somebody's card. */
function failureOf({ errCode, errMsg }) {
  const code = Number(errCode) || FUNCTION_FAILED
  return failure(code, code > 0 ? errMsg : 'openapi.ocr:fail')
}

/** WeChat sometimes says `"errcode":"0"`, which the SDK takes for an error and throws, dropping the card. */
function acceptZeroAsText() {
  cloud.registerService({
    createService({ provider }) {
      const { callWXOpenAPI } = provider.api
      provider.api.callWXOpenAPI = async (...call) => {
        const response = await callWXOpenAPI(...call)
        const text = response.respData.toString().replace(/"errcode"\s*:\s*"0"/, '"errcode":0')
        return Object.assign(response, { respData: Buffer.from(text) })
      }
      return { name: 'acceptZeroAsText', getAPIs: () => ({}) }
    },
  })
}

/**
 * `miniprogram-ocr/testing`: for your own tests of pages that use the tags, in Node. A phone whose `wx` is strict, and
 * replies as WeChat sends them; nothing of it belongs into a mini-program.
 */
export { mock } from 'miniprogram-ocr'
export { BACK_REPLY, fakePhone, FRONT_REPLY } from './fake-phone'
export type { FakeFile, FakePhone, FakeUpload } from './fake-phone'
export type { Quirks } from './quirks'

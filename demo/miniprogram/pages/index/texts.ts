export const TEXTS = {
  'zh-CN': {
    intro: '一个标签，把证件照片变成有类型的字段。',
    idcard: '身份证',
    idcardFields: '姓名、号码、住址、有效期限',
    viewfinder: '取景框',
    viewfinderFields: '只拍框内，单独使用的相机',
    privacy: '照片只送到你自己的服务器，识别完即丢弃。',
  },
  en: {
    intro: 'One tag turns a photo of a card into typed fields.',
    idcard: 'Identity card',
    idcardFields: 'Name, number, address, validity',
    viewfinder: 'Viewfinder',
    viewfinderFields: 'The camera with a frame, on its own',
    privacy: 'Photos go to your own server alone and are dropped once read.',
  },
}

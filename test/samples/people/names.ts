import type { Random } from '../random'

export type Gender = '男' | '女'

// Every character below is in the dictionary of PP-OCRv4, the recogniser's model: it can tell none it does not have.
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖' +
  '石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'
const RARE_SURNAMES = '翟璩逄逯缪隗佘亓栾臧冀卞邢郗郜'
const COMPOUND_SURNAMES = ['欧阳', '上官', '司马', '诸葛', '皇甫', '尉迟', '慕容', '令狐', '夏侯']

const GIVEN: Record<Gender, string> = {
  男:
    '伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光天达安岩' +
    '中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克',
  女:
    '秀娟英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐' +
    '娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希',
}
const RARE_GIVEN =
  '淼鑫焱垚喆珺璟昀昱晗翊煜烨琛珩珂骏麒麟懿曦羲霖雳旎祎祺闳钰镒铄颉颢骁骞鹭龢彧奕妤姝婧嫣宸峥嵘嵩弈彤忻恺愫懋斐旸晟晞晔暄曜' +
  '杉栩桐梓楠槿樾檀沁沅泓泠洵浚涵淇淳湘溪溯漪潇潼澄澍濡瀚炜炅炫烽煊熙玥玮珈珏琅琨瑄璇璋璞甯筱箐绮缇翎芃芊芮芷苒菡蔚隽雍霁韬韶'

const UYGHUR: Record<Gender, string[]> = {
  男: ['买买提', '阿卜杜热合曼', '吐尔逊', '艾合买提', '玉素甫', '依明', '库尔班', '亚森', '艾尔肯', '热合曼'],
  女: ['古丽娜尔', '阿依努尔', '热孜万古丽', '帕提古丽', '米热古丽', '祖丽胡玛尔', '阿依夏木', '海热古丽'],
}
const KAZAKH: Record<Gender, string[]> = {
  男: ['叶尔江', '巴合提', '哈那提', '努尔兰', '赛力克', '别克', '叶尔兰', '阿斯哈尔'],
  女: ['阿依古丽', '古丽扎提', '哈丽亚', '阿扎玛提', '加娜尔', '玛依拉'],
}
const TIBETAN: Record<Gender, string[]> = {
  男: ['扎西次仁', '洛桑旺堆', '丹增', '格桑多吉', '索朗平措', '次仁顿珠', '旺久'],
  女: ['卓玛', '德吉央宗', '白玛曲珍', '次仁拉姆', '格桑央金', '仓决', '达瓦卓嘎'],
}
const MONGOL: Record<Gender, string[]> = {
  男: ['巴特尔', '额尔敦', '苏和', '布和巴雅尔', '那日苏', '朝鲁', '乌力吉'],
  女: ['乌云其木格', '其其格', '萨仁高娃', '娜仁花', '通拉嘎', '乌日娜'],
}

export function inventName(random: Random, gender: Gender, nationality: string): string {
  switch (nationality) {
    case '维吾尔':
    case '乌孜别克':
    case '塔塔尔':
      return nameWithFathersName(random, UYGHUR, gender)
    case '哈萨克':
    case '柯尔克孜':
    case '塔吉克':
      return nameWithFathersName(random, KAZAKH, gender)
    case '藏':
      return random.pick(TIBETAN[gender])
    case '蒙古':
      return random.chance(0.7) ? random.pick(MONGOL[gender]) : hanName(random, gender)
    default:
      return hanName(random, gender)
  }
}

function nameWithFathersName(random: Random, names: Record<Gender, string[]>, gender: Gender): string {
  return `${random.pick(names[gender])}·${random.pick(names['男'])}`
}

function hanName(random: Random, gender: Gender): string {
  const given = () => random.pick([...(random.chance(0.15) ? RARE_GIVEN : GIVEN[gender])])
  return surname(random) + (random.chance(0.25) ? given() : given() + given())
}

function surname(random: Random): string {
  const draw = random.next()
  if (draw < 0.04) return random.pick(COMPOUND_SURNAMES)
  if (draw < 0.1) return random.pick([...RARE_SURNAMES])
  return random.pick([...SURNAMES])
}

import { isChinese, meansNothing, segmentsOf, tidied } from './search-words.rules.ts';

/** Surnames of nine in ten, the compound ones, and what stands before a pet name. */
const surnames =
  /^(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文颜肖欧聂申成梅游阳莫舒伍柳向蒲小阿]|欧阳|上官|司马|诸葛|司徒|东方|慕容|皇甫|尉迟|令狐)/;

/** Characters that name what people come for, and hardly a person. */
const everyday = new Set(
  '证卡照本书表费钱款票房屋楼车船地田土山树木水电气暖路灯桥井沟管道店铺摊厂校班课学考户口籍税险社保医病药院疫苗残聋哑盲瘫老少幼婴孩娃儿女子爸妈爹娘爷奶公婆孙夫妻婚结离生胎孕育产死丧葬墓坟火化狗猫牛羊猪鸡鸭鱼虫蜂菜粮米油肉酒烟茶吃喝饭锅碗奶糖修补换改领取交退报查办丢坏漏堵停断拆建盖买卖租借贷存开关装搬迁拉送寄打印写签名字章牌号码网费线机器具箱炉床门窗锁锅洗衣鞋帽布包手脚眼耳牙腰腿骨疼痛伤工作职岗薪酬金保障扶困难低穷救助兵军退伍人民村组乡镇街区县市省国家法律官司告状警察派所局处委会站点厅门口外内上下前后新旧大远近加减增免优惠补贴积缴纳用收发放查询登记注销变更延期到过时间天年月日晚早货运客驾驶摩托电动三轮拖农林牧渔肥料种子养殖植砍伐挖采砂石矿燃煤炭灶热冷冰微波洗碗吸尘扫垃圾厕污臭吵闹噪声灾旱涝雨雪风',
);

const kin = /^[爷奶公婆爸妈爹娘叔伯舅姨姑哥姐弟妹嫂]/;

const mostWords = 6;

/**
 * What may be kept of a question that nothing answered: everyday words, never the sentence. Left out are
 * - every digit, and Chinese figures in a row: numbers of cards, phones and doors;
 * - a single character that is neither used by the catalogue nor everyday, into which the segmenter cuts most names;
 * - what follows such a character or a surname, unless the catalogue uses it or it says who is meant (奶奶);
 * - every word that begins like a name, unless the catalogue uses it or all of its characters are everyday;
 * - Latin words that the catalogue does not use: they may be a name in pinyin, or an address.
 * What was left standing side by side stays together; an empty text means that nothing of the question may be kept.
 */
export function wordsToKeep(question: string, isKnown: (word: string) => boolean): string {
  const kept: string[] = [];
  let afterName = false;
  let together = false;
  for (const word of segmentsOf(tidied(question))) {
    const isEveryday: boolean =
      isKnown(word) || (afterName ? kin.test(word) : [...word].every((each) => everyday.has(each)));
    const beginsName: boolean = surnames.test(word) || (word.length === 1 && !isEveryday);
    const keeps: boolean = isChinese(word)
      ? !meansNothing(word) && !isNumber(word) && (isEveryday || (word.length > 1 && !beginsName && !afterName))
      : /^[a-z]{2,}$/.test(word) && isKnown(word);
    if (keeps && together && isChinese(word)) kept.push(`${kept.pop() ?? ''}${word}`);
    else if (keeps) kept.push(word);
    together = keeps;
    // 张三 is no whole name yet: 张三丰.
    afterName = isChinese(word) && beginsName && !(keeps && word.length > 1) && !meansNothing(word);
  }
  return [...new Set(kept)].slice(0, mostWords).join(' ');
}

function isNumber(word: string): boolean {
  return /[零〇一二三四五六七八九十百千两幺]{2}/.test(word);
}

import type { ContactMethod } from '../grading/contact-methods.ts';

/** Everyday words for a way to be in touch, as regular expressions over lower-case English and simplified Chinese. */
interface MethodWords {
  /** Whole English words. */
  readonly en: string;
  readonly zh: string;
  /** Words that say so only where no other method is named: one can meet at a fair. */
  readonly weak?: string;
}

const SENT_EN = '(?:sent|send|gave|give|passed on|shared|forwarded)';
const OUR_CUSTOMERS = "(?:our |the )?customers?'?(?:'s)?";

/** How people say each of the methods (domain: contact methods). Where words of two methods overlap, the longer ones count. */
export const METHOD_WORDS: Readonly<Record<ContactMethod, MethodWords>> = {
  phone: {
    en: "(?:phone |telephone |video |conference |cold )?call(?:s|ed|ing)?(?! (?:cent(?:er|re)|off))|(?:tele)?phon(?:e|es|ed|ing)|rang|ring|ringing|rung|dial(?:l?ed|l?ing)?|tel|by phone|on the phone|voice ?mails?|l?vm|rings out|(?:no[- ]one|nobody) picked up|wrong number|zoom(?:ed)?|facetimed?|teams (?:call|meeting)|(?:google )?meet call|(?:did not|didn't|not|n't) pick(?:ed)? up|hung up|picked up the phone",
    zh: '(?:没|未|不)接(?:到|听|起)?(?:我的?|了)?(?:电话)?|(?:打|通|回|接|去|致|来|拨)(?:了|过|通|个|一?[个通次])*电话|电话|通话|致电|来电|去电|回电|拨打|电访|打(?:不|没)通|没打通|打通|打给|打过去|语音(?:信|邮)箱|视频(?:会议|通话)|视讯(?:会议|通话)?|无人接听|没人接听?|接通|拒接|占线|忙线|手机',
    weak: '(?:left|leave|leaving) (?:a |him a |her a |them a )?(?:message|msg)|no[- ]answer|(?:no[- ]one|nobody) answered|(?:did not|didn.?t|doesn.?t) answer|unanswered|busy line|line (?:was )?busy|留言|留了言|关机',
  },
  visit: {
    en: 'visit(?:s|ed|ing)?|on-?site|on site|dropped (?:by|in)|drop(?:s|ping)? (?:by|in)|stopped by|stop(?:s|ping)? by|popped in|went to see|saw (?:him|her|them)|face[- ]to[- ]face|in person|at their office|site tour',
    zh: '(?:上门|登门)(?:拜访|服务|看望|走访)?|拜访|拜会|走访|面谈|面访|面聊|到访|去了?(?:一趟)?(?:客户|他们|对方)(?:那里|那边|那儿|公司|办公室|工厂|现场)?|去现场|到现场|到了?客户|实地|当面|家访|会面|来访|亲访|去了?一?趟|跑了?一趟|探访|看望',
    weak: 'met|meet|meeting|meetings|lunch|dinner|coffee|breakfast|见面|见了|见过|见到|见了?一?面|(?<!在)开会(?!中)|开了会|会议|会谈|吃饭|吃了饭|喝茶|喝咖啡|碰面|碰头',
  },
  gift: {
    en: `gifts?|gifted|a present|presents|hampers?|flowers|gift ?basket|souvenirs?|box of chocolates|chocolates`,
    zh: '送礼|礼品|礼物|礼盒|送花|花篮|伴手礼|赠品|赠礼|月饼|果篮|土特产|特产|小礼',
  },
  article: {
    en: 'articles?|white ?papers?|blog ?posts?|newsletters?|case stud(?:y|ies)|reference (?:case|story)|knowledge|know-how|insights?|how-?to|study|tutorial',
    zh: '文章|白皮书|案例|新知识?|知识|干货|推文|技术资料|公众号|论文|经验分享',
  },
  course: {
    en: 'courses?|training|trained|workshops?|webinars?|lessons?|class(?:es)?|tutorials?',
    zh: '课程|培训|教育训练|训练|讲座|上课|听课|工作坊|线上课|网课|直播课|教学|网络研讨会',
  },
  'seasonal-card': {
    en: "(?:christmas|xmas|new year'?s?|birthday|greetings?|seasonal|season'?s?|holiday|easter|thank[- ]you)[- ]cards?|(?:christmas|xmas|new year'?s?|birthday|season'?s?|holiday|festive) (?:greetings?|wish(?:es)?)|e-?cards?|happy (?:birthday|new year|christmas|holidays)|merry christmas",
    zh: '(?:贺|贺年|圣诞|生日|节日|新年|中秋|感谢|电子贺|明信)卡片?|(?:节日|节庆|新年|春节|中秋|端午|圣诞|生日|国庆|元旦|佳节)(?:的)?(?:祝福|问候|贺词|祝贺|快乐)|拜年|贺年|祝(?:他|她|客户)?(?:生日|新年|节日|中秋|圣诞)(?:快乐)?|卡片',
  },
  event: {
    en: '(?:trade |job )?(?:fair|show)(?! (?:me|him|her|them|us|the|a|you|enough|price|deal|point))|events?|seminars?|exhibitions?|exhibits?|expos?|conferences?|congress|booth|stand at|open (?:day|house)|get-?together|party|golf|summit|forum|reception|roundtable',
    zh: '活动|展会|展览会?|博览会|参展|展位|摊位|研讨会|联谊会?|沙龙|年会|酒会|论坛|峰会|座谈会|交流会|聚会|聚餐|高尔夫|打球|开放日|说明会|商展|尾牙|春酒',
  },
  launch: {
    en: '(?:product |new product )?launch(?:es|ed|ing)?(?: (?:event|party|invitation))?|product (?:release|presentation|unveiling)|unveil(?:ed|ing)',
    zh: '(?:新品|新产品|产品)?(?:发布会|发表会|上市会|推介会|上市|发布|推介)|新品(?:介绍|发表)?',
  },
  'special-offer': {
    en: 'special (?:offers?|deal|price|terms)|discounts?|promos?|promotions?|promotional|coupons?|vouchers?|rebates?|sale offer|deal of|price cut',
    zh: '(?:特别|限时|专属)?优惠(?:券|价|活动|方案|政策)?|折扣|折价券?|促销(?:活动)?|特价|打折|特惠|返利|抵用券|买一送一|让利',
  },
  email: {
    en: 'e-?mail(?:s|ed|ing)?|(?:re)?mail(?:s|ed|ing)?(?! (?:shot|merge))|(?:by|via) mail|outlook|gmail|wrote to|wrote (?:him|her|them)',
    zh: '(?:电子)?邮件|电邮|电子信|(?:回|来|去|写)信|伊妹儿|发邮|群发信|email|e-?mail|mail',
  },
  sms: {
    en: 'sms(?:ed|es)?|text(?:ed|ing)|text messages?|(?:sent|send|by|via|got|a) (?:him |her |them )?(?:a )?text|txt(?:ed)?|imessaged?',
    zh: '短信|简讯|短讯|手机信息|sms',
  },
  chat: {
    en: "(?:we ?chat|whats ?app|telegram|messenger|skype|slack|ding ?talk|lark|feishu|signal|kakao(?:talk)?|viber|qq|line app)(?:'?e?d|s)?|(?:online |live |web )?chat(?:s|ted|ting)?|dm(?:'?d|ed|s)?|messaged|messaging|instant messag(?:e|ing)|pinged|(?:on|via|by|through|over|sent a) line|linked ?in(?: message)?",
    zh: '(?:企业)?微信|企微|(?:发|加|回)?微|钉钉|飞书|旺旺|私信|群里|在线聊天?|线上聊天?|网聊|聊天|传(?:了)?讯息|发(?:了)?讯息|讯息|(?:用|传|发|加|在|以)了? ?line|line ?(?:群|联络|联系|聊|讯息|上|了|过|他|她|客户|回)|赖(?=他|她|了|客户|讯息)|whatsapp|wechat|qq|微聊',
    weak: 'message|msg',
  },
  'direct-mail': {
    en: 'direct mail(?:ing)?s?|mail ?shots?|letters?|postcards?|(?:by|in the|sent by) post|posted (?:a|the|our|him|her|them)|courier(?:ed)?|samples? by post',
    zh: '直邮|邮寄|(?:寄|发)(?:了|出|送)?(?:一?[份封本])?(?:产品)?(?:资料|样本|目录|画册|型录|宣传册|传单|手册|信|dm)|信件|信函|快递|寄了|寄出|寄送|dm',
    weak: 'brochures?|catalog(?:ue)?s?|flyers?|leaflets?|宣传册|画册|型录|传单|目录',
  },
  'customer-news': {
    en: `customer news|news (?:about|of|on) (?:the |a |their )?(?:customer|company's|client)|(?:their|customer's|client's|his|her) (?:news|success|award|anniversary|promotion)|congratulat(?:e|ed|ing|ions)(?: (?:on|for|to))?|congrats`,
    zh: '客户(?:的)?(?:新闻|动态|喜讯|消息|近况|喜事)|他们(?:的)?(?:新闻|喜讯)|祝贺|恭喜|道贺|贺喜',
  },
  'company-news': {
    en: "company (?:news|update|newsletter)|our (?:news|company(?:'s)? news|company update)|news (?:about|of|from) (?:us|our company)|press release",
    zh: '(?:公司|我司|我们公司|本公司|我们)(?:的)?(?:新闻|动态|消息|近况|喜讯|讯息)|新闻稿|企业(?:新闻|动态)',
  },
  'rep-news': {
    en: 'news (?:about|of) (?:me|myself|the rep)|(?:my|personal|rep) news|personal update|introduced myself|my new (?:role|position|number)|rep update',
    zh: '(?:个人|我的?|业务员|业务|销售|客户经理)(?:的)?(?:近况|动态|新闻|消息|调动)|自我介绍|朋友圈',
  },
  'problem-solving': {
    en: 'solv(?:e|ed|ing)(?: (?:a|the|their|his|her|an?))?(?: [a-z]+)? ?(?:problems?|issues?)?|fix(?:ed|ing)? (?:a|the|their|his|her|it)(?: [a-z]+)?|resolved(?: (?:a|the|their))?(?: [a-z]+)? ?(?:problems?|issues?)?|troubleshoot(?:ing)?|troubleshot|support (?:case|ticket)|repair(?:s|ed|ing)?|problem[- ]solving|helped (?:him|her|them|with)|sorted out',
    zh: '(?:解决|处理|排除|协助解决|帮忙解决|搞定)(?:了|掉|好|完)?(?:客户|他们|一个|的)*(?:问题|故障|投诉|客诉|异常|bug|困难|难题)?|维修|修好|修复|售后|排障|抢修',
  },
  'industry-signings': {
    en: '(?:industry|peer|competitor) (?:signings?|signed|deals?)|news of (?:a |the )?signings?|signings?(?: (?:in|news))?(?: (?:the|their|his|same))*(?: industry)?|signed (?:up )?(?:in|by) (?:the|their) (?:same )?industry',
    zh: '(?:同行|同业|行业|业内|同行业|同类企业)(?:的)?(?:客户)?(?:签约|签单|成交)(?:消息|新闻|喜报|案例)?|签约(?:消息|新闻|喜报|快讯|信息)',
  },
  'pass-on-promotions': {
    en: `${SENT_EN} (?:on )?(?:a |the )?${OUR_CUSTOMERS} (?:launch(?:es)?|promotions?|offers?|sales?)|${OUR_CUSTOMERS} (?:promotions?|launch(?:es)?|offers?)|pass(?:ed|ing)? on (?:a |the |their |some )?(?:promotions?|launch(?:es)?|offers?)|forward(?:ed|ing)? (?:a |the |their )?(?:promotions?|offers?)`,
    zh: '(?:转发|转达|转告|传递|代为?传达|转寄)(?:了)?(?:其他|我们|老|别的)?(?:客户)?(?:的)?(?:促销活动|优惠活动|促销|优惠|新品|发布会|活动)|客户(?:的)?(?:促销|优惠活动|新品发布会?)',
  },
  'referral-reward': {
    en: "referral (?:rewards?|bonus(?:es)?|fees?|gifts?|commissions?)|(?:rewards?|rewarded|bonus|commission|thanked|thanks)(?: (?:him|her|them))? for (?:the |a |his |her |their )?referr?als?|finder's fee",
    zh: '(?:转?介绍|推荐|引荐)(?:人)?(?:的)?(?:奖励|奖金|奖|费|佣金|礼金|红包|酬谢|谢礼|返佣)|(?:感谢|答谢|奖励)(?:他|她|客户)?(?:的)?(?:转介绍|推荐)',
  },
  recommendation: {
    en: 'recommendations?|recommended by|third[- ]party (?:recommendation|endorsement)|testimonials?|endorse(?:d|ment)|referred (?:us|me)|word of mouth|vouched',
    zh: '(?:第三方|他人|朋友|熟人|同行|老客户|专家|客户|口碑)(?:的)?(?:推荐|引荐|介绍)|推荐(?:信|函)?(?![给他她客了产])|背书|转介绍',
  },
  'market-information': {
    en: '(?:market|industry|sector|price|pricing) (?:information|info|reports?|data|updates?|news|trends?|intelligence|outlook|analysis|figures|overview)',
    zh: '(?:行业|市场|产业|业界|同业|价格)(?:的)?(?:信息|资讯|报告|动态|新闻|趋势|数据|情报|分析|行情|走势|简报)|行情',
  },
  'advertise-customer': {
    en: 'advert(?:s|isements?|ised|ising|ized)?(?: (?:the|our) customer)?|featured (?:them|him|her|the customer|the company|the client)|(?:an )?ads? (?:for|in)(?: (?:the|our|them))?(?: (?:publication|magazine|newsletter|journal|customer))?|customer portrait|interview in our (?:magazine|publication|newsletter)',
    zh: '(?:为|帮|替|给)(?:客户|他们|对方)(?:做|打|登)?(?:了)?(?:广告|宣传)|(?:登|刊登|打)?广告|刊登|(?:公司)?(?:内刊|会刊|刊物|期刊)|报道(?:了)?客户|专访',
  },
  'refer-business': {
    en: 'referred (?:some |a |an? |new |more )?(?:business|clients?|customers?|leads?|buyers?)(?: to)?|refer(?:ring)? business|pass(?:ed)? (?:on )?(?:a |some |them a )?leads?|(?:sent|gave|brought) (?:him|her|them) (?:some |a |new )?(?:business|leads?|customers?|orders?)|introduced (?:him|her|them)? ?(?:to )?(?:a |an? |some |new )?(?:clients?|customers?|buyers?)|business referral|leads? for them',
    zh: '(?:介绍|转介|引荐|推荐)(?:了)?(?:一?[个笔家单位])?(?:新)?(?:的)?(?:生意|业务|客户|订单|买家|买主|单子|商机)(?:给)?|(?:给|帮|替)(?:客户|他们?|她|对方)(?:介绍|拉|带)(?:了)?(?:一?[个笔家单])?(?:生意|业务|客户|订单|买家|单子)',
  },
  'introduce-partner': {
    en: '(?:introduc(?:e|ed|ing)|introduction (?:to|of)|recommended|referred)(?: (?:him|her|them|to|a|an|the|our|another|new))* (?:consultants?|suppliers?|partners?|vendors?|agenc(?:y|ies)|experts?|integrators?|advisers?|advisors?|lawyers?)',
    zh: '(?:介绍|引荐|推荐|引见)(?:了)?(?:一?[个位家])?(?:新)?(?:的)?(?:咨询)?(?:顾问|供应商|供货商|合作伙伴|伙伴|专家|厂商|集成商|讲师|律师|会计师)',
  },
  'online-service': {
    en: 'online (?:service|support|help)|(?:remote|online) (?:sessions?|support|help|assistance|demo|maintenance)|self[- ]service|(?:customer )?portal|screen[- ]?shar(?:e|ed|ing)|teamviewer|help ?desk',
    zh: '(?:在线|线上|网上|网络|远程|远端)(?:的)?(?:服务|客服|支持|支援|协助|指导|演示|维护|帮助|处理|连线|操作)|自助服务|客服系统|屏幕共享',
    weak: 'remote(?:ly)?|远程|远端',
  },
};

/** Methods that carry others: an article that is sent by e-mail is the article. */
export const WRITTEN_METHODS: ReadonlySet<ContactMethod> = new Set(['email', 'sms', 'chat', 'direct-mail']);
/** Methods that are talks: what they are about is named beside them. */
export const SPOKEN_METHODS: ReadonlySet<ContactMethod> = new Set(['phone', 'visit']);

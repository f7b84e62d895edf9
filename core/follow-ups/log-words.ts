import type { ContactOutcome } from './contact-outcome.ts';

/** Words that tell how a contact ended, over lower-case English and simplified Chinese. */
export const OUTCOME_WORDS: Readonly<Record<ContactOutcome, RegExp>> = {
  'no-answer': new RegExp(
    [
      "\\b(?:no[- ](?:answer|reply|response|one (?:answered|there|in|picked up))|nobody (?:answered|there|in|picked up)|(?:did not|didn't|didnt|not|never|won't|doesn't|does not|hasn't|has not) (?:yet )?(?:answer(?:ed|ing)?|pick(?:ed|ing)? up|repl(?:y|ied)|respond(?:ed|ing)?|in|there|available|reach(?:ed|able)?)|unanswered|voice ?mails?|l?vm|left (?:(?:him|her|them) )?(?:a |another )?(?:message|msg)|unreachable|(?:could not|couldn't|couldnt|cannot|can't|unable to|failed to) (?:be )?(?:reach(?:ed)?|get hold|get through|contact)|rang out|rings out|no luck|wrong number|in a meeting|engaged|(?:line|number) (?:was |is )?(?:busy|dead)|busy line|out of (?:the )?office|ooo|missed (?:him|her|them)|went unanswered|n\\/a)\\b",
      '(?:没|未|不)接(?:到|听|起)?(?:我的?)?(?:电话)?(?!触|受|着)|(?:无|没)人(?:接|应答|在)|打不通|没打通|没?打不进|不在(?:办公室|公司|座位|家)?(?!意|乎|于|考虑)|关机|占线|忙线|没(?:有)?(?:回复?|回应|回音|消息)|未(?:回复?|读)|(?:没|未)(?:能)?联系(?:上|到)|联系不上|联络不上|没联络上|没联络到|找不到人|没找到人|语音(?:信|邮)箱|留言|留了言|拒接|没见到人?|没碰到人?|扑空|没人|在开会|开会中|空号',
    ].join('|'),
    'u',
  ),
  'not-now': new RegExp(
    [
      "\\b(?:not (?:now|interested|at (?:the|this) moment|right now|this (?:year|quarter|month)|yet ready|ready|for now|a priority|keen)|no (?:interest|budget|need|money|time|plans?|demand)|(?:doesn't|does not|don't|do not) (?:need|want)|too (?:busy|expensive|early)|declin(?:ed|es)|refus(?:ed|es)|reject(?:ed|s)|turned (?:us |me |it )?down|postpon(?:ed|es|e)|on hold|put off|(?:budget )?froze(?:n)?|maybe later|later maybe|said no|says no|shelved|busy (?:now|until|till))\\b",
      '暂(?:时)?(?:不|无|没)(?:需|要|考虑|打算|有|想)?|没(?:有)?(?:兴趣|需求|预算|需要|意向|计划|钱|时间|空)|无(?:意向|需求|预算|兴趣)|不(?:感兴趣|需要|考虑|想要|要了|打算|想谈|急)|用不上|用不着|暂缓|缓一?缓|推迟|延期|延后|搁置|拒绝|婉拒|回绝|以后再(?:说|谈|联系|看)?|(?:晚点|过段时间|明年|之后|到时|年后|节后)再(?:说|谈|看|考虑)|再说吧?|先不|太贵|太忙|嫌贵',
    ].join('|'),
    'u',
  ),
  'next-step': new RegExp(
    [
      '\\b(?:(?:wants?|wanted|needs?|needed|asks?|asked|requests?|requested|would like|likes|expects?|waits?|waiting) (?:us |me |to |for |him |her |them |the |an? |our |new |another |more |get |have |see |some )*(?:quot(?:e|es|ation)|offers?|proposals?|demo(?:nstration)?s?|samples?|trials?|contracts?|visits?|meetings?|pric(?:es?|ing)|price list|calls?|terms|orders?|info(?:rmation)?|details|brochures?|presentations?|invoices?|pilots?|buy|order|sign|test|try|start)|agreed|agrees|interested|(?:will|to|going to|wants to|ready to) (?:sign|order|buy|decide)|sign(?:s|ed)?|signature|order(?:ed|s)|placed an order|next (?:meeting|call|visit|step|appointment)|(?:meeting|demo|visit|call|appointment) (?:is |was )?(?:set|arranged|booked|scheduled|agreed|fixed)|(?:booked|arranged|scheduled|set up|agreed) (?:an? |the |another )?(?:meeting|demo|visit|call|appointment|trial)|accepted|go ahead|green light|confirmed)\\b(?<!\\bnot (?:interested|agreed|signed|confirmed))',
      '(?<!不)(?:要|想|希望|需要|等|索取|要求|催)(?:我们|我|一份|一个|一下|看|先|新|正式|的|发|给|做|提供|出|了|前|之前)*(?:报价单?|价格|方案|样品|样本|试用|演示|合同|合约|资料|见面|拜访|折扣|优惠|下单|订货|购买|签约?|采购|发票|试样|测试|提案|估价|展示)|同意|答应|(?<!不|没)(?:很|非常|比较)?感兴趣|有(?:兴趣|意向|意愿)|约(?:好|定|了|在)|约.{0,8}(?:见面|面谈|拜访|演示|开会|会议)|(?<!续)签(?:约|单|合同|合约|下|了|字|$|[。.;,!])|前签|下(?:了)?(?:订)?单(?!位|独)|下订单|订购|成交|定下来|敲定|确认',
    ].join('|'),
    'u',
  ),
  reached: new RegExp(
    [
      "\\b(?:spoke|spoken|talked|reached|met|chatted|visited|discussed|had (?:a |an )?(?:[a-z]+ )?(?:call|chat|talk|meeting|lunch|dinner|coffee|conversation)|happy|satisfied|pleased|content|delighted|unhappy|dissatisfied|annoyed|angry|good (?:call|talk|meeting|chat)|all (?:good|fine|well))\\b(?<!(?:not|n't) (?:reached|satisfied))",
      '聊(?:了|过|得|完)|谈(?:了|过|得|完|好)|沟通(?:了|过|好)|见(?:了|过|到)|接了|拜访(?:了|过)|(?:很|非常|十分|挺|蛮|相当|都|不|客户|比较|对.{0,6})满意|通了电话|接通|顺利|联系上',
    ].join('|'),
    'u',
  ),
};

/** That a thing is to come. */
export const PLAN_WORDS =
  /\b(?:next|will|won't|'ll|wants?|wanted|needs?|needed|prefers?|asks?|asked|requests?|requested|expects?|expecting|follow[- ]?up|remind(?:er)?|schedul(?:e|ed)|book(?:ed)?|plan(?:s|ned)?|due|deadline|should|must|let's|going to|arrang(?:e|ed)|agreed|appointment|upcoming|invit(?:e|ed|es)|please|promis(?:e|ed|es)|to be|would like|ready to|todo|to do|again|back)\b|再(?!次)|下[次回]|(?<![不主重])要(?!求了|了)|(?<!感)想|希望|(?<!不|没)需要|(?<![大如按隐节契制签合条公特续违])约(?!束|莫)|准备|计划|打算|预计|待(?!遇)|等(?!级)|安排|答应|说好|定[在于]|改[到期在]|推到|记得|提醒|请|争取|将|回头|届时|到时|务必|催(?!了)/u;

/** Of {@link PLAN_WORDS} those that a finished action takes too: "called back Monday", "spoke again". */
export const WEAK_PLAN_WORDS = /^(?:again|back)$/;

/** That a thing has been. */
export const PAST_WORDS =
  /\b(?:[a-z]{3,}ed|called|came|paid|bought|sold|met|rang|sent|spoke|left|saw|went|wrote|gave|had|did|took|brought|was|were|already|just|since|texted)\b|(?<![除为得算罢受极]|约|定|说好|同意|答应)了(?!解|不起)|过(?!几|两|一?段|一?阵|些|会|年|节|\d|[一三四五六七八九十])|刚|已|完成|完了/u;

/** Right before a day: it is one to come. */
export const DEADLINE_BEFORE =
  /(?:\b(?:by|before|until|till|til|due|due on|next|starting|no later than|for|again|again on|back|back on|follow[- ]?up|follow[- ]?up on)(?: the)?|[:>]|[再约等到改])\s*$/u;

/** Right after a day: it is one to come. */
export const DEADLINE_AFTER =
  /^\s?(?:(?:之|以)?前|再(?!次)|要|[见约签交付](?!\p{Script=Han}?[了过])|给(?!了)|回(?!来|了)|联系(?!了|过)|联络(?!了|过)|跟进|回访(?!了|过)|报价|下单|deadline\b|follow[- ]?up\b)/u;

/** That somebody was in touch, whatever the method. */
export const TALK_WORDS =
  /(?<!\b(?:they|he|she) )\b(?:spoke|spoken|talked|chatted|discussed|caught up|in touch|contacted|reached|tried)\b|联系|联络|沟通|聊|谈[了过到]|见[了过到]/u;

/** Small words beside a day, which make a clause say no more than when; `~` stands for the day. */
export const ONLY_WHEN =
  /^(?:[\s~\p{P}]|\b(?:at|around|date|early|for|from|in|it|last|late|morning|afternoon|evening|noon|of|on|that|the|this|was)\b|上午|下午|早上|晚上|中午|是|在|的|于)*$/u;

const LASTING = 'contract|agreement|lease|licen[cs]e|warranty|subscription|policy|insurance|guarantee';

/** Right before a day: something runs out on it. */
export const END_BEFORE = new RegExp(
  [
    `\\b(?:ends?|ending|expir(?:es?|ing|y|ation)|runs? (?:out|until|till|to)|valid (?:until|till|to|through)|good until|lapses?|matures?|terminates?|(?:${LASTING})(?: \\w+){0,2} (?:until|till|through|to))(?: (?:date|day|is|at|in|on|by|of|the))*(?:[ :]*)$`,
    '(?:到期日?|截止(?:日期|日|时间)?|期满|过期|有效期)(?:[是为在到至于]|[ :])*$',
  ].join('|'),
  'u',
);

/** Right after a day: something runs out on it. */
export const END_AFTER =
  /^(?: (?:is|as|the|when|their|our|his|her|its|current|old|contract|agreement|lease|licen[cs]e|warranty|subscription|policy|offer))* (?:ends?|expires?|expiry|runs? out|lapses?)\b|^ ?(?:就|才|将|会)?(?:到期|截止|期满|过期|失效)/u;

/** Before a day that something was moved to. */
export const MOVED_TO =
  /\b(?:mov|shift|push|postpon|reschedul|brought forward|put (?:off|back))(?:e|ed|ing)?\b[^,;.!?\n]*\b(?:to|until|till)\s*$/u;

/** After a day that something was moved from, with `~` for the other day. */
export const MOVED_FROM =
  /^[^,;.!?\n~]*(?:\b(?:moved|shifted|pushed|postponed|rescheduled|brought forward|put (?:off|back)) to ~|(?:[改推延挪调移]|提前)(?:迟|后|期)?到 ?~)/u;

/** Before a day that tells which thing is spoken of: "about the invoice of 3 November". */
export const ABOUT = /\b(?:about|regarding|re|concerning)\b.*\b(?:of|from|dated)\s*$/u;

/** Right before a method: there was none. */
export const NEGATION =
  /(?:\b(?:not|never|no|without|don't|do not|didn't|did not|dont|didnt|cancell?ed(?: the)?|(?:moved|postponed|rescheduled|shifted)(?: the)?|instead of|rather than)(?: yet)?(?: an?| any)?|不要|别|不用|没有?|未|勿|无法|不方便|不想|拒绝|不能|还没有?|不喜欢|取消了?)(?:再)?\s*$/u;

/** Right after a method: it did not come about. */
export const CALLED_OFF =
  /^\s?(?:was |is |has been |got )?(?:cancell?ed|postponed|called off|rescheduled|取消|改期|延期|推迟)/u;

/** What a talk was about, not how it came about. */
export const TOPIC_WORDS =
  /\b(?:about|regarding|re|concerning|discuss(?:ed|ing)?|talked|told|mention(?:ed|s)|explained|presented|said|says|heard|invit(?:e|ed|es|ing))\b|聊|谈|讨论|介绍|关于|说|问|咨询|提到|提及|讲|邀请?/u;

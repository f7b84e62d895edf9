/**
 * What a word of a question stands for. `it`: the customer that is being spoken of; `list`: a plan for a day; `goes`: how
 * things go; `of`: what follows is somebody's name; `join`: nothing by itself.
 */
export type Concept =
  | 'who'
  | 'how'
  | 'why'
  | 'when'
  | 'me'
  | 'it'
  | 'contact'
  | 'list'
  | 'today'
  | 'tomorrow'
  | 'yesterday'
  | 'week'
  | 'month'
  | 'next-month'
  | 'overdue'
  | 'customer'
  | 'tier-word'
  | 'move'
  | 'up'
  | 'down'
  | 'reach'
  | 'complaint'
  | 'sign'
  | 'book'
  | 'full'
  | 'capacity'
  | 'digest'
  | 'weekly'
  | 'monthly'
  | 'goes'
  | 'card'
  | 'help'
  | 'is'
  | 'of'
  | 'join';

interface Words {
  /** Lower case; phrases with one space. */
  readonly en: string;
  /** Simplified characters; the traditional ones are read as these. */
  readonly zh: string;
}

/** The words of questions by what they stand for, parted by bars. Every word stands once. */
export const QUESTION_WORDS: Readonly<Record<Concept, Words>> = {
  who: {
    en: 'who|whom|whose|which|what|anyone|anybody|any one|how many|how much|who all|what all',
    zh: '谁|哪些|哪个|哪几个|哪几家|哪几位|哪家|哪位|什么|什么人|哪|多少|几个|几家|几位|有谁|有哪些|有什么|有没有|啥',
  },
  how: { en: 'how', zh: '怎么|怎样|如何|怎么才能|怎样才能|如何才能|怎么样才能|咋' },
  why: {
    en: 'why|how come|what makes|what made|what is the reason|reason|reasons|explain',
    zh: '为什么|为何|为啥|为什么会|怎么会|怎么就|什么原因|原因|凭什么|干嘛',
  },
  when: {
    en: 'when|due|next contact|last contact|next call|last call|next follow up',
    zh: '什么时候|何时|几时|几号|哪天|哪一天|下次|上次|下一次|上一次|多久',
  },
  me: {
    en: "i|me|my|mine|we|us|our|ours|i'm|we're|myself",
    zh: '我|我的|我们|我们的|咱们|咱|本人|我自己|我这边|我手上|我手里|我名下|你|您',
  },
  it: {
    en: 'it|its|this|that|they|them|their|he|she|him|her|his|this customer|this client|this account|this one|the customer|the client|the account',
    zh: '它|它的|他|他的|她|她的|他们|他们的|这个客户|该客户|此客户|这家|这个|这位|这家公司|该公司|对方|人家',
  },
  contact: {
    en: 'call|calling|contact|contacts|contacting|phone|ring|reach out|visit|follow up|follow up with|be in touch|get in touch|in touch|talk|speak|see|chase|touch base|ring up|call back|called|contacted|visited|touch|meet',
    zh: '联系|联络|连系|打|打电话|打给|打电话给|拨|致电|拜访|跟进|回访|找|去电|见|走访|追|跑|通电话|沟通|谈|约|关心|问候|联系一下|拨打',
  },
  list: {
    en: "follow ups|followups|followup|agenda|list|lists|plan|plans|planned|schedule|scheduled|to do|todo|todos|to dos|tasks|task|day|jobs|work|calls|visits|on my plate|plate|what's on|whats on|coming up|line up|lined up",
    zh: '清单|名单|安排|日程|行程|计划|任务|待办|待办事项|工作|事|事情|活|跟进清单|联系清单|联系名单|拜访计划|跟进名单|今日清单|列表|做',
  },
  today: {
    en: "today|today's|todays|this morning|this afternoon|tonight|now",
    zh: '今天|今日|今儿|今早|今天下午|今天上午|今晚|现在|目前',
  },
  tomorrow: {
    en: "tomorrow|tomorrow's|tomorrows|tmrw|tmr|tomorrow morning",
    zh: '明天|明日|明儿|明早|明天上午|明天下午|翌日',
  },
  yesterday: { en: "yesterday|yesterday's|yesterdays|last night", zh: '昨天|昨日|昨儿|昨晚|前一天' },
  week: {
    en: "this week|this week's|week|last week|last week's|past week|the week|weeks|last seven days|last 7 days",
    zh: '本周|这周|这个星期|本星期|这星期|这礼拜|这个礼拜|上周|上星期|上个星期|上礼拜|上个礼拜|一周|这一周|近一周|最近一周|周|星期|礼拜',
  },
  month: {
    en: "this month|this month's|month|last month|last month's|past month|the month|months|month's|monthly total|end of month|end of the month|by month end|month end",
    zh: '本月|这个月|这月|当月|上月|上个月|一个月|最近一个月|近一个月|月底|月底前|月|这个月底|本月底',
  },
  'next-month': { en: "next month|next month's|coming month", zh: '下个月|下月|次月' },
  overdue: {
    en: 'overdue|late|behind|past due|missed|neglected|not contacted|not been contacted|not called|not been called|waiting too long|behind schedule|slipping|outstanding|forgotten',
    zh: '逾期|超期|过期|到期|没联系|没联络|未联系|没跟进|未跟进|没有联系|没有跟进|没回访|未回访|拖着|拖了|拖|漏掉|落下|耽误|超时|延误|忘了联系|该联系没联系|还没联系|没打电话|没打|久没联系|好久没联系|太久没联系|久没联络|好久没联络|太久没联络|没有联络|未联络|还没联络|久未联络|久未联系|太久没跟进|忘了联络',
  },
  customer: {
    en: "customer|customers|customer's|customers'|client|clients|account|accounts|prospects|prospect|companies|company|names|leads|lead|people|ones|contracts partner",
    zh: '客户|客户们|顾客|客人|潜在客户|潜客|公司|商机|准客户|企业',
  },
  'tier-word': {
    en: "tier|tiers|grade|grades|graded|rated|rating|ranked|level|class|tier's",
    zh: '级|级别|等级|类|档|评级|级客户|类客户|评为|定为|评成|分到|列为|归为',
  },
  move: {
    en: 'moved|move|moves|movers|mover|moving|movement|movements|changed|changes|change|changing|shifted|switched|migrated|regraded',
    zh: '变动|变化|变了|变|调整|升降|升降级|异动|变级|改级|等级变动|等级变化|换级|动了|波动',
  },
  up: {
    en: 'up|rose|rise|risen|rises|upgraded|upgrade|upgrades|upgrading|climbed|climb|improved|improve|promoted|promote|gained|went up|moved up|go up|risers|winners|lift|lifted|raise|raised|better',
    zh: '升级|升|升了|上升|提升|晋级|升上去|涨|升上来|升上|变好|升等|升了级|往上|上去|高一级|更高|更高一级|提高',
  },
  down: {
    en: 'down|fell|fall|fallen|falls|falling|dropped|drop|drops|dropping|downgraded|downgrade|downgrades|slipped|slip|slid|sank|went down|moved down|go down|fell out|dropped out|out|losers|fallers|demoted|lose|lost|worse',
    zh: '掉级|降级|掉|降|掉了|下降|下滑|跌|掉出|跌出|降了|掉下来|掉下去|降等|退级|下跌|变差|掉出来|跌级|滑落|降下来|降低|掉了级|降了级|落到',
  },
  reach: {
    en: 'get|gets|getting|got|become|becomes|reach|reaches|reached|bring|make|turn|needed|missing|take|takes|need|needs|move up|get back|push|far|away|miss|short|help',
    zh: '到|达到|成为|变成|才能|差|缺|还差|还缺|需要|让|把|使|将|才会|才可以|做到|进|进入|回到|离|距离|距|升到|升至|升为|提到|够',
  },
  complaint: {
    en: 'complaint|complaints|complained|complain|complaining|complains|unhappy|open complaints|grievances|tickets',
    zh: '投诉|客诉|抱怨|申诉|投诉单|未结投诉|客怨|不满意',
  },
  sign: {
    en: 'sign|signs|signed|signing|signings|signature|signatures|close|closes|closed|closing|closings|deal|deals|expected signings|forecast|pipeline|won|win|wins|revenue expected',
    zh: '签|签单|签约|成交|签下|签成|预计成交|预计签约|预计签|合同|单子|订单|签得下|签得了|签到|签多少|成单|拿下|预测|签几个|能签',
  },
  book: {
    en: 'book|books|load|loads|workload|workloads|reps|rep|team|colleague|colleagues|hands|capacity of',
    zh: '名下|手上|手里|团队|同事|业务员|销售|客户经理|业务|组里',
  },
  full: {
    en: 'full|too full|too many|too much|overloaded|overbooked|overworked|busy|too busy|over|stretched|swamped|most|too large|too big',
    zh: '太多|太满|过多|超负荷|超载|忙不过来|满了|饱和|爆满|过载|顾不过来|太忙|超额|超量|超|忙|满|最多|吃不消',
  },
  capacity: {
    en: 'capacity|over capacity|overcapacity|headroom|spare capacity|utilisation|utilization',
    zh: '负荷|工作量|容量|产能|负载|饱和度|人手',
  },
  digest: {
    en: "digest|digests|report|reports|summary|overview|briefing|brief|numbers|figures|dashboard|recap|round up|roundup|status report|morning report|tiers overview|what's new|whats new|what is new|news",
    zh: '日报|摘要|简报|汇总|报告|总结|总览|晨报|早报|概览|概况|数据|战报|报表|通报',
  },
  weekly: { en: 'weekly|weekly report|weekly digest|weekly summary', zh: '周报|一周总结|周总结|每周' },
  monthly: { en: 'monthly|monthly report|monthly digest|monthly summary', zh: '月报|月度总结|月总结|每月|月度' },
  goes: {
    en: "how are we doing|how're we doing|how are things|how are things going|how is business|how's business|how did we do|how is it going|how's it going|how are we|how do we stand|where do we stand|how is the team doing|how's the team doing|how are my customers|how are our customers doing|how are my customers doing|business|doing|going|situation|state|things|stand",
    zh: '怎么样|怎样了|情况|状况|进展|业绩|战况|最近怎么样|如何了|整体|总体|生意|咋样|近况|形势',
  },
  card: {
    en: 'card|profile|details|score|info|information|file|record|status',
    zh: '卡片|资料|信息|得分|详情|档案|分数|客户卡|客户资料',
  },
  help: {
    en: 'help|what can you do|what can i ask|what can i ask you|how does this work|how do i use this|how do you work|what do you do|how do i use you|what can i do here|what can i type|commands|examples|manual|instructions',
    zh: '帮助|说明|你能做什么|你会什么|你会做什么|怎么用|怎么使用|如何使用|使用说明|能问什么|可以问什么|我可以问什么|你能干什么|你能干嘛|你会干什么|例子|指令|用法|功能|你是谁|求助',
  },
  is: {
    en: "is|are|was|were|am|be|been|being|did|do|does|has|have|had|will|would|should|shall|can|could|must|may|might|'s|isn't|aren't|wasn't|hasn't|haven't|didn't|don't|doesn't|ought|gonna|going to|supposed|have to|has to|need to|needs to|supposed to|want|wants|who's|what's|whats|whos|'re|'ve|'d|'ll",
    zh: '是|在|有|会|能|要|得|该|应该|应当|可以|需|想|打算|准备|被|属于|算|快|必须|可能',
  },
  of: { en: 'of|for|by|from|with|about|at', zh: '的|给|跟|和|与|对|关于|由|从' },
  join: {
    en: 'a|an|the|to|on|in|into|and|or|any|all|some|still|yet|there|here|then|so|just|only|really|currently|lately|recently|ever|since|not|no|than|as|even|too|most likely|likely|expected|expect|open|new|everybody|everyone|more|first|again|right|already|next|last|ones that|anything|something|everything|longer|any longer|anymore|any more|back|way|let|also|today at|between|new one|latest|list of|please',
    zh: '了|吗|呢|吧|啊|呀|嘛|么|都|还|还有|也|就|又|才|那|那么|最近|刚|刚刚|刚才|共|一共|总共|个|家|位|名|些|人|里|中|上|下|来|去|过|一下|看|看看|钱|金额|列出|显示|只|只是|不|没|没有|未|已|已经|所有|全部|当前|今年|因|因为|好|再|其中|之中|未结|未处理|待处理|没处理|处理|出|前|后|以来|之后|开始|列一下|条|件|笔|单|回|起来|出来|得到',
  },
};

/** Said for the sake of manners before anything else. */
export const COURTESIES_BEFORE: Readonly<Words> = {
  en: "please|pls|plz|hi|hi there|hello|hello there|hey|hey there|good morning|good afternoon|good evening|morning|tierbook|hi tierbook|hey tierbook|hello tierbook|dear tierbook|thanks|thank you|could you|can you|would you|will you|could you please|can you please|would you please|may i ask|can i ask|could i ask|tell me|show me|give me|let me know|let me see|i want to know|i want to see|i'd like to know|i would like to know|i'd like to see|i would like to see|do you know|i wonder|i was wondering|ok|okay|excuse me|sorry|quick question|just|display|look up|find|find me|pull up|show|open up|kindly|can i see|could i see|can i get|could i get|remind me|can we see|would you mind telling me",
  zh: '请问|请问一下|请|请你|请您|麻烦|麻烦你|麻烦您|劳驾|你好|您好|早|早上好|早安|下午好|晚上好|嗨|哈喽|哈啰|帮我|帮忙|帮我看看|帮我看一下|帮我查|帮我查一下|帮忙看看|帮忙看一下|帮忙查一下|告诉我|跟我说|跟我说说|说说|我想知道|想知道|我想看|我想看看|我想看一下|我想问|我想问一下|想问|想问一下|问一下|请教|请教一下|能不能告诉我|能否告诉我|能告诉我|可以告诉我|能不能|能否|可否|给我看|给我看看|给我看一下|给我查|给我查一下|查一下|查查|查看|查询|看看|看一下|显示|列出|列一下|谢谢|不好意思|打扰一下|打扰了|拜托|劳烦|方便的话|小助手|机器人|找一下',
};

/** Said for the sake of manners after everything else. */
export const COURTESIES_AFTER: Readonly<Words> = {
  en: 'please|pls|plz|thanks|thank you|thx|ty|cheers|many thanks|thanks a lot|thank you very much|thanks in advance|tierbook|for me|if you can|would you|could you',
  zh: '吗|呢|啊|呀|嘛|啦|哦|喔|好吗|好不好|可以吗|行吗|可否|谢谢|谢谢你|谢谢您|多谢|感谢|拜托|拜托了|麻烦了|麻烦你了|麻烦您了|谢啦|谢了|辛苦了|一下',
};

/** Courtesies that say thank you, or good day, when nothing else is said. */
export const THANKS_WORDS = /thank|thx|\bty\b|cheers|great|perfect|awesome|well done|谢|感谢|辛苦|太好了|很好|不错|赞/u;
export const HELLO_WORDS =
  /\b(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning)\b|你好|您好|早|下午好|晚上好|嗨|哈喽|哈啰|哈罗/u;

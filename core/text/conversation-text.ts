import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the bot answers to a message that somebody writes to it. Names come in ready to be shown: cleaned and cut. */
export interface ConversationText {
  readonly hello: string;
  readonly thanks: string;
  /** To who wants nothing: "ok". */
  readonly ok: string;
  /** To who is cross. Examples follow. */
  readonly noHelp: string;
  readonly notUnderstood: string;
  /** Heads examples of what can be asked. */
  readonly examples: string;
  readonly help: string;
  /** What stands in examples where no customer is on file yet. */
  readonly anyCustomer: string;
  readonly askDay: string;
  readonly askDayGives: string;
  askName(customer: string): string;
  readonly askNameGives: string;
  /** `tier` is the tier's id or name; undefined where the customer has none. */
  askWhy(customer: string, tier: string | undefined): string;
  readonly askWhyGives: string;
  askLift(customer: string): string;
  readonly askLiftGives: string;
  sayLog(customer: string): string;
  readonly sayLogGives: string;
  saySnooze(customer: string): string;
  readonly saySnoozeGives: string;
  readonly askOverdue: string;
  readonly askOverdueGives: string;
  readonly askMovers: string;
  readonly askMoversGives: string;
  readonly askDigest: string;
  readonly askDigestGives: string;
  readonly askLogged: string;
  readonly askLoggedGives: string;
  /** Where a customer is asked for without a name, outside a thread that is about one. */
  readonly whichCustomer: string;
  /** A follow-up is to wait, and no day is said. */
  untilWhen(customer: string): string;
  /** Nothing was logged yet, because something is open. */
  logOpen(customer: string): string;
  readonly logWhom: string;
  /** In the thread of one customer, where the name of another seems to be said. */
  logWhich(customer: string, other: string): string;
  /** Where one sentence notes a contact with two customers. */
  logBoth(customer: string, other: string): string;
  /** Where what was done last is to be taken back. */
  readonly undo: string;
  /** Where a customer is to be added and no name is said. */
  readonly addWhom: string;
  /** Above an answer that Slack did not take at once. */
  readonly slackWasBusy: string;
  /** A message stays where it was written, so that it can be copied. */
  aLongMessage(length: number, limit: number): string;
  /** Where the button to the window carries only so much of what was said. */
  saidCut(limit: number): string;
  /** Above the card of the only customer that a sentence names which is not understood otherwise. */
  readonly aboutThatCustomer: string;
  /** What is said of a part of the digest in which nothing is. */
  readonly nothingIn: { readonly moves: string; readonly capacity: string; readonly signings: string };
}

const en: ConversationText = {
  hello: 'Hello! Ask me about a customer or about your day.',
  thanks: 'You are welcome.',
  ok: 'All right. Write a customer’s name when you need me, or “help” for what I understand.',
  noHelp: 'Sorry that I was no help. I understand only a few kinds of questions.',
  notUnderstood: 'I did not understand that. I understand only a few kinds of questions.',
  examples: 'Try one of these:',
  help: 'Write to me as you would to a colleague. In the thread of a card you need not name the customer.',
  anyCustomer: 'ACME',
  askDay: 'who should I call today',
  askDayGives: 'your list for the day',
  askName: (customer) => customer,
  askNameGives: 'the card: tier, reasons, next contact',
  askWhy: (customer, tier) => (tier === undefined ? `why ${customer}` : `why is ${customer} ${tier}`),
  askWhyGives: 'all reasons for the tier',
  askLift: (customer) => `what would lift ${customer}`,
  askLiftGives: 'the smallest change that reaches the next tier',
  sayLog: (customer) => `log called ${customer}, wants a quote by Friday`,
  sayLogGives: 'logs the contact',
  saySnooze: (customer) => `snooze ${customer} until Friday`,
  saySnoozeGives: 'puts the follow-up off',
  askOverdue: 'which customers are overdue',
  askOverdueGives: 'contacts that are late',
  askMovers: 'who fell this week',
  askMoversGives: 'changes of tier',
  askDigest: 'how are we doing',
  askDigestGives: 'the digest as of now',
  askLogged: 'what did I log today',
  askLoggedGives: 'your contacts of the day',
  whichCustomer: 'Which customer do you mean? Add the name, or ask in the thread of its card.',
  untilWhen: (customer) => `Until when? Write the day as well: “snooze ${customer} until Friday”.`,
  logOpen: (customer) => `Nothing is logged with ${customer} yet, because this is open:`,
  logWhich: (customer, other) =>
    `Nothing is logged yet: do you mean ${customer} or ${other}? Press the button and choose the customer.`,
  logBoth: (customer, other) =>
    `Nothing is logged yet: that names ${customer} and ${other}. Log one contact for each: write one message a customer, or press the button.`,
  undo: 'Press “Undo” under my message about what was done. For an older contact, open the customer’s card.',
  addWhom: 'Who is to be added? Write “add” and the name: “add Juniper Ltd”.',
  logWhom: 'Nothing is logged yet: several customers have that name. Press the button and choose one.',
  slackWasBusy: 'Slack was busy, so this answer is late.',
  aLongMessage: (length, limit) =>
    `That is too long: ${formatDecimal(length, 0)} characters, and I read at most ${formatDecimal(limit, 0)}. Nothing was logged. Your message stays above: copy it from there and shorten it.`,
  saidCut: (limit) =>
    `The window can take over only the first ${formatDecimal(limit, 0)} characters. Your message stays above: copy the rest from there.`,
  aboutThatCustomer: 'I did not understand all of that. It names this customer:',
  nothingIn: {
    moves: 'Nobody changed tier.',
    capacity: 'No book is over capacity.',
    signings: 'No signings are expected.',
  },
};

const zhCn: ConversationText = {
  hello: '您好！可以问我某个客户，或者今天该做什么。',
  thanks: '不客气。',
  ok: '好的。需要时写上客户名称就行；写“帮助”可以看我能回答什么。',
  noHelp: '抱歉没能帮上忙，我只懂几类问题。',
  notUnderstood: '抱歉，我没有看懂，我只懂几类问题。',
  examples: '可以这样问：',
  help: '像对同事说话那样写给我就行。在客户卡片的消息列里，不必再写客户名称。',
  anyCustomer: '春晖',
  askDay: '今天该联系谁',
  askDayGives: '今天的跟进清单',
  askName: (customer) => customer,
  askNameGives: '客户卡片：等级、原因、下次联系',
  askWhy: (customer, tier) => `${customer} 为什么是 ${tier ?? '这个等级'}`,
  askWhyGives: '等级的全部原因',
  askLift: (customer) => `${customer} 怎么升级`,
  askLiftGives: '升到上一级所需的最小变化',
  sayLog: (customer) => `给${customer}打了电话，周五前要报价`,
  sayLogGives: '记录这次联系',
  saySnooze: (customer) => `把${customer}推迟到周五`,
  saySnoozeGives: '推迟这次跟进',
  askOverdue: '哪些客户逾期了',
  askOverdueGives: '逾期未联系的客户',
  askMovers: '本周谁掉级了',
  askMoversGives: '等级变动',
  askDigest: '最近怎么样',
  askDigestGives: '当前的简报',
  askLogged: '我今天记录了什么',
  askLoggedGives: '您当天记录的联系',
  whichCustomer: '您问的是哪个客户？请写上名称，或在该客户卡片的消息列里问。',
  untilWhen: (customer) => `推迟到什么时候？请写上日期，例如“把${customer}推迟到周五”。`,
  logOpen: (customer) => `还没有为${customer}记录，因为有一点不清楚：`,
  logWhich: (customer, other) => `还没有记录：您指的是${customer}还是${other}？请点按钮选择客户。`,
  logBoth: (customer, other) =>
    `还没有记录：这句话提到了${customer}和${other}。请每个客户写一条消息，或点按钮分别记录。`,
  undo: '请点我那条消息下面的“撤销”。较早的联系请打开客户卡片撤销。',
  addWhom: '要新增哪个客户？请写“新增”加名称，例如“新增 春晖电子”。',
  logWhom: '还没有记录：有多个客户叫这个名字。请点按钮选择客户。',
  slackWasBusy: 'Slack 刚才有些繁忙，所以回复晚了。',
  aLongMessage: (length, limit) =>
    `这条消息太长了（${length} 个字符），我最多能读 ${limit} 个字符，所以什么都没有记录。您的消息还在上面，请复制后缩短再发。`,
  saidCut: (limit) => `窗口里只能带入前 ${limit} 个字符。您的消息还在上面，其余部分请从那里复制。`,
  aboutThatCustomer: '这句话我没有全看懂，其中提到了这个客户：',
  nothingIn: { moves: '没有客户变动等级。', capacity: '没有人超负荷。', signings: '没有预计成交的客户。' },
};

const zhTw: ConversationText = {
  hello: '您好！可以問我某位客戶，或是今天該做什麼。',
  thanks: '不客氣。',
  ok: '好的。需要時寫上客戶名稱就行；寫「說明」可以看我能回答什麼。',
  noHelp: '抱歉沒能幫上忙，我只懂幾類問題。',
  notUnderstood: '抱歉，我沒看懂，我只懂幾類問題。',
  examples: '可以這樣問：',
  help: '像跟同事說話那樣寫給我就行。在客戶卡片的討論串裡，不必再寫客戶名稱。',
  anyCustomer: '春暉',
  askDay: '今天該聯絡誰',
  askDayGives: '今天的跟進清單',
  askName: (customer) => customer,
  askNameGives: '客戶卡片：等級、原因、下次聯絡',
  askWhy: (customer, tier) => `${customer} 為什麼是 ${tier ?? '這個等級'}`,
  askWhyGives: '等級的全部原因',
  askLift: (customer) => `${customer} 怎麼升級`,
  askLiftGives: '升到上一級所需的最小變化',
  sayLog: (customer) => `打電話給${customer}了，週五前要報價`,
  sayLogGives: '記錄這次聯絡',
  saySnooze: (customer) => `把${customer}延後到週五`,
  saySnoozeGives: '延後這次跟進',
  askOverdue: '哪些客戶逾期了',
  askOverdueGives: '逾期未聯絡的客戶',
  askMovers: '本週誰降級了',
  askMoversGives: '等級變動',
  askDigest: '最近怎麼樣',
  askDigestGives: '目前的簡報',
  askLogged: '我今天記錄了什麼',
  askLoggedGives: '您當天記錄的聯絡',
  whichCustomer: '您問的是哪位客戶？請寫上名稱，或在該客戶卡片的討論串裡問。',
  untilWhen: (customer) => `延後到什麼時候？請寫上日期，例如「把${customer}延後到週五」。`,
  logOpen: (customer) => `還沒有為${customer}記錄，因為有一點不清楚：`,
  logWhich: (customer, other) => `還沒有記錄：您指的是${customer}還是${other}？請按按鈕選擇客戶。`,
  logBoth: (customer, other) =>
    `還沒有記錄：這句話提到了${customer}和${other}。請每位客戶寫一則訊息，或按按鈕分別記錄。`,
  undo: '請按我那則訊息下方的「復原」。較早的聯絡請打開客戶卡片復原。',
  addWhom: '要新增哪位客戶？請寫「新增」加名稱，例如「新增 春暉電子」。',
  logWhom: '還沒有記錄：有多位客戶叫這個名字。請按按鈕選擇客戶。',
  slackWasBusy: 'Slack 剛才有些忙碌，所以回覆晚了。',
  aLongMessage: (length, limit) =>
    `這則訊息太長了（${length} 個字元），我最多能讀 ${limit} 個字元，所以什麼都沒有記錄。您的訊息還在上面，請複製後縮短再傳。`,
  saidCut: (limit) => `視窗裡只能帶入前 ${limit} 個字元。您的訊息還在上面，其餘部分請從那裡複製。`,
  aboutThatCustomer: '這句話我沒有全看懂，其中提到了這位客戶：',
  nothingIn: { moves: '沒有客戶變動等級。', capacity: '沒有人超出負荷。', signings: '沒有預計成交的客戶。' },
};

/** The words of conversations in every language. */
export const CONVERSATION_TEXT: ByLanguage<ConversationText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };

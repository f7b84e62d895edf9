import type { ByLanguage } from './language.ts';

/** What the local workspace's page says about its time, and to someone who is there for the first time. */
export interface PageGuideText {
  /** The accessible name of the button that shows the workspace's time. `moment` is what stands on it. */
  time(moment: string): string;
  readonly timeTitle: string;
  /** Why one would want to move the time. */
  readonly timeHint: string;
  readonly notReal: string;
  readonly tomorrow: string;
  readonly nextMonday: string;
  readonly play: string;
  readonly stop: string;
  readonly playing: string;
  readonly setTo: string;
  readonly set: string;
  readonly backToNow: string;
  readonly notAMoment: string;
  readonly guide: string;
  readonly showGuide: string;
  readonly closeGuide: string;
  /** Follows a step that is done, for those who do not see its mark. */
  readonly done: string;
  readonly customerStep: string;
  readonly customerButton: string;
  readonly whyStep: string;
  readonly whyHint: string;
  readonly dayStep: string;
  readonly dayButton: string;
  readonly tableStep: string;
  readonly tableButton: string;
  readonly allDone: string;
}

/** The sentences of the clock and of the first steps by language. */
export const PAGE_GUIDE_TEXT: ByLanguage<PageGuideText> = {
  en: {
    time: (moment) => `The workspace’s time: ${moment}`,
    timeTitle: 'Time in the workspace',
    timeHint: 'Move the time to see what Tierbook does each morning. Your computer’s own time stays as it is.',
    notReal: 'not the real time',
    tomorrow: 'Tomorrow 08:30',
    nextMonday: 'Next Monday 08:30',
    play: 'Play a week in a minute',
    stop: 'Stop',
    playing: 'Playing a week…',
    setTo: 'Date and time',
    set: 'Set',
    backToNow: 'Back to now',
    notAMoment: 'Please choose both a date and a time.',
    guide: 'First steps',
    showGuide: 'Show the first steps',
    closeGuide: 'Close the first steps',
    done: 'done',
    customerStep: 'Look up a customer',
    customerButton: 'Type /customer ACME',
    whyStep: 'Ask for the reasons',
    whyHint: 'Press “Why?” under the card',
    dayStep: 'See whom to contact',
    dayButton: 'Type /followups',
    tableStep: 'Try your own customers',
    tableButton: 'Choose a table',
    allDone: 'That is the heart of it. Next: become someone else at the top left, or move the time at the top right.',
  },
  'zh-CN': {
    time: (moment) => `工作区时间：${moment}`,
    timeTitle: '工作区的时间',
    timeHint: '调整时间，看看 Tierbook 每天早上会做什么。您电脑本身的时间不变。',
    notReal: '不是真实时间',
    tomorrow: '明天 08:30',
    nextMonday: '下周一 08:30',
    play: '一分钟走完一周',
    stop: '停止',
    playing: '正在走完一周…',
    setTo: '日期和时间',
    set: '设定',
    backToNow: '回到现在',
    notAMoment: '请同时选择日期和时间。',
    guide: '入门步骤',
    showGuide: '显示入门步骤',
    closeGuide: '关闭入门步骤',
    done: '已完成',
    customerStep: '查一个客户',
    customerButton: '输入 /customer ACME',
    whyStep: '看看原因',
    whyHint: '按卡片下方的“为什么？”',
    dayStep: '看看今天该联系谁',
    dayButton: '输入 /followups',
    tableStep: '试试您自己的客户',
    tableButton: '选择表格',
    allDone: '主要功能就是这些。接下来可以在左上角换成别人，或在右上角调整时间。',
  },
  'zh-TW': {
    time: (moment) => `工作區時間：${moment}`,
    timeTitle: '工作區的時間',
    timeHint: '調整時間，看看 Tierbook 每天早上會做什麼。您電腦本身的時間不變。',
    notReal: '不是真實時間',
    tomorrow: '明天 08:30',
    nextMonday: '下週一 08:30',
    play: '一分鐘走完一週',
    stop: '停止',
    playing: '正在走完一週…',
    setTo: '日期與時間',
    set: '設定',
    backToNow: '回到現在',
    notAMoment: '請同時選擇日期與時間。',
    guide: '入門步驟',
    showGuide: '顯示入門步驟',
    closeGuide: '關閉入門步驟',
    done: '已完成',
    customerStep: '查一位客戶',
    customerButton: '輸入 /customer ACME',
    whyStep: '看看原因',
    whyHint: '按卡片下方的「為什麼？」',
    dayStep: '看看今天該聯絡誰',
    dayButton: '輸入 /followups',
    tableStep: '試試您自己的客戶',
    tableButton: '選擇表格',
    allDone: '主要功能就是這些。接下來可以在左上角換成別人，或在右上角調整時間。',
  },
};

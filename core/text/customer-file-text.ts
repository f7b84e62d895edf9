import type { ByLanguage } from './language.ts';

/** Why nobody works with a customer any more. */
export type ClosedWord = 'archived' | 'lost';

/** The words around a customer's file: adding, changing, archiving and merging. Titles have at most 24 characters. */
export const CUSTOMER_FILE_TEXT: ByLanguage<{
  readonly addTitle: string;
  /** The button where a search found nothing. */
  readonly addAs: string;
  addAsLabel(name: string): string;
  readonly add: string;
  /** The button once somebody has looked at the likely duplicates. */
  readonly addAnyway: string;
  readonly duplicates: string;
  /** What a customer on file has in common with the one described. */
  readonly sameKey: string;
  readonly sameName: string;
  readonly samePhone: string;
  readonly sameEmail: string;
  readonly itIsThis: string;
  itIsThisLabel(name: string): string;
  itWasThis(name: string): string;
  added(name: string): string;
  readonly edit: string;
  editLabel(name: string): string;
  readonly editTitle: string;
  readonly save: string;
  edited(name: string): string;
  nothingChanged(name: string): string;
  readonly name: string;
  /** Below the name of one who is renamed. */
  readonly nameHint: string;
  readonly key: string;
  readonly stage: string;
  readonly prospect: string;
  readonly customer: string;
  readonly owner: string;
  readonly ownerText: string;
  readonly ownerTextHint: string;
  readonly industry: string;
  readonly region: string;
  readonly archive: string;
  archiveLabel(name: string): string;
  readonly archiveTitle: string;
  readonly archiveReason: string;
  readonly archiveHint: string;
  archived(name: string): string;
  readonly bringBack: string;
  bringBackLabel(name: string): string;
  broughtBack(name: string): string;
  /** In place of the tier and of the next contact on the card. */
  closed(status: ClosedWord): string;
  closedSince(status: ClosedWord, day: string | null): string;
  readonly merge: string;
  mergeLabel(name: string): string;
  readonly mergeTitle: string;
  mergeInto(name: string): string;
  readonly mergeHint: string;
  readonly mergeNobody: string;
  readonly mergeItself: string;
  merged(kept: string, gone: string): string;
  /** "Tier B → Tier A"; null for none. */
  tierMoved(from: string | null, to: string | null): string;
}> = {
  en: {
    addTitle: 'Add a customer',
    addAs: 'Add as a customer',
    addAsLabel: (name) => `Add as a customer: ${name}`,
    add: 'Add',
    addAnyway: 'Add all the same',
    duplicates: 'It may be on file already:',
    sameKey: 'same number',
    sameName: 'same name',
    samePhone: 'same telephone number',
    sameEmail: 'same e-mail address',
    itIsThis: 'It is this one',
    itIsThisLabel: (name) => `It is this one: ${name}`,
    itWasThis: (name) => `${name} is on file. Its card is below; nothing was added.`,
    added: (name) => `${name} is on file now.`,
    edit: 'Edit',
    editLabel: (name) => `Edit name, owner and more of ${name}`,
    editTitle: 'Edit the customer',
    save: 'Save',
    edited: (name) => `${name} is saved.`,
    nothingChanged: (name) => `Nothing of ${name} was different.`,
    name: 'Name',
    nameHint: 'The old name goes on leading to the customer.',
    key: 'Customer number',
    stage: 'Stage',
    prospect: 'Prospect',
    customer: 'Customer',
    owner: 'Owner',
    ownerText: 'Owner by name',
    ownerTextHint: 'Only for somebody who is not in this Slack. Counts when no member is chosen.',
    industry: 'Industry',
    region: 'Region',
    archive: 'Archive…',
    archiveLabel: (name) => `Archive… ${name}`,
    archiveTitle: 'Archive the customer',
    archiveReason: 'Reason',
    archiveHint: 'It is no longer graded, counted or followed up. Nothing is lost, and it can be brought back.',
    archived: (name) => `${name} is archived.`,
    bringBack: 'Bring back',
    bringBackLabel: (name) => `Bring back ${name}`,
    broughtBack: (name) => `${name} is graded and followed up again.`,
    closed: (status) => (status === 'archived' ? 'Archived' : 'Lost'),
    closedSince: (status, day) => {
      const word = status === 'archived' ? 'Archived' : 'Lost';
      return day === null ? word : `${word} since ${day}`;
    },
    merge: 'Merge into…',
    mergeLabel: (name) => `Merge into… another customer: ${name}`,
    mergeTitle: 'Merge the customer',
    mergeInto: (name) => `${name} becomes part of`,
    mergeHint: 'Its names, number, contacts, purchases and history lead there from now on. It can be undone.',
    mergeNobody: 'Choose the customer that stays.',
    mergeItself: 'These are the same customer, or one is part of another already. Choose another one.',
    merged: (kept, gone) => `${gone} is part of ${kept} now.`,
    tierMoved: (from, to) => `${from ?? 'No tier'} → ${to ?? 'no tier'}`,
  },
  'zh-CN': {
    addTitle: '新增客户',
    addAs: '新增为客户',
    addAsLabel: (name) => `新增为客户：${name}`,
    add: '新增',
    addAnyway: '仍然新增',
    duplicates: '档案中可能已有该客户：',
    sameKey: '编号相同',
    sameName: '名称相同',
    samePhone: '电话相同',
    sameEmail: '邮箱相同',
    itIsThis: '就是这个',
    itIsThisLabel: (name) => `就是这个：${name}`,
    itWasThis: (name) => `${name}已在档案中，卡片见下方，没有新增。`,
    added: (name) => `已新增${name}。`,
    edit: '编辑',
    editLabel: (name) => `编辑${name}的名称、客户经理等`,
    editTitle: '编辑客户',
    save: '保存',
    edited: (name) => `${name}已保存。`,
    nothingChanged: (name) => `${name}没有变化。`,
    name: '名称',
    nameHint: '改名后，用旧名称仍能找到该客户。',
    key: '客户编号',
    stage: '阶段',
    prospect: '潜在客户',
    customer: '客户',
    owner: '客户经理',
    ownerText: '客户经理姓名',
    ownerTextHint: '仅用于不在本 Slack 中的同事；已选成员时以成员为准。',
    industry: '行业',
    region: '地区',
    archive: '归档…',
    archiveLabel: (name) => `归档… ${name}`,
    archiveTitle: '归档客户',
    archiveReason: '原因',
    archiveHint: '归档后不再参与分级、统计和跟进。资料全部保留，随时可以恢复。',
    archived: (name) => `${name}已归档。`,
    bringBack: '恢复',
    bringBackLabel: (name) => `恢复${name}`,
    broughtBack: (name) => `${name}已恢复，重新参与分级和跟进。`,
    closed: (status) => (status === 'archived' ? '已归档' : '已失败'),
    closedSince: (status, day) => {
      const word = status === 'archived' ? '已归档' : '已失败';
      return day === null ? word : `${word}（${day}起）`;
    },
    merge: '并入…',
    mergeLabel: (name) => `并入… 把${name}并入另一个客户`,
    mergeTitle: '合并客户',
    mergeInto: (name) => `将${name}并入`,
    mergeHint: '它的名称、编号、联系人、购买记录和历史今后都归到该客户名下。可以撤销。',
    mergeNobody: '请选择要保留的客户。',
    mergeItself: '这是同一个客户，或其中一个已并入别的客户。请另选一个。',
    merged: (kept, gone) => `${gone}已并入${kept}。`,
    tierMoved: (from, to) => `${from ?? '无等级'} → ${to ?? '无等级'}`,
  },
  'zh-TW': {
    addTitle: '新增客戶',
    addAs: '新增為客戶',
    addAsLabel: (name) => `新增為客戶：${name}`,
    add: '新增',
    addAnyway: '仍要新增',
    duplicates: '檔案中可能已有這位客戶：',
    sameKey: '編號相同',
    sameName: '名稱相同',
    samePhone: '電話相同',
    sameEmail: '電子郵件相同',
    itIsThis: '就是這位',
    itIsThisLabel: (name) => `就是這位：${name}`,
    itWasThis: (name) => `${name}已在檔案中，卡片在下方，沒有新增。`,
    added: (name) => `已新增${name}。`,
    edit: '編輯',
    editLabel: (name) => `編輯${name}的名稱、客戶經理等`,
    editTitle: '編輯客戶',
    save: '儲存',
    edited: (name) => `${name}已儲存。`,
    nothingChanged: (name) => `${name}沒有變動。`,
    name: '名稱',
    nameHint: '改名後，用舊名稱仍可找到這位客戶。',
    key: '客戶編號',
    stage: '階段',
    prospect: '潛在客戶',
    customer: '客戶',
    owner: '客戶經理',
    ownerText: '客戶經理姓名',
    ownerTextHint: '僅用於不在這個 Slack 裡的同事；已選成員時以成員為準。',
    industry: '產業',
    region: '地區',
    archive: '封存…',
    archiveLabel: (name) => `封存… ${name}`,
    archiveTitle: '封存客戶',
    archiveReason: '原因',
    archiveHint: '封存後不再參與分級、統計和跟進。資料全部保留，隨時可以恢復。',
    archived: (name) => `${name}已封存。`,
    bringBack: '恢復',
    bringBackLabel: (name) => `恢復${name}`,
    broughtBack: (name) => `${name}已恢復，重新參與分級和跟進。`,
    closed: (status) => (status === 'archived' ? '已封存' : '已失敗'),
    closedSince: (status, day) => {
      const word = status === 'archived' ? '已封存' : '已失敗';
      return day === null ? word : `${word}（${day}起）`;
    },
    merge: '併入…',
    mergeLabel: (name) => `併入… 把${name}併入另一位客戶`,
    mergeTitle: '合併客戶',
    mergeInto: (name) => `將${name}併入`,
    mergeHint: '它的名稱、編號、聯絡人、購買紀錄和歷史今後都歸到該客戶名下。可以復原。',
    mergeNobody: '請選擇要保留的客戶。',
    mergeItself: '這是同一位客戶，或其中一位已併入別的客戶。請另選一位。',
    merged: (kept, gone) => `${gone}已併入${kept}。`,
    tierMoved: (from, to) => `${from ?? '無等級'} → ${to ?? '無等級'}`,
  },
};

import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Roles that are suggested; a person may write any other. */
export const CONTACT_ROLES = ['executive', 'cio', 'it', 'buyer', 'finance', 'user', 'assistant'] as const;

/** One of the {@link CONTACT_ROLES}. */
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** A role as it is shown: a suggested one in the reader's language, any other as it was written. */
export function contactRoleText(role: string, language: Language): string {
  const known = CONTACT_ROLES.find((one) => one === role.toLowerCase());
  return known === undefined ? role : ROLES[language][known];
}

const ROLES: ByLanguage<Readonly<Record<ContactRole, string>>> = {
  en: {
    executive: 'Executive',
    cio: 'CIO',
    it: 'IT',
    buyer: 'Buyer',
    finance: 'Finance',
    user: 'User',
    assistant: 'Assistant',
  },
  'zh-CN': {
    executive: '主管',
    cio: 'CIO',
    it: 'IT 人员',
    buyer: '采购',
    finance: '财务',
    user: '使用者',
    assistant: '助理',
  },
  'zh-TW': {
    executive: '主管',
    cio: 'CIO',
    it: 'IT 人員',
    buyer: '採購',
    finance: '財務',
    user: '使用者',
    assistant: '助理',
  },
};

/** The words of a customer's contacts. Titles have at most 24 characters. */
export const CONTACT_PERSON_TEXT: ByLanguage<{
  readonly contacts: string;
  contactsLabel(name: string): string;
  readonly title: string;
  readonly none: string;
  readonly add: string;
  addLabel(name: string): string;
  readonly edit: string;
  editLabel(name: string): string;
  readonly remove: string;
  removeLabel(name: string): string;
  confirmRemove(name: string): string;
  readonly keep: string;
  readonly editTitle: string;
  readonly name: string;
  readonly role: string;
  readonly otherRole: string;
  readonly otherRoleHint: string;
  readonly phone: string;
  readonly email: string;
  readonly birthday: string;
  readonly notes: string;
  readonly nameless: string;
  born(day: string): string;
  more(count: number): string;
  added(name: string): string;
  edited(name: string): string;
  removed(name: string): string;
  known(name: string): string;
  elsewhere(customers: readonly string[]): string;
}> = {
  en: {
    contacts: 'Contacts',
    contactsLabel: (name) => `Contacts of ${name}`,
    title: 'Contacts',
    none: 'No contacts yet.',
    add: 'Add a contact',
    addLabel: (name) => `Add a contact of ${name}`,
    edit: 'Edit',
    editLabel: (name) => `Edit ${name}`,
    remove: 'Remove',
    removeLabel: (name) => `Remove ${name}`,
    confirmRemove: (name) => `${name} goes off file. You can undo it for ten minutes.`,
    keep: 'Keep',
    editTitle: 'Edit the contact',
    name: 'Name',
    role: 'Role',
    otherRole: 'Another role',
    otherRoleHint: 'Counts when it is filled in.',
    phone: 'Telephone',
    email: 'E-mail',
    birthday: 'Birthday',
    notes: 'Notes',
    nameless: 'No name',
    born: (day) => `born ${day}`,
    more: (count) => `… and ${count} more; “tierbook contacts” lists all.`,
    added: (name) => `${name} is on file now.`,
    edited: (name) => `${name} is saved.`,
    removed: (name) => `${name} is off file.`,
    known: (name) => `${name} has this number or address already: edit that contact instead.`,
    elsewhere: (customers) => `The same number or address is on file at ${customers.join(', ')}.`,
  },
  'zh-CN': {
    contacts: '联系人',
    contactsLabel: (name) => `联系人：${name}`,
    title: '联系人',
    none: '还没有联系人。',
    add: '新增联系人',
    addLabel: (name) => `新增联系人：${name}`,
    edit: '编辑',
    editLabel: (name) => `编辑${name}`,
    remove: '删除',
    removeLabel: (name) => `删除${name}`,
    confirmRemove: (name) => `将删除${name}，十分钟内可以撤销。`,
    keep: '保留',
    editTitle: '编辑联系人',
    name: '姓名',
    role: '角色',
    otherRole: '其他角色',
    otherRoleHint: '填写后以此为准。',
    phone: '电话',
    email: '邮箱',
    birthday: '生日',
    notes: '备注',
    nameless: '未填姓名',
    born: (day) => `生日 ${day}`,
    more: (count) => `……另有 ${formatDecimal(count, 0)} 位，可用 tierbook contacts 查看全部。`,
    added: (name) => `已新增${name}。`,
    edited: (name) => `${name}已保存。`,
    removed: (name) => `已删除${name}。`,
    known: (name) => `${name}已有这个电话或邮箱，请直接编辑该联系人。`,
    elsewhere: (customers) => `${customers.join('、')}也有相同的电话或邮箱。`,
  },
  'zh-TW': {
    contacts: '聯絡人',
    contactsLabel: (name) => `聯絡人：${name}`,
    title: '聯絡人',
    none: '還沒有聯絡人。',
    add: '新增聯絡人',
    addLabel: (name) => `新增聯絡人：${name}`,
    edit: '編輯',
    editLabel: (name) => `編輯${name}`,
    remove: '刪除',
    removeLabel: (name) => `刪除${name}`,
    confirmRemove: (name) => `將刪除${name}，十分鐘內可以復原。`,
    keep: '保留',
    editTitle: '編輯聯絡人',
    name: '姓名',
    role: '角色',
    otherRole: '其他角色',
    otherRoleHint: '填寫後以此為準。',
    phone: '電話',
    email: '電子郵件',
    birthday: '生日',
    notes: '備註',
    nameless: '未填姓名',
    born: (day) => `生日 ${day}`,
    more: (count) => `……另有 ${formatDecimal(count, 0)} 位，可用 tierbook contacts 查看全部。`,
    added: (name) => `已新增${name}。`,
    edited: (name) => `${name}已儲存。`,
    removed: (name) => `已刪除${name}。`,
    known: (name) => `${name}已有這個電話或電子郵件，請直接編輯該聯絡人。`,
    elsewhere: (customers) => `${customers.join('、')}也有相同的電話或電子郵件。`,
  },
};

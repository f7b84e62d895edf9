import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the page of the Home tab about schemes says, and its windows. */
export interface HomeSchemeText {
  readonly title: string;
  /** Above what a stage is graded by. */
  readonly heading: Readonly<Record<'prospects' | 'customers' | 'segments', string>>;
  /** @param stability such as "falls count at once" */
  inUse(title: string, version: number, stability: string): string;
  readonly none: string;
  /** @param tiers such as "Tier A 34 · Tier B 88" */
  counts(tiers: string): string;
  since(day: string): string;
  graded(day: string): string;
  /** For customers that could not be graded. */
  readonly noTier: string;
  readonly noSegments: string;
  // Buttons and windows; titles have at most 24 characters.
  readonly publish: string;
  rollBack(title: string, version: number): string;
  readonly stopSegments: string;
  stopSegmentsLabel(title: string): string;
  stopConfirm(title: string): string;
  stopped(title: string): string;
  readonly publishTitle: string;
  readonly scheme: string;
  readonly own: string;
  readonly builtIn: string;
  readonly how: string;
  readonly asItIs: string;
  readonly adjusted: string;
  readonly adjustedHint: string;
  readonly simulate: string;
  readonly documentTitle: string;
  part(number: number, of: number): string;
  readonly documentHint: string;
  tooLarge(id: string): string;
  notJson(why: string): string;
  moreProblems(count: number): string;
  readonly simulationTitle: string;
  readonly simulating: string;
  readonly publishing: string;
  readonly rollBackHeading: string;
  /** A line of the matrix: "Tier A, 34 customers: 30 stay Tier A, 4 to Tier B". */
  matrixRow(place: string, customers: number, parts: readonly string[]): string;
  /** @param stays whether it is the place they come from */
  matrixPart(place: string, customers: number, stays: boolean): string;
  readonly matrix: string;
  mover(from: string, to: string, reason: string): string;
  hoursLine(owner: string, before: string, after: string, difference: string): string;
  moreOwners(count: number): string;
  label(label: string, customers: number): string;
  readonly noLabel: string;
  readonly publishNow: string;
  confirmTitle(title: string): string;
  readonly confirmText: string;
  readonly cancel: string;
  readonly save: string;
  readonly failed: string;
  readonly bookChanged: (changed: number, customers: number) => string;
  readonly otherInUse: string;
  readonly gone: string;
  readonly again: string;
  readonly anyway: string;
  readonly nothingBefore: string;
  readonly adminsOnly: string;
  // How steadily tiers are kept.
  readonly stability: string;
  readonly stabilityTitle: string;
  readonly stabilityHint: string;
  readonly buffer: string;
  readonly bufferHint: string;
  readonly after: string;
  readonly afterHint: string;
  readonly complaint: string;
  readonly kept: string;
  readonly notKept: string;
  readonly stabilitySaved: string;
  readonly bufferWrong: string;
  readonly afterWrong: string;
  readonly gradeNow: string;
  readonly gradedNow: string;
  // Refusals without words of the command line.
  builtInId(id: string): string;
  exists(idAndVersion: string): string;
  wrongKind(id: string): string;
}

export const HOME_SCHEME_TEXT: ByLanguage<HomeSchemeText> = {
  en: {
    title: 'Schemes',
    heading: { customers: 'Customers', prospects: 'Prospects', segments: 'Segments' },
    inUse: (title, version, stability) => `“${title}”, version ${version}; ${stability}.`,
    none: 'No scheme is in use.',
    counts: (tiers) => `On file: ${tiers}.`,
    since: (day) => `In use since ${day}.`,
    graded: (day) => `Graded last on ${day}.`,
    noTier: 'no tier',
    noSegments: 'No segments of their own are in use.',
    publish: 'Publish another…',
    rollBack: (title, version) => `Roll back to “${title}”, version ${version}…`,
    stopSegments: 'Stop using',
    stopSegmentsLabel: (title) => `Stop using ${title}`,
    stopConfirm: (title) => `Customers will have no labels by “${title}” any more. Their tiers stay as they are.`,
    stopped: (title) => `“${title}” is no longer used for segments.`,
    publishTitle: 'Publish a scheme',
    scheme: 'Scheme',
    own: 'Used here before',
    builtIn: 'Comes with Tierbook',
    how: 'Document',
    asItIs: 'As it is',
    adjusted: 'Adjust it, or paste another',
    adjustedHint: 'A simulation comes first: nothing changes until you publish.',
    simulate: 'Simulate',
    documentTitle: 'Scheme document',
    part: (number, of) => (of === 1 ? 'Document (JSON)' : `Document (JSON), part ${number} of ${of}`),
    documentHint: 'The parts are read as one text. Raise the version whenever you change a document that was used.',
    tooLarge: (id) =>
      `The document of ${id} is too large for this window. Save it with “schemes show ${id}”, edit the file, and use it with “schemes use”.`,
    notJson: (why) => `This is not JSON: ${why}.`,
    moreProblems: (count) => `and ${count} more`,
    simulationTitle: 'Simulation',
    simulating: 'Simulating. This takes a moment with many customers.',
    publishing: 'Grading everybody again. This takes a moment with many customers.',
    rollBackHeading: 'This rolls back to the scheme that was in use before.',
    matrixRow: (place, customers, parts) =>
      `${place}, ${counted(customers, 'customer', 'customers')}: ${parts.join(', ')}`,
    matrixPart: (place, customers, stays) => (stays ? `${customers} stay` : `${customers} to ${place}`),
    matrix: 'From where to where',
    mover: (from, to, reason) => ` · ${from} → ${to}${reason === '' ? '' : ` · ${reason}`}`,
    hoursLine: (owner, before, after, difference) => `${owner}: ${before} now, ${after} then (${difference})`,
    moreOwners: (count) => `and ${count} more`,
    label: (label, customers) => `${label}: ${customers}`,
    noLabel: 'no label',
    publishNow: 'Publish',
    confirmTitle: (title) => `Publish “${title}”?`,
    confirmText: 'Everybody is graded again at once. You can roll back.',
    cancel: 'Cancel',
    save: 'Save',
    failed: 'That did not work, and nothing was published. Try again in a moment.',
    bookChanged: (changed, customers) =>
      `Nothing was published: ${changed} of ${customers} customers were added or changed since the simulation, so that it may no longer hold.`,
    otherInUse: 'Nothing was published: another scheme was put to use since the simulation.',
    gone: 'Nothing was published: this simulation is no longer kept.',
    again: 'Simulate again',
    anyway: 'Publish all the same',
    nothingBefore: 'There is no scheme to roll back to any more.',
    adminsOnly: 'Only admins may do this.',
    stability: 'Stability…',
    stabilityTitle: 'Stability',
    stabilityHint: 'Above all for scores near a cut-off: so that tiers do not go up and down at each grading.',
    buffer: 'Kept within so many percent below a cut-off',
    bufferHint: '0 to 90; 0: not at all.',
    after: 'A fall counts after so many gradings in a row',
    afterHint: '1 to 24; 1: at once.',
    complaint: 'While a complaint is open',
    kept: 'the tier is kept',
    notKept: 'it may fall',
    stabilitySaved: 'The stability is saved, and everybody was graded again.',
    bufferWrong: 'A share from 0 to 90 percent, such as 10.',
    afterWrong: 'A whole number of gradings from 1 to 24.',
    gradeNow: 'Grade everybody now',
    gradedNow: 'Everybody was graded again.',
    builtInId: (id) => `${id} is the id of a scheme that comes with Tierbook. Give your own document another id.`,
    exists: (what) => `${what} is on file with another content. Raise the version.`,
    wrongKind: (id) => `${id} is of the other kind: tiers are for prospects or customers, segments are for segments.`,
  },
  'zh-CN': {
    title: '分级标准',
    heading: { customers: '客户', prospects: '潜在客户', segments: '客户细分' },
    inUse: (title, version, stability) => `“${title}”第 ${version} 版；${stability}。`,
    none: '没有使用任何分级标准。',
    counts: (tiers) => `在册：${tiers}。`,
    since: (day) => `自 ${day} 起使用。`,
    graded: (day) => `上次定级：${day}。`,
    noTier: '无等级',
    noSegments: '没有使用单独的细分标准。',
    publish: '发布其他标准…',
    rollBack: (title, version) => `恢复为“${title}”第 ${version} 版…`,
    stopSegments: '停用',
    stopSegmentsLabel: (title) => `停用 ${title}`,
    stopConfirm: (title) => `客户将不再有“${title}”的标签，等级不受影响。`,
    stopped: (title) => `客户细分不再使用“${title}”。`,
    publishTitle: '发布分级标准',
    scheme: '分级标准',
    own: '曾在此使用',
    builtIn: 'Tierbook 自带',
    how: '标准文件',
    asItIs: '原样使用',
    adjusted: '修改，或粘贴另一份',
    adjustedHint: '会先模拟：发布之前不会有任何变动。',
    simulate: '模拟',
    documentTitle: '标准文件',
    part: (number, of) => (of === 1 ? '文件（JSON）' : `文件（JSON），第 ${number} 部分，共 ${of} 部分`),
    documentHint: '各部分会连成一份文件读取。修改用过的文件时，请提高版本号。',
    tooLarge: (id) => `${id} 的文件太大，此窗口放不下。请用 schemes show ${id} 保存为文件，修改后用 schemes use 启用。`,
    notJson: (why) => `不是 JSON：${why}。`,
    moreProblems: (count) => `另有 ${formatDecimal(count, 0)} 处`,
    simulationTitle: '模拟结果',
    simulating: '正在模拟，客户较多时需要一点时间。',
    publishing: '正在为所有客户重新定级，客户较多时需要一点时间。',
    rollBackHeading: '将恢复为之前使用的分级标准。',
    matrixRow: (place, customers, parts) => `${place}，${formatDecimal(customers, 0)} 个客户：${parts.join('，')}`,
    matrixPart: (place, customers, stays) =>
      stays ? `${formatDecimal(customers, 0)} 个不变` : `${formatDecimal(customers, 0)} 个变为${place}`,
    matrix: '从哪一级到哪一级',
    mover: (from, to, reason) => ` · ${from} → ${to}${reason === '' ? '' : ` · ${reason}`}`,
    hoursLine: (owner, before, after, difference) => `${owner}：现在 ${before}，之后 ${after}（${difference}）`,
    moreOwners: (count) => `另有 ${formatDecimal(count, 0)} 位`,
    label: (label, customers) => `${label}：${customers}`,
    noLabel: '无标签',
    publishNow: '发布',
    confirmTitle: (title) => `发布“${title}”？`,
    confirmText: '会立即为所有客户重新定级。之后可以恢复。',
    cancel: '取消',
    save: '保存',
    failed: '没有成功，也没有发布任何标准。请稍后再试。',
    bookChanged: (changed, customers) =>
      `没有发布：模拟之后，${formatDecimal(customers, 0)} 个客户中有 ${formatDecimal(changed, 0)} 个是新增的或有改动，模拟结果可能已不准确。`,
    otherInUse: '没有发布：模拟之后，有人启用了另一套标准。',
    gone: '没有发布：这次模拟已不再保留。',
    again: '重新模拟',
    anyway: '仍然发布',
    nothingBefore: '已没有可以恢复的分级标准。',
    adminsOnly: '只有管理员可以这样做。',
    stability: '稳定性…',
    stabilityTitle: '稳定性',
    stabilityHint: '主要针对接近分数线的客户：避免每次定级时等级来回变动。',
    buffer: '低于分数线百分之几以内保持原等级',
    bufferHint: '0 到 90；0 表示不保持。',
    after: '连续几次定级偏低才降级',
    afterHint: '1 到 24；1 表示立即降级。',
    complaint: '投诉未关闭期间',
    kept: '保持原等级',
    notKept: '可以降级',
    stabilitySaved: '稳定性已保存，并已重新为所有客户定级。',
    bufferWrong: '应为 0 到 90 之间的百分数，例如 10。',
    afterWrong: '应为 1 到 24 之间的整数（定级次数）。',
    gradeNow: '立即为所有客户定级',
    gradedNow: '已重新为所有客户定级。',
    builtInId: (id) => `${id} 是 Tierbook 自带标准的标识，请为自己的文件另取标识。`,
    exists: (what) => `${what} 已在册，但内容不同。请提高版本号。`,
    wrongKind: (id) => `${id} 的类型不符：带等级的标准用于潜在客户或客户，细分标准用于客户细分。`,
  },
  'zh-TW': {
    title: '分級標準',
    heading: { customers: '客戶', prospects: '潛在客戶', segments: '客戶細分' },
    inUse: (title, version, stability) => `「${title}」第 ${version} 版；${stability}。`,
    none: '沒有使用任何分級標準。',
    counts: (tiers) => `在冊：${tiers}。`,
    since: (day) => `自 ${day} 起使用。`,
    graded: (day) => `上次定級：${day}。`,
    noTier: '無等級',
    noSegments: '沒有使用單獨的細分標準。',
    publish: '發布其他標準…',
    rollBack: (title, version) => `回復為「${title}」第 ${version} 版…`,
    stopSegments: '停用',
    stopSegmentsLabel: (title) => `停用 ${title}`,
    stopConfirm: (title) => `客戶將不再有「${title}」的標籤，等級不受影響。`,
    stopped: (title) => `客戶細分不再使用「${title}」。`,
    publishTitle: '發布分級標準',
    scheme: '分級標準',
    own: '曾在此使用',
    builtIn: 'Tierbook 內建',
    how: '標準文件',
    asItIs: '照原樣使用',
    adjusted: '修改，或貼上另一份',
    adjustedHint: '會先模擬：發布之前不會有任何變動。',
    simulate: '模擬',
    documentTitle: '標準文件',
    part: (number, of) => (of === 1 ? '文件（JSON）' : `文件（JSON），第 ${number} 部分，共 ${of} 部分`),
    documentHint: '各部分會連成一份文件讀取。修改用過的文件時，請提高版本號。',
    tooLarge: (id) => `${id} 的文件太大，此視窗放不下。請用 schemes show ${id} 存成檔案，修改後用 schemes use 啟用。`,
    notJson: (why) => `不是 JSON：${why}。`,
    moreProblems: (count) => `另有 ${formatDecimal(count, 0)} 處`,
    simulationTitle: '模擬結果',
    simulating: '正在模擬，客戶較多時需要一點時間。',
    publishing: '正在為所有客戶重新定級，客戶較多時需要一點時間。',
    rollBackHeading: '將回復為之前使用的分級標準。',
    matrixRow: (place, customers, parts) => `${place}，${formatDecimal(customers, 0)} 位客戶：${parts.join('，')}`,
    matrixPart: (place, customers, stays) =>
      stays ? `${formatDecimal(customers, 0)} 位不變` : `${formatDecimal(customers, 0)} 位變為${place}`,
    matrix: '從哪一級到哪一級',
    mover: (from, to, reason) => ` · ${from} → ${to}${reason === '' ? '' : ` · ${reason}`}`,
    hoursLine: (owner, before, after, difference) => `${owner}：現在 ${before}，之後 ${after}（${difference}）`,
    moreOwners: (count) => `另有 ${formatDecimal(count, 0)} 位`,
    label: (label, customers) => `${label}：${customers}`,
    noLabel: '無標籤',
    publishNow: '發布',
    confirmTitle: (title) => `發布「${title}」？`,
    confirmText: '會立即為所有客戶重新定級。之後可以回復。',
    cancel: '取消',
    save: '儲存',
    failed: '沒有成功，也沒有發布任何標準。請稍後再試。',
    bookChanged: (changed, customers) =>
      `沒有發布：模擬之後，${formatDecimal(customers, 0)} 位客戶中有 ${formatDecimal(changed, 0)} 位是新增的或有變動，模擬結果可能已不準確。`,
    otherInUse: '沒有發布：模擬之後，有人啟用了另一套標準。',
    gone: '沒有發布：這次模擬已不再保留。',
    again: '重新模擬',
    anyway: '仍然發布',
    nothingBefore: '已沒有可以回復的分級標準。',
    adminsOnly: '只有管理員可以這樣做。',
    stability: '穩定性…',
    stabilityTitle: '穩定性',
    stabilityHint: '主要針對接近分數線的客戶：避免每次定級時等級來回變動。',
    buffer: '低於分數線百分之幾以內保留原等級',
    bufferHint: '0 到 90；0 表示不保留。',
    after: '連續幾次定級偏低才降級',
    afterHint: '1 到 24；1 表示立即降級。',
    complaint: '客訴未結案期間',
    kept: '保留原等級',
    notKept: '可以降級',
    stabilitySaved: '穩定性已儲存，並已重新為所有客戶定級。',
    bufferWrong: '應為 0 到 90 之間的百分數，例如 10。',
    afterWrong: '應為 1 到 24 之間的整數（定級次數）。',
    gradeNow: '立即為所有客戶定級',
    gradedNow: '已重新為所有客戶定級。',
    builtInId: (id) => `${id} 是 Tierbook 內建標準的識別碼，請為自己的文件另取識別碼。`,
    exists: (what) => `${what} 已在冊，但內容不同。請提高版本號。`,
    wrongKind: (id) => `${id} 的類型不符：有等級的標準用於潛在客戶或客戶，細分標準用於客戶細分。`,
  },
};

import { bestTierComplaint } from './best-tier-complaint.ts';
import { bookLeft } from './book-left.ts';
import { complaintLate } from './complaint-late.ts';
import { composeDailyList } from './compose-daily-list.ts';
import { dailyList } from './daily-list.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { fellFromBest } from './fell-from-best.ts';
import { managerDigest } from './manager-digest.ts';
import { parkedNotice } from './parked-notice.ts';
import { sheetTrouble } from './sheet-trouble.ts';

/** Every kind of message that is posted when its time has come; what is due at the same moment is posted in this order. */
export const DELIVERY_KINDS: readonly DeliveryKind[] = [
  dailyList(composeDailyList),
  complaintLate,
  bookLeft,
  fellFromBest,
  bestTierComplaint,
  managerDigest,
  sheetTrouble,
  parkedNotice,
];

/** How a complaint came in. */
export const COMPLAINT_CHANNELS = ['phone', 'email', 'visit', 'chat', 'online', 'letter'] as const;

/** One of the {@link COMPLAINT_CHANNELS}. */
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

/** What a complaint is about; `other` wants words of its own. */
export const COMPLAINT_CAUSES = ['product', 'delivery', 'service', 'price', 'invoice', 'other'] as const;

/** One of the {@link COMPLAINT_CAUSES}. */
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number];

/**
 * Where a complaint stands. `near`: to be answered within {@link NEAR_HOURS}; `late`: that time is over; `answered`: the
 * customer has an answer, but the matter is not closed.
 */
export type ComplaintState = 'open' | 'near' | 'late' | 'answered' | 'closed';

/** How many hours before its time a complaint without an answer is told apart from other open ones. */
export const NEAR_HOURS = 4;

/** Where a complaint stands at a moment. */
export function complaintState(
  complaint: { readonly answerBy: Date; readonly answeredAt: Date | null; readonly closedAt: Date | null },
  now: Date,
): ComplaintState {
  if (complaint.closedAt !== null) return 'closed';
  if (complaint.answeredAt !== null) return 'answered';
  const leftMs = complaint.answerBy.getTime() - now.getTime();
  if (leftMs < 0) return 'late';
  return leftMs <= NEAR_HOURS * 3_600_000 ? 'near' : 'open';
}

/** Whether a text names one of the {@link COMPLAINT_CHANNELS}. */
export function isComplaintChannel(text: string): text is ComplaintChannel {
  return (COMPLAINT_CHANNELS as readonly string[]).includes(text);
}

/** Whether a text names one of the {@link COMPLAINT_CAUSES}. */
export function isComplaintCause(text: string): text is ComplaintCause {
  return (COMPLAINT_CAUSES as readonly string[]).includes(text);
}

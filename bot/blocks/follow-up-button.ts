/** What a follow-up's button says of its customer. */
export interface FollowUpButton {
  readonly customerId: string;
  /** When what stands around the button was put together: whoever did something since then was quicker. */
  readonly seenAt: Date;
  /** The id of what the button is about, where that is a part of the customer: a complaint. */
  readonly subject?: string | undefined;
}

/** The value of a button. */
export function followUpValue({ customerId, seenAt, subject }: FollowUpButton): string {
  return `${customerId}|${seenAt.getTime()}${subject === undefined ? '' : `|${subject}`}`;
}

/** Reads {@link followUpValue}; undefined for anything else. */
export function readFollowUpValue(value: string): FollowUpButton | undefined {
  const match = /^([0-9a-f-]{36})\|(\d{1,15})(?:\|([0-9a-f-]{36}))?$/.exec(value);
  const [, customerId, seenAtMs, subject] = match ?? [];
  if (customerId === undefined) return undefined;
  return { customerId, seenAt: new Date(Number(seenAtMs)), ...(subject !== undefined && { subject }) };
}

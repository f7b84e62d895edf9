import { UseCaseError } from './use-case-error.ts';

/** What somebody did to a customer, as others are told. */
export interface ActedOn {
  readonly actionId: string;
  readonly customerName: string;
  /** One of the follow-up actions, or what another part of the product wrote down. */
  readonly kind: string;
  /** The name of who did it, and the Slack id where there is one; both null for the command line. */
  readonly by: string | null;
  readonly bySlackId: string | null;
  readonly at: Date;
}

/** A use case refused, because somebody did something about the customer that the person had not seen. */
export class ActedOnError extends UseCaseError {
  readonly acted: ActedOn;

  constructor(code: 'already-done' | 'acted-since', acted: ActedOn) {
    super(code, `${acted.customerName}: ${acted.kind}`);
    this.name = 'ActedOnError';
    this.acted = acted;
  }
}

import type { ModalView } from '@slack/types';
import { CUSTOMER_FILE_TEXT } from '../../../core/text/customer-file-text.ts';
import { tierText } from '../../../core/text/grading-text.ts';
import type { CustomerWindow } from '../../blocks/customer-window.ts';
import { doneWindow } from '../../blocks/done-answer.ts';
import { plainName } from '../../blocks/plain-name.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { CustomerChanged } from '../../use-cases/change-customer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { Services } from '../services.ts';

/** What was done to a customer's file, a sentence each. */
export interface FileDone {
  readonly changed: CustomerChanged;
  readonly lines: readonly string[];
}

/** The window that says what was done and how it moved the customer's tier ("Tier B → Tier A"), with *Undo*. */
export async function saidChanged(
  services: Services,
  title: string,
  { changed, lines }: FileDone,
  at: { readonly window: CustomerWindow; readonly viewer: Viewer; readonly context: UseCaseContext },
): Promise<ModalView> {
  const { context, viewer, window } = at;
  const { actionId, customerId, grade, name } = changed;
  const hasMoved = grade !== null && grade.from !== grade.to;
  const card = hasMoved ? await services.useCases.showCustomer(context, customerId) : undefined;
  const scheme = card?.grading?.fitted.scheme;
  const tier = (id: string | null): string | null =>
    id === null ? null : plainName(scheme === undefined ? id : tierText(id, scheme, viewer.language), 60);
  const moved = hasMoved ? [CUSTOMER_FILE_TEXT[viewer.language].tierMoved(tier(grade.from), tier(grade.to))] : [];
  const done = { actionId, customerName: name, lines: [...lines, ...moved] };
  return doneWindow(title, done, viewer.language, window);
}

import { CUSTOMER_FILE_TEXT } from '../../../core/text/customer-file-text.ts';
import { MORE_TEXT } from '../../../core/text/more-text.ts';
import { addWindow, readAddWindow } from '../../blocks/add-customer-window.ts';
import { FILE_FIELD } from '../../blocks/customer-file-windows.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { putCard } from '../put-card.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { basicData, FIELD_OF_FILE } from './customer-file.ts';
import { fieldsOf } from './file-window.ts';
import { saidChanged } from './said-changed.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** The window of *Add a customer* was sent: likely duplicates are shown in it first. */
export function addSubmitted(services: Services) {
  return submitInTime(
    services,
    ({ language }) => ({ title: CUSTOMER_FILE_TEXT[language].addTitle, failed: MORE_TEXT[language].failed }),
    async (body, viewer, context, afterwards): Promise<WindowAnswer> => {
      const { language } = viewer;
      const text = CUSTOMER_FILE_TEXT[language];
      const fields = fieldsOf(body);
      const { cardUrl, isNoDuplicate } = readAddWindow(body.view.private_metadata);
      const data = basicData(fields);
      const slackUserId = fields.get(FILE_FIELD.owner) ?? '';
      const ownerText = fields.get(FILE_FIELD.ownerText) ?? '';
      try {
        const added = await services.useCases.addCustomer(context, {
          ...data,
          owner: slackUserId === '' ? { text: ownerText } : { slackUserId },
          isNoDuplicate,
          // The window that shows duplicates is the same one, sent a second time.
          requestId: `${body.view.id} ${body.view.hash}`,
        });
        if (added.kind === 'likely-duplicates') {
          const draft = { ...data, ownerSlackId: slackUserId || null, ownerText };
          const view = addWindow(draft, viewer, { isNoDuplicate: true, cardUrl }, added.duplicates);
          return { response_action: 'update', view };
        }
        const window = { customerId: added.customerId, seenAt: viewer.now, cardUrl };
        afterwards(() => putCard(services, context, viewer, window));
        const done = { changed: added, lines: [text.added(added.name)] };
        const view = await saidChanged(services, text.addTitle, done, { window, viewer, context });
        return { response_action: 'update', view };
      } catch (error) {
        const refusal = anyRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        const field = FIELD_OF_FILE[refusal.code];
        if (field !== undefined) return { response_action: 'errors', errors: { [field]: refusal.sentence } };
        return { response_action: 'update', view: noticeWindow(text.addTitle, refusal.sentence, language) };
      }
    },
  );
}

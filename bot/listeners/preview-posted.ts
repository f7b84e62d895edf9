import type { Message } from '../blocks/rich-text.ts';
import type { TableButton } from '../blocks/table-button.ts';
import { tablePreview } from '../blocks/table-preview.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { TableUpload } from '../read-upload.ts';
import type { TableFileOptions } from '../use-cases/read-source.ts';
import { type Asker, contextOf } from './asker.ts';
import type { Services } from './services.ts';

/** How a posted table would be imported, with what its reader has decided so far. */
export async function previewPosted(
  upload: TableUpload,
  button: TableButton,
  asker: Asker,
  viewer: Viewer,
  services: Services,
): Promise<Message> {
  const context = await contextOf(asker, services);
  const preview = await services.useCases.previewTable(context, upload, tableFileOptions(button, viewer));
  const samples = await services.useCases.countSamples(context);
  return tablePreview(preview, button, { language: viewer.language, samples });
}

/** A button's decisions and its reader's day and language, as the use cases take them. */
export function tableFileOptions(button: TableButton, { language, today }: Viewer): TableFileOptions {
  const { dateOrder, decimal } = button;
  return {
    asOf: today,
    language,
    hints: { ...(decimal !== undefined && { decimal }), ...(dateOrder !== undefined && { dateOrder }) },
    removeSamples: button.removeSamples ?? false,
  };
}

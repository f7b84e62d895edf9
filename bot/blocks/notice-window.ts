import type { ModalView } from '@slack/types';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { plainName } from './plain-name.ts';
import { paragraph, plainText } from './rich-text.ts';

/** A window with one sentence and a button to close it. */
export function noticeWindow(title: string, sentence: string, language: Language): ModalView {
  return {
    type: 'modal',
    title: plainText(title, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [paragraph(plainName(sentence, 600))],
  };
}

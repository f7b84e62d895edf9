import type { ModalView, PlainTextOption } from '@slack/types';
import type { Stability } from '../../../core/grading/scheme.ts';
import type { AnyScheme } from '../../../core/grading/scheme-inputs.ts';
import { textIn } from '../../../core/text/grading-text.ts';
import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import type { Language } from '../../../core/text/language.ts';
import type { SchemeUse } from '../../use-cases/check-usable.ts';
import { plainName } from '../plain-name.ts';
import { type Block, context, plainText } from '../rich-text.ts';
import { choiceField, textField } from '../window-fields.ts';

/** The ids by which the windows and their fields come back. */
export const PUBLISH_VIEW = {
  choose: 'home_publish_choose',
  document: 'home_publish_document',
  stability: 'home_scheme_stability',
} as const;
export const STABILITY_FIELD = { buffer: 'buffer', after: 'after', complaint: 'complaint' } as const;
export const PUBLISH_FIELD = { use: 'use', scheme: 'scheme', how: 'how', part: 'part_' } as const;

/** Slack's limit for one field; that many of them are offered for a document. */
const PART_LENGTH = 3000;
const MOST_PARTS = 10;
const MOST_OPTIONS = 100;

/** Where a scheme to publish is chosen; `own` are documents of the workspace's own. */
export function choosePublishWindow(
  own: readonly AnyScheme[],
  builtIn: readonly AnyScheme[],
  use: SchemeUse,
  language: Language,
): ModalView {
  const text = HOME_SCHEME_TEXT[language];
  const fits = (document: AnyScheme) => 'method' in document === (use !== 'segments');
  const optionOf = (document: AnyScheme): PlainTextOption => ({
    text: plainText(`${plainName(textIn(document.titles, language), 50)} · ${document.id} ${document.version}`, 75),
    value: document.id,
  });
  const groups = [
    { label: text.own, options: own.filter(fits).slice(0, MOST_OPTIONS).map(optionOf) },
    { label: text.builtIn, options: builtIn.filter(fits).map(optionOf) },
  ].filter(({ options }) => options.length > 0);
  return windowOf(PUBLISH_VIEW.choose, text.publishTitle, use, language, [
    {
      type: 'input',
      block_id: PUBLISH_FIELD.scheme,
      label: plainText(`${text.scheme} · ${text.heading[use]}`, 150),
      element: {
        type: 'static_select',
        action_id: PUBLISH_FIELD.scheme,
        option_groups: groups.map(({ label, options }) => ({ label: plainText(label, 75), options })),
      },
    },
    choiceField(
      { id: PUBLISH_FIELD.how, label: text.how, hint: text.adjustedHint },
      [
        ['as-is', text.asItIs],
        ['adjust', text.adjusted],
      ],
      'as-is',
    ),
  ]);
}

/**
 * Where a document is adjusted, or another pasted in its place: its lines over as many fields as it needs and one more.
 * Undefined when it does not fit.
 */
export function documentWindow(document: AnyScheme, use: SchemeUse, language: Language): ModalView | undefined {
  const text = HOME_SCHEME_TEXT[language];
  const parts = inParts(JSON.stringify(document, null, 1));
  if (parts.length >= MOST_PARTS) return undefined;
  const fields = [...parts, ''].map((part, index, all) =>
    textField(
      { id: `${PUBLISH_FIELD.part}${index}`, label: text.part(index + 1, all.length), isOptional: index > 0 },
      { max: PART_LENGTH, lines: true, text: part },
    ),
  );
  return windowOf(PUBLISH_VIEW.document, text.documentTitle, use, language, [context(text.documentHint), ...fields]);
}

/** The document of a window, as it was sent. Its parts end where lines do, so that nothing is lost in between. */
export function documentText(fields: ReadonlyMap<string, string>): string {
  return Array.from({ length: MOST_PARTS }, (_, index) => fields.get(`${PUBLISH_FIELD.part}${index}`) ?? '').join('\n');
}

/** How steadily tiers are kept under the scheme in use. */
export function stabilityWindow(
  { buffer = 0, downgradeAfter = 1, holdDuringComplaint = false }: Stability,
  use: SchemeUse,
  language: Language,
): ModalView {
  const text = HOME_SCHEME_TEXT[language];
  const blocks = [
    context(text.stabilityHint),
    textField(
      { id: STABILITY_FIELD.buffer, label: text.buffer, hint: text.bufferHint },
      { max: 5, text: String(Math.round(buffer * 1000) / 10) },
    ),
    textField(
      { id: STABILITY_FIELD.after, label: text.after, hint: text.afterHint },
      { max: 3, text: String(downgradeAfter) },
    ),
    choiceField(
      { id: STABILITY_FIELD.complaint, label: text.complaint },
      [
        ['keep', text.kept],
        ['fall', text.notKept],
      ],
      holdDuringComplaint ? 'keep' : 'fall',
    ),
  ];
  const window = windowOf(PUBLISH_VIEW.stability, text.stabilityTitle, use, language, blocks);
  return { ...window, submit: plainText(text.save, 24) };
}

/** The use that a window is about. */
export function readUse(metadata: string): SchemeUse {
  return (['prospects', 'customers', 'segments'] as const).find((use) => use === metadata) ?? 'customers';
}

function windowOf(callbackId: string, title: string, use: SchemeUse, language: Language, blocks: Block[]): ModalView {
  const text = HOME_SCHEME_TEXT[language];
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: use,
    title: plainText(title, 24),
    submit: plainText(text.simulate, 24),
    close: plainText(text.cancel, 24),
    blocks,
  };
}

/** A text in parts that a field can hold, broken between lines. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (part.length + line.length + 1 > PART_LENGTH) {
      parts.push(part);
      part = line;
    } else part = part === '' ? line : `${part}\n${line}`;
  }
  return [...parts, part];
}

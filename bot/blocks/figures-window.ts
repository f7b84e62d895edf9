import { createHash } from 'node:crypto';
import type { ActionsBlock, Button, InputBlock, ModalView } from '@slack/types';
import { parseIsoDate } from '../../core/calendar-date.ts';
import { type FactValue, isLevel } from '../../core/customer.ts';
import { FIGURE_TEXT } from '../../core/text/figure-text.ts';
import { formatValue } from '../../core/text/format.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerFigure, CustomerFigures } from '../use-cases/edit-figures.ts';
import { ACTION } from './action-ids.ts';
import type { CustomerWindow } from './customer-window.ts';
import { fileWindow } from './file-window.ts';
import { followUpValue } from './follow-up-button.ts';
import { cut, plainName } from './plain-name.ts';
import { type Block, context, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { choiceField, dayField, textField } from './window-fields.ts';

/** The id by which the window comes back. Its fields are read by {@link readFigureField}. */
export const FIGURES_VIEW = 'figures_edit';

/** As many fields as a person fills in at a time. */
export const FIGURES_A_PAGE = 40;

const LONGEST_FIGURE = 200;

/**
 * The window in which the figures that grade a customer are changed, each in a field of its kind that holds what is on file.
 * A scheme of many has several pages; `page` counts from 1.
 */
export function figuresWindow(figures: CustomerFigures, viewer: Viewer, window: CustomerWindow, page = 1): ModalView {
  const { language } = viewer;
  const text = FIGURE_TEXT[language];
  const from = (page - 1) * FIGURES_A_PAGE;
  const shown = figures.figures.slice(from, from + FIGURES_A_PAGE);
  const blocks = [
    ...pageBlocks(page, figures.figures.length, language, window),
    ...shown.map((figure) => figureField(figure, figures, language)),
  ];
  const parts = {
    customerName: figures.name,
    callbackId: FIGURES_VIEW,
    title: text.title,
    submit: text.save,
    blocks,
  };
  return fileWindow(parts, window, language);
}

/** A field as it came back: whose figure it is, and whether what stands in it is what stood in it at first. */
export function readFigureField(
  blockId: string,
): { readonly criterion: string; isAsBefore(text: string): boolean } | undefined {
  const [, digest, criterion] = /^figure ([0-9a-f]{8}) (.+)$/.exec(blockId) ?? [];
  if (digest === undefined || criterion === undefined) return undefined;
  return { criterion, isAsBefore: (text) => digestOf(text) === digest };
}

/** The value of a menu's choice that nothing is known. */
const UNKNOWN = '-';

function figureField(figure: CustomerFigure, { currency }: CustomerFigures, language: Language): InputBlock {
  const text = FIGURE_TEXT[language];
  const { criterion, doubtful, measured, value } = figure;
  const { hint, id, titles, type } = criterion;
  const words = (initial: string) => ({
    id: `figure ${digestOf(initial)} ${id}`,
    label: plainName(
      `${textIn(titles, language)}${type === 'money' && currency !== null ? ` (${currency})` : ''}`,
      300,
    ),
    isOptional: true,
    ...hintOf([
      hint === undefined ? '' : textIn(hint, language),
      measured === null ? '' : text.measured(formatValue(measured, type, language, { currency })),
      doubtful === null ? '' : text.doubtful(plainName(doubtful, 80)),
    ]),
  });
  if (type === 'level' && (value === null || isLevel(value))) {
    const chosen = value === null ? UNKNOWN : value;
    const levels = (['high', 'medium', 'low', 'none'] as const).map(
      (level) => [level, formatValue(level, 'level', language)] as const,
    );
    return choiceField(words(chosen), [...levels, [UNKNOWN, text.unknown]], chosen);
  }
  if (type === 'yes-no' && (value === null || typeof value === 'boolean')) {
    const chosen = value === null ? UNKNOWN : value ? 'yes' : 'no';
    const answers = [
      ['yes', formatValue(true, 'yes-no', language)],
      ['no', formatValue(false, 'yes-no', language)],
    ] as const;
    return choiceField(words(chosen), [...answers, [UNKNOWN, text.unknown]], chosen);
  }
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  if (type === 'date' && (value === null || day !== undefined)) return dayField(words(day ?? ''), day ?? null);
  const typed = value === null ? '' : cut(figureText(value, type, language), LONGEST_FIGURE);
  return textField(words(typed), { max: LONGEST_FIGURE, text: typed });
}

/** A value as it can be typed, with all its digits. */
function figureText(value: FactValue, type: CustomerFigure['criterion']['type'], language: Language): string {
  if (typeof value !== 'number') return plainName(formatOr(value, type, language), LONGEST_FIGURE);
  if (type === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  if (type === 'months') return FIGURE_TEXT[language].months(Number(value.toPrecision(12)));
  return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);
}

/** Text and days as they stand; words in the reader's language. */
function formatOr(value: string | boolean, type: CustomerFigure['criterion']['type'], language: Language): string {
  if (typeof value === 'string' && (type === 'text' || !isLevel(value))) return value;
  return formatValue(value, type, language);
}

function hintOf(parts: readonly string[]): { readonly hint?: string } {
  const hint = parts.filter((part) => part !== '').join(' ');
  return hint === '' ? {} : { hint };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex').slice(0, 8);
}

function pageBlocks(page: number, all: number, language: Language, window: CustomerWindow): Block[] {
  if (all <= FIGURES_A_PAGE) return [];
  const text = FIGURE_TEXT[language];
  const last = Math.ceil(all / FIGURES_A_PAGE);
  const to = Math.min(page * FIGURES_A_PAGE, all);
  const turn = (other: number, label: string): Button => ({
    type: 'button',
    action_id: `${ACTION.figures}_${other}`,
    text: plainText(label, 75),
    value: followUpValue({ customerId: window.customerId, seenAt: window.seenAt }),
  });
  const buttons: ActionsBlock = {
    type: 'actions',
    elements: [
      ...(page > 1 ? [turn(page - 1, text.previous)] : []),
      ...(page < last ? [turn(page + 1, text.next)] : []),
    ],
  };
  return [context(text.page((page - 1) * FIGURES_A_PAGE + 1, to, all)), buttons];
}

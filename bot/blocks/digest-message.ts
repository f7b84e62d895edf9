import type { ActionsBlock, Button } from '@slack/types';
import type { Digest } from '../../core/digest/digest.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';
import { barChartText } from '../../core/text/bar-chart-text.ts';
import { type DigestChart, digestCharts } from '../../core/text/digest-charts.ts';
import { digestMatrices, type MatrixTable } from '../../core/text/digest-matrix.ts';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { type DigestLine, type DigestSection, type DigestWords, digestText } from '../../core/text/digest-text.ts';
import type { Language } from '../../core/text/language.ts';
import { inColumns } from '../../core/text/text-width.ts';
import { ACTION } from './action-ids.ts';
import { type DigestWhose, digestButtonOf, digestButtonValue } from './digest-button.ts';
import { chartBlock, dataTableBlock, monospacedBlock } from './newest-blocks.ts';
import { cut, escapeMarkup, plainName } from './plain-name.ts';
import { type Block, bold, context, type Message, plainText, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** A digest as Slack shows it. */
export interface DigestMessage {
  readonly message: Message;
  /** The same in classic blocks, for a workspace that refuses the message with `invalid_blocks`. */
  readonly fallback: Message;
}

const MOST_LINES = 5;
const LONGEST_LEAD = 60;
/** Slack takes about 12,000 characters in the blocks of a message: lines give way where many are long. */
const MOST_CHARACTERS = 11_000;
const LINE_LENGTHS = [300, 200, 120, 80, 48, 30];
/** A phone shows so many columns of a preformatted bar without breaking the line. */
const BAR_COLUMNS = 14;
const LONGEST_TEXT = 3000;

/**
 * A digest as a message: what matters most in a sentence, at most two charts, then its sections with at most five lines each and
 * buttons that open the lists behind the numbers, and *Settings*. All that comes from outside stands in plain or rich text.
 */
export function digestMessage(digest: Digest, viewer: Viewer, whose: DigestWhose): DigestMessage {
  const { language } = viewer;
  const shown: Shown = {
    digest,
    whose,
    language,
    words: digestText(digest, language),
    charts: digestCharts(digest, language).slice(0, 2),
    matrices: digestMatrices(digest, language),
  };
  return { message: messageOf(shown, NEWEST), fallback: messageOf(shown, CLASSIC) };
}

interface Shown {
  readonly digest: Digest;
  readonly whose: DigestWhose;
  readonly language: Language;
  readonly words: DigestWords;
  readonly charts: readonly DigestChart[];
  readonly matrices: readonly MatrixTable[];
}

/** How charts and tables are drawn. */
interface Drawing {
  chart(chart: DigestChart): Block;
  table(table: MatrixTable): Block;
}

const NEWEST: Drawing = {
  chart: chartBlock,
  table: ({ caption, rows }) => dataTableBlock(caption, rows),
};

const CLASSIC: Drawing = {
  chart: (chart) => monospacedBlock(chart.title, barChartText(chart, { columns: BAR_COLUMNS }).map(oneLine)),
  table: ({ caption, rows }) =>
    monospacedBlock(
      caption,
      inColumns(
        rows.map((row) =>
          row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : plainName(cell, 24))),
        ),
        (column) => typeof rows.at(-1)?.[column] === 'number',
      ),
    ),
};

function messageOf(shown: Shown, drawing: Drawing): Message {
  const { charts, words } = shown;
  const told = [words.whole, ...charts.map(({ summary }) => summary)].join('\n\n');
  const text = escapeMarkup(cut(told, LONGEST_TEXT));
  let blocks: Block[] = [];
  for (const longest of LINE_LENGTHS) {
    blocks = blocksOf(shown, drawing, longest);
    if (charactersOf(blocks) <= MOST_CHARACTERS) break;
  }
  return { text, mrkdwn: false, blocks };
}

function blocksOf(
  { charts, digest, language, matrices, whose, words }: Shown,
  drawing: Drawing,
  longest: number,
): Block[] {
  const matrixOf = matrices.flatMap((table) => [
    drawing.table(table),
    ...(table.more === null ? [] : [context(table.more)]),
  ]);
  const lastMoves = words.sections.findLastIndex(({ part }) => part === 'moves');
  const text = DIGEST_MESSAGE_TEXT[language];
  return [
    richText(section(bold(plainName(words.headline, 600)))),
    context(plainName(words.title, 150)),
    ...charts.map((chart) => drawing.chart(chart)),
    ...words.sections.flatMap((each, index) => [
      ...sectionBlocks(each, { digest, language, whose }, longest),
      ...(index === lastMoves ? matrixOf : []),
    ]),
    ...(lastMoves < 0 ? matrixOf : []),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: ACTION.digestSettings,
          text: plainText(text.settings, 75),
          accessibility_label: plainName(text.settingsLabel, 75),
        },
      ],
    },
    ...(words.context === '' ? [] : [context(plainName(words.context, 500))]),
  ];
}

/** A part of a digest: its title, its lines each at most `longest` characters, and the buttons to the lists behind them. */
export function sectionBlocks(
  { lines, more, number, title }: DigestSection,
  about: Pick<Shown, 'digest' | 'language' | 'whose'>,
  longest: number,
): Block[] {
  const shown = lines.slice(0, MOST_LINES);
  const rows = shown.map(({ lead, text }) => [
    bold(plainName(lead, Math.min(longest, LONGEST_LEAD)) || '–'),
    ...(text === '' ? [] : [run(spaced(text, longest))]),
  ]);
  const all = more === null ? rows : [...rows, [run(plainName(more, 100))]];
  const heading = section(bold(plainName(title, 120) || '–'));
  const buttons = sectionButtons(title, number, shown, about);
  return [
    all.length === 0
      ? richText(heading)
      : richText(heading, { type: 'rich_text_list', style: 'bullet', elements: all.map((row) => section(...row)) }),
    ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons } satisfies ActionsBlock]),
  ];
}

/** A button for all of a section, and one for each line with a list of its own. */
function sectionButtons(
  title: string,
  number: DigestNumber | null,
  lines: readonly DigestLine[],
  { digest, language, whose }: Pick<Shown, 'digest' | 'language' | 'whose'>,
): Button[] {
  const text = DIGEST_MESSAGE_TEXT[language];
  const heading = plainName(title, 60);
  const open = [
    ...(number === null ? [] : [{ label: text.all, accessible: text.allLabel(heading), number }]),
    ...lines.flatMap((line) => {
      // the list of all of a section has who is named in it
      if (line.number === null || line.customerId !== null) return [];
      const label = plainName(line.lead, 30) || '–';
      return [{ label, accessible: text.openLabel(label, heading), number: line.number }];
    }),
  ];
  return open.map((each, index) => ({
    type: 'button',
    action_id: `${ACTION.digestList}_${index + 1}`,
    text: plainText(each.label, 75),
    value: digestButtonValue(digestButtonOf(digest, whose, each.number)),
    accessibility_label: plainName(each.accessible, 75),
  }));
}

/** A line's text with the blank or colon that it begins with. */
function spaced(text: string, longest: number): string {
  const line = plainName(text, longest);
  return /^\s/.test(text) ? ` ${line}` : line;
}

/** A line whose names can neither break it nor turn its direction. */
function oneLine(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').toWellFormed();
}

/** As Slack counts them: every text of a block. */
function charactersOf(blocks: readonly Block[]): number {
  let sum = 0;
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') sum += value.length;
    return value;
  });
  return sum;
}

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { fitRemarks } from '../../../core/grading/fit-remarks.ts';
import type { FittedScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { fieldTitle } from '../../../core/text/field-titles.ts';
import { formatDecimal } from '../../../core/text/format.ts';
import { criterionText, gradeWriter, textIn, tierTitle } from '../../../core/text/grading-text.ts';
import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { moveReasonText, placeText } from '../../../core/text/move-text.ts';
import { OVERRIDE_TEXT } from '../../../core/text/override-text.ts';
import { SIMULATION_TEXT } from '../../../core/text/simulation-text.ts';
import type {
  PublicationSimulated,
  SchemeToPublish,
  SegmentSimulation,
  SimulatedMover,
  TierSimulation,
} from '../../use-cases/publish-scheme.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import {
  type Block,
  bold,
  bulletList,
  context,
  header,
  paragraph,
  plainText,
  richText,
  run,
  section,
} from '../rich-text.ts';
import { actionButton } from './action-button.ts';

const MOST_OWNERS = 8;

/** What publishing would come to, and the button that does it. `rollsBack` says that it is the scheme of before. */
export function simulationWindow(
  { scheme, segments, tiers, toPublish }: PublicationSimulated,
  language: Language,
  { rollsBack = false }: { readonly rollsBack?: boolean } = {},
): ModalView {
  const text = HOME_SCHEME_TEXT[language];
  const title = plainName(textIn(scheme.titles, language), 100);
  return {
    type: 'modal',
    title: plainText(text.simulationTitle, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      header(plainName(SIMULATION_TEXT[language].scheme(title, scheme.version), 150)),
      ...(rollsBack ? [context(text.rollBackHeading)] : []),
      ...(tiers === null ? [] : tierBlocks(tiers, language)),
      ...segments.flatMap((segment) => segmentBlocks(segment, language)),
      {
        type: 'actions',
        elements: [
          actionButton({
            actionId: ACTION.publishSimulated,
            label: text.publishNow,
            value: toPublishText(toPublish),
            style: 'primary',
            confirm: {
              title: plainName(text.confirmTitle(plainName(title, 60)), 100),
              text: text.confirmText,
              yes: text.publishNow,
              no: text.cancel,
            },
          }),
        ],
      },
    ],
  };
}

/** In place of a simulation that was not published: why, and how to go on. `mayInsist` offers to publish it all the same. */
export function notPublishedWindow(
  sentence: string,
  toPublish: SchemeToPublish,
  language: Language,
  { mayInsist }: { readonly mayInsist: boolean },
): ModalView {
  const text = HOME_SCHEME_TEXT[language];
  const value = toPublishText(toPublish);
  return {
    type: 'modal',
    title: plainText(text.simulationTitle, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      paragraph(sentence),
      {
        type: 'actions',
        elements: [
          actionButton({ actionId: ACTION.simulateAgain, label: text.again, value, style: 'primary' }),
          ...(mayInsist
            ? [actionButton({ actionId: ACTION.publishAnyway, label: text.anyway, value, style: 'danger' })]
            : []),
        ],
      },
    ],
  };
}

const TO_PUBLISH = z.strictObject({
  use: z.enum(['prospects', 'customers', 'segments']),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
  inUse: z.string().max(200),
});

function toPublishText({ digest, inUse, simulatedAt, use }: SchemeToPublish): string {
  return JSON.stringify({ use, digest, at: simulatedAt.getTime(), inUse });
}

/** Reads what the buttons under a simulation carry; undefined for anything else. */
export function readToPublish(value: string): SchemeToPublish | undefined {
  try {
    const { data } = TO_PUBLISH.safeParse(JSON.parse(value));
    return data && { use: data.use, digest: data.digest, simulatedAt: new Date(data.at), inUse: data.inUse };
  } catch {
    return undefined;
  }
}

function tierBlocks(tiers: TierSimulation, language: Language): Block[] {
  const { after, before, simulation } = tiers;
  const text = SIMULATION_TEXT[language];
  const { customers, matrix, withoutHours } = simulation;
  if (customers === 0) return [paragraph(text.nobody)];
  const label = ({ scheme: { titles, version } }: FittedScheme) =>
    text.scheme(plainName(textIn(titles, language), 60), version);
  const labels = { before: label(before), after: label(after) };
  const absent = fitRemarks(after).flatMap(({ code, criterion }) =>
    code === 'absent' && criterion !== undefined ? [criterionText(criterion, after.scheme, language)] : [],
  );
  return [
    paragraph(text.headline({ customers, ...labels, ...matrix.directions })),
    ...(matrix.order === 'by-position' ? [context(text.byPosition)] : []),
    matrixBlock(tiers, language),
    ...(simulation.moverCount > 0 ? [moversBlock(tiers, language)] : []),
    hoursBlock(tiers, language),
    ...(withoutHours.length > 0 ? [context(text.withoutHours(withoutHours))] : []),
    ...(absent.length > 0 ? [context(plainName(text.absent(label(after), absent), 500))] : []),
    context(text.onFile),
  ];
}

function matrixBlock({ after, before, simulation }: TierSimulation, language: Language): Block {
  const text = HOME_SCHEME_TEXT[language];
  const { columns, counts, order, rows } = simulation.matrix;
  const lines = rows.map((place, row) => {
    const own = counts[row] ?? [];
    const from = placeText(place, before.scheme, language);
    const parts = columns.flatMap((to, column) => {
      const customers = own[column] ?? 0;
      if (customers === 0) return [];
      const isSame =
        'tier' in place
          ? 'tier' in to && order !== 'by-position' && place.tier === to.tier
          : 'status' in to && place.status === to.status;
      return [text.matrixPart(placeText(to, after.scheme, language), customers, isSame)];
    });
    return text.matrixRow(from, sum(own), parts.length === 0 ? ['0'] : parts);
  });
  return bulletList(text.matrix, lines);
}

function moversBlock({ after, before, importance, simulation }: TierSimulation, language: Language): Block {
  const text = HOME_SCHEME_TEXT[language];
  const words = SIMULATION_TEXT[language];
  const writer = gradeWriter(after, language);
  const lines = simulation.movers.map((mover: SimulatedMover) => {
    const { customer, from, reason, to } = mover;
    const why = plainName(moveReasonText(reason, after, writer, language), 150);
    const places = [placeText(from, before.scheme, language), placeText(to, after.scheme, language)] as const;
    return section(bold(plainName(customer.name, 60)), run(text.mover(...places, why)));
  });
  const more = simulation.moverCount - simulation.movers.length;
  const by = importance === null ? null : amountTitle(importance, [after.scheme, before.scheme], language);
  return richText(section(bold(plainName(words.movers(by), 150))), {
    type: 'rich_text_list',
    style: 'bullet',
    elements: more > 0 ? [...lines, section(run(words.more(more)))] : lines,
  });
}

/** The owners for whom it makes the most difference, below all together. */
function hoursBlock({ simulation }: TierSimulation, language: Language): Block {
  const text = HOME_SCHEME_TEXT[language];
  const words = SIMULATION_TEXT[language];
  const line = (owner: string, before: number, after: number) =>
    text.hoursLine(plainName(owner, 60), formatDecimal(before, 1), formatDecimal(after, 1), signed(after - before));
  const { hours } = simulation;
  const total = line(words.total, sum(hours.map(({ before }) => before)), sum(hours.map(({ after }) => after)));
  const largest = hours.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const shown = largest.slice(0, MOST_OWNERS);
  const more = hours.length - shown.length;
  return bulletList(words.hours, [
    total,
    ...(hours.length > 1
      ? shown.map(({ after, before, owner }) => line(owner?.name ?? words.noOwner, before, after))
      : []),
    ...(hours.length > 1 && more > 0 ? [text.moreOwners(more)] : []),
  ]);
}

function segmentBlocks({ counts, segment }: SegmentSimulation, language: Language): Block[] {
  const text = HOME_SCHEME_TEXT[language];
  const labels = segment.tiers.map(({ id }) => text.label(tierTitle(id, segment, language), counts.get(id) ?? 0));
  const without = counts.get('') ?? 0;
  return [
    bulletList(plainName(textIn(segment.titles, language), 100), [
      ...labels,
      ...(without === 0 ? [] : [text.label(text.noLabel, without)]),
    ]),
  ];
}

/** What the scheme calls the amount that movers are ordered by. */
function amountTitle(id: string, schemes: readonly Scheme[], language: Language): string {
  const named = schemes.find(({ criteria }) => criteria.some((criterion) => criterion.id === id));
  return named === undefined ? fieldTitle(id, language) : criterionText(id, named, language);
}

function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded > 0 ? `+${formatDecimal(rounded, 1)}` : formatDecimal(rounded, 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

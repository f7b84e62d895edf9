import type { Scheme } from '../../../core/grading/scheme.ts';
import { formatDecimal } from '../../../core/text/format.ts';
import { textIn, tierText } from '../../../core/text/grading-text.ts';
import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { stabilityText } from '../../../core/text/stability-text.ts';
import type { SchemesOverview, StageScheme } from '../../use-cases/schemes-overview.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { actionButton } from './action-button.ts';

/** Segments in use that are told; each has two blocks. */
const MOST_SEGMENTS = 20;

/** The page about schemes: what each stage is graded by, what came of it, and the ways to another. */
export function schemesBlocks({ segments, stages }: SchemesOverview, viewer: Viewer): Block[] {
  const text = HOME_SCHEME_TEXT[viewer.language];
  return [
    ...stages.flatMap((stage, index) => stageBlocks(stage, index, viewer)),
    header(text.heading.segments),
    ...(segments.length === 0 ? [paragraph(text.noSegments)] : []),
    ...segments.slice(0, MOST_SEGMENTS).map((segment, index): Block => {
      const title = plainName(textIn(segment.titles, viewer.language), 100);
      return {
        type: 'section',
        text: plainText(title, 150),
        accessory: actionButton({
          actionId: `${ACTION.stopSegments}_${index + 1}`,
          label: text.stopSegments,
          accessible: text.stopSegmentsLabel(title),
          value: segment.id,
          confirm: { title, text: text.stopConfirm(title), yes: text.stopSegments, no: text.cancel },
        }),
      };
    }),
    {
      type: 'actions',
      elements: [
        actionButton({
          actionId: `${ACTION.publishScheme}_3`,
          label: text.publish,
          accessible: `${text.publish} ${text.heading.segments}`,
          value: 'segments',
        }),
        actionButton({ actionId: ACTION.gradeNow, label: text.gradeNow }),
      ],
    },
  ];
}

function stageBlocks(
  { before, customers, gradedAt, scheme, since, use }: StageScheme,
  index: number,
  viewer: Viewer,
): Block[] {
  const { dayOf, language, today } = viewer;
  const text = HOME_SCHEME_TEXT[language];
  const day = (moment: Date) => shortDay(dayOf(moment), today, language);
  const lines =
    scheme === undefined
      ? [text.none]
      : [
          text.inUse(titleOf(scheme, viewer), scheme.version, stabilityText(scheme.stability, language)),
          ...(customers.size === 0 ? [] : [text.counts(countsText(scheme, customers, viewer))]),
          [
            ...(since === null ? [] : [text.since(day(since))]),
            ...(gradedAt === null ? [] : [text.graded(day(gradedAt))]),
          ].join(' '),
        ];
  const heading = text.heading[use];
  return [
    header(heading),
    paragraph(...lines.filter((line) => line !== '')),
    {
      type: 'actions',
      elements: [
        actionButton({
          actionId: `${ACTION.publishScheme}_${index + 1}`,
          label: text.publish,
          accessible: `${text.publish} ${heading}`,
          value: use,
        }),
        ...(scheme === undefined
          ? []
          : [
              actionButton({
                actionId: `${ACTION.schemeStability}_${index + 1}`,
                label: text.stability,
                accessible: `${text.stability} ${heading}`,
                value: use,
              }),
            ]),
        ...(before === undefined
          ? []
          : [
              actionButton({
                actionId: `${ACTION.rollBackScheme}_${index + 1}`,
                label: plainName(text.rollBack(plainName(textIn(before.titles, language), 40), before.version), 75),
                value: use,
              }),
            ]),
      ],
    },
  ];
}

function titleOf({ titles }: Scheme, { language }: Viewer): string {
  return plainName(textIn(titles, language), 100);
}

function countsText(scheme: Scheme, customers: ReadonlyMap<string, number>, { language }: Viewer): string {
  const text = HOME_SCHEME_TEXT[language];
  const tiers = scheme.tiers.map(
    ({ id }) => `${tierText(id, scheme, language)} ${formatDecimal(customers.get(id) ?? 0, 0)}`,
  );
  const without = customers.get('') ?? 0;
  return [...tiers, ...(without === 0 ? [] : [`${text.noTier} ${formatDecimal(without, 0)}`])].join(' · ');
}

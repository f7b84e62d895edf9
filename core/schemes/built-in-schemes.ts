import type { Scheme, SegmentScheme } from '../grading/scheme.ts';
import { accountValue } from './account-value.ts';
import { activity } from './activity.ts';
import { bankCustomer } from './bank-customer.ts';
import { contribution } from './contribution.ts';
import { decisionStyle } from './decision-style.ts';
import { dependence } from './dependence.ts';
import { lifecycle } from './lifecycle.ts';
import { loyalty } from './loyalty.ts';
import { marketShare } from './market-share.ts';
import { medal } from './medal.ts';
import { potentialAndService } from './potential-and-service.ts';
import { relationAndPlace } from './relation-and-place.ts';
import { relationshipValue } from './relationship-value.ts';
import { salesPipeline } from './sales-pipeline.ts';
import { serviceGrade } from './service-grade.ts';
import { sizePotential } from './size-potential.ts';
import { spendLevel } from './spend-level.ts';
import { valuePyramid } from './value-pyramid.ts';
import { wealth } from './wealth.ts';

/** Every scheme that comes with Tierbook, in the order in which they are offered. */
export const BUILT_IN_SCHEMES: readonly Scheme[] = [
  accountValue,
  salesPipeline,
  marketShare,
  relationshipValue,
  serviceGrade,
  spendLevel,
  medal,
  valuePyramid,
  sizePotential,
  contribution,
  dependence,
  bankCustomer,
  wealth,
];

/** Every document of segments that comes with Tierbook, in the order in which they are offered. */
export const BUILT_IN_SEGMENT_SCHEMES: readonly SegmentScheme[] = [
  loyalty,
  decisionStyle,
  activity,
  relationAndPlace,
  potentialAndService,
  lifecycle,
];

/** The built-in scheme with this id; undefined when there is none. */
export function builtInScheme(id: string): Scheme | undefined {
  return BUILT_IN_SCHEMES.find((scheme) => scheme.id === id);
}

/** The built-in document of segments with this id; undefined when there is none. */
export function builtInSegmentScheme(id: string): SegmentScheme | undefined {
  return BUILT_IN_SEGMENT_SCHEMES.find((scheme) => scheme.id === id);
}

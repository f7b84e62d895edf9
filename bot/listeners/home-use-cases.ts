import type { Scheme } from '../../core/grading/scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { SchemeUse } from '../use-cases/check-usable.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { PublicationSimulated, Published, SchemeToPublish } from '../use-cases/publish-scheme.ts';
import type { SchemesOverview } from '../use-cases/schemes-overview.ts';

/** What the admins' pages of the Home tab ask of the product. Those that act throw UseCaseError. */
export interface HomeUseCases {
  schemesOverview(context: UseCaseContext): Promise<SchemesOverview>;
  /** Documents that can be put to use: the workspace's own, and those that come with Tierbook. */
  schemesToChoose(context: UseCaseContext): Promise<{
    readonly own: readonly AnyScheme[];
    readonly builtIn: readonly AnyScheme[];
  }>;
  /** What was in use before; undefined for nothing. */
  schemeBefore(context: UseCaseContext, use: 'prospects' | 'customers'): Promise<Scheme | undefined>;
  simulatePublication(context: UseCaseContext, scheme: AnyScheme, use: SchemeUse): Promise<PublicationSimulated>;
  /** Undefined when the document is no longer kept. */
  simulateAgain(context: UseCaseContext, toPublish: SchemeToPublish): Promise<PublicationSimulated | undefined>;
  publishScheme(
    context: UseCaseContext,
    toPublish: SchemeToPublish,
    options?: { readonly anyway?: boolean },
  ): Promise<Published>;
  /** Takes a document of segments out of use; false when it was not in use. */
  dropSegmentScheme(context: UseCaseContext, id: string): Promise<boolean>;
}

import type { CustomerChanged } from '../use-cases/change-customer.ts';
import type { ComplaintChanged, ComplaintNamed, ComplaintRequest } from '../use-cases/complaints.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { ExpectRequest } from '../use-cases/expect-signing.ts';
import type { LoseRequest, ProspectWon, WinRequest } from '../use-cases/prospect-ends.ts';
import type { SurveyRecorded, SurveyRequest } from '../use-cases/record-survey.ts';

/** What listeners ask of the product about complaints, surveys and how prospects end. All throw UseCaseError. */
export interface ServiceUseCases {
  openComplaint(context: UseCaseContext, request: ComplaintRequest): Promise<ComplaintChanged>;
  /** Throws ActedOnError where somebody else was quicker; the same holds for the next. */
  answerComplaint(context: UseCaseContext, named: ComplaintNamed): Promise<ComplaintChanged>;
  closeComplaint(
    context: UseCaseContext,
    named: ComplaintNamed & { readonly resolution: string },
  ): Promise<ComplaintChanged>;
  recordSurvey(context: UseCaseContext, request: SurveyRequest): Promise<SurveyRecorded>;
  winProspect(context: UseCaseContext, request: WinRequest): Promise<ProspectWon>;
  loseProspect(context: UseCaseContext, request: LoseRequest): Promise<CustomerChanged>;
  expectSigning(context: UseCaseContext, request: ExpectRequest): Promise<CustomerChanged>;
}

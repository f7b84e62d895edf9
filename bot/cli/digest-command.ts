import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestEdition, DigestPart } from '../../core/digest/digest.ts';
import type { DigestList } from '../../core/digest/digest-list.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';
import { DIGEST_COMMAND_TEXT } from '../../core/text/digest-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import { isUtf8Terminal } from '../terminal-locale.ts';
import { askDigest, type DigestRequest, digestScopeOf } from '../use-cases/ask-digest.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { digestMoments } from '../use-cases/digest-moments.ts';
import { openDigestNumber } from '../use-cases/open-digest-number.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { digestNumberNamed, NAMED_NUMBERS } from './digest-number-named.ts';
import { type DigestFormat, digestListOutput, digestOutput } from './digest-output.ts';
import { inWorkspace } from './in-workspace.ts';
import { memberNamed } from './member-named.ts';
import { postDigest } from './post-digest.ts';
import { printable } from './printable.ts';

/** What `digest` is called with. */
export interface DigestOptions {
  /** Undefined: as of now. */
  readonly date: CalendarDate | undefined;
  readonly edition: DigestEdition;
  /** Only of these; with none of them and no manager, of everybody. */
  readonly reps: readonly string[];
  readonly manager: string | undefined;
  /** Undefined: all. */
  readonly parts: readonly DigestPart[] | undefined;
  /** Prints the list behind this number in the digest's place. */
  readonly list: string | undefined;
  /** Posts the day's digest where the manager gets digests, in place of printing one. */
  readonly post: boolean;
  readonly format: DigestFormat;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** Customers that are read at a time. */
const LIST_CHUNK = 500;

/** `digest`: a digest as it is now or was on a day, or the list behind one of its numbers. */
export async function digestCommand(io: CliIo, options: DigestOptions): Promise<number> {
  const { date, edition, format, language, list, parts } = options;
  return inWorkspace(io, options.workspace, async (context, { isShared }) => {
    if (options.post) return postDigest(io, context, options, isShared);
    const whose = await whoseDigest(context, options);
    if (list === undefined) {
      const digest = await askDigest(context, { ...whose, date, edition, parts });
      await print(io, digestOutput(digest, format, language, !isUtf8Terminal(io.env)));
      return 0;
    }
    const number = digestNumberNamed(list, whose.repIds?.length === 1 ? whose.repIds[0] : undefined);
    if (number === undefined)
      throw new CliError(DIGEST_COMMAND_TEXT[language].noSuchNumber(printable(list), NAMED_NUMBERS));
    await print(io, digestListOutput(await wholeList(context, whose, number, options), format, language));
    return 0;
  });
}

type Whose = Pick<DigestRequest, 'memberId' | 'repIds'>;

async function whoseDigest(context: UseCaseContext, { language, manager, reps }: DigestOptions): Promise<Whose> {
  if (manager !== undefined) {
    if (reps.length > 0) throw new CliError(DIGEST_COMMAND_TEXT[language].repAndManager);
    return { memberId: (await memberNamed(context, manager)).id };
  }
  const ids: string[] = [];
  for (const rep of reps) ids.push((await memberNamed(context, rep)).id);
  if (ids.length === 0) return { memberId: null };
  // one rep's day is told by that one's hour
  return { memberId: ids.length === 1 ? (ids[0] ?? null) : null, repIds: [...new Set(ids)] };
}

async function wholeList(
  context: UseCaseContext,
  whose: Whose,
  number: DigestNumber,
  { date, edition }: DigestOptions,
): Promise<DigestList> {
  const { member } = await digestScopeOf(context, whose);
  const moments = await digestMoments(context, { member, date, edition });
  const page = (skip: number) =>
    openDigestNumber(context, { ...moments, whose, edition, number, skip, limit: LIST_CHUNK });
  const first = await page(0);
  const entries = [...first.entries];
  while (entries.length < first.total) {
    const next = await page(entries.length);
    if (next.entries.length === 0) break;
    entries.push(...next.entries);
  }
  return { ...first, entries };
}

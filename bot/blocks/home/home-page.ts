import { z } from 'zod';

/** Counted from 1; left out on the first. */
const page = z.int().min(1).max(100_000).optional();
/** A day such as `2026-11-26`; left out for the reader's today. */
const on = z.iso.date().optional();

/** Whether what is carried over is named, with the days on which it comes; left out where it is only counted. */
const carried = z.literal(true).optional();

/**
 * The pages of the Home tab and what each is told. They are small, because a button's value holds one. A page that is added
 * here gets what shows it in `home-pages.ts`.
 */
const PAGE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), on, carried }),
  z.strictObject({ kind: z.literal('book') }),
  z.strictObject({ kind: z.literal('team'), page }),
  z.strictObject({ kind: z.literal('rep'), id: z.uuid(), on }),
  z.strictObject({ kind: z.literal('overrides'), page }),
  z.strictObject({
    kind: z.literal('digest'),
    on,
    edition: z.enum(['daily', 'weekly', 'monthly']).optional(),
    /** Whose; default the reader's. */
    id: z.uuid().optional(),
  }),
  z.strictObject({ kind: z.literal('schemes') }),
  z.strictObject({ kind: z.literal('members'), page }),
  z.strictObject({ kind: z.literal('member'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('owners'), page }),
  z.strictObject({ kind: z.literal('calendar') }),
  z.strictObject({ kind: z.literal('sheets') }),
  z.strictObject({ kind: z.literal('workspace') }),
]);

/** A page of the Home tab: which one, and where on it (`{ kind: 'members', page: 2 }`). */
export type HomePage = Readonly<z.infer<typeof PAGE>>;

/** The name of a page. */
export type HomePageKind = HomePage['kind'];

/** The pages of these names. */
export type HomePageOf<Kind extends HomePageKind> = { [K in Kind]: Extract<HomePage, { readonly kind: K }> }[Kind];

/** Where everybody begins, and where who may not see a page ends. */
export const FIRST_PAGE: HomePage = { kind: 'day' };

/** A page as text, for a view's `private_metadata` and for buttons; far below Slack's 2,000 characters for the latter. */
export function homePageText(shown: HomePage): string {
  return JSON.stringify(shown);
}

/** Reads {@link homePageText}; undefined for anything else, whatever it is. */
export function readHomePage(text: string): HomePage | undefined {
  try {
    return PAGE.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

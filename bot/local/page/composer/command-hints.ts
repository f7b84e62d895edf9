import type { PageCommand, PagePerson } from '../../page-protocol.ts';

/** What is offered while one types. */
export type Hint =
  | { readonly kind: 'commands'; readonly matches: readonly PageCommand[] }
  | {
      readonly kind: 'people';
      readonly matches: readonly PagePerson[] /** Where the `@` stands. */;
      readonly from: number;
    }
  | null;

/** What was typed, as it is sent. */
export type Typed =
  | { readonly kind: 'command'; readonly command: string; readonly text: string }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'nothing' };

/** A text and where one types in it. */
export interface Edit {
  readonly text: string;
  readonly caret: number;
}

/**
 * The list for what is being typed: the commands that begin so after a `/` at the very start, people after an `@`.
 * Null when nothing fits, and for a command that is typed out and the only one that begins so.
 */
export function hintFor({ text, caret }: Edit, commands: readonly PageCommand[], people: readonly PagePerson[]): Hint {
  const typed = text.slice(0, caret);
  if (/^\/\S*$/.test(typed)) {
    const matches = commands.filter((each) => each.command.startsWith(typed.toLowerCase()));
    return matches.length === 0 ? null : { kind: 'commands', matches };
  }
  const mention = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(typed);
  if (!mention) return null;
  const wanted = (mention[1] ?? '').toLowerCase();
  const matches = people.filter((each) =>
    [each.name, each.realName, ...each.realName.split(/\s+/)].some((name) => name.toLowerCase().startsWith(wanted)),
  );
  return matches.length === 0 ? null : { kind: 'people', matches, from: caret - wanted.length - 1 };
}

/** The usage hint that stands after a command as long as nothing follows it; empty when there is none. */
export function ghostHint(text: string, commands: readonly PageCommand[]): string {
  const found = /^(\/\S+) ?$/.exec(text);
  return commands.find((each) => each.command === found?.[1]?.toLowerCase())?.usageHint ?? '';
}

/** The text with a command in the place of what was typed of it, ready for its argument. */
export function withCommand({ text, caret }: Edit, command: PageCommand): Edit {
  const start = `${command.command} `;
  return { text: start + text.slice(caret).trimStart(), caret: start.length };
}

/** The text with a person's short name in the place of what was typed of it. */
export function withPerson({ text, caret }: Edit, from: number, person: PagePerson): Edit {
  const start = `${text.slice(0, from)}@${person.name} `;
  return { text: start + text.slice(caret).trimStart(), caret: start.length };
}

/** What a typed text is: a slash at the very start makes a command. */
export function readTyped(text: string): Typed {
  if (text.trim() === '') return { kind: 'nothing' };
  const found = /^\/(\S+)\s*([\s\S]*)$/.exec(text);
  if (!found) return { kind: 'say', text: text.trim() };
  return { kind: 'command', command: `/${found[1]}`.toLowerCase(), text: (found[2] ?? '').trim() };
}

import type { Question } from '../../../core/questions/question.ts';

/** What a sentence means, in a line: `overdue A`, `why ACME`, `log ACME: called`. */
export function meaningOf(question: Question, name?: string): string {
  switch (question.kind) {
    case 'name':
    case 'why':
    case 'lift':
    case 'next-contact':
      return joined(question.kind, namedBy(question.names, name));
    case 'my-day':
      return joined('my-day', question.day);
    case 'rep-day':
      return joined('rep-day', question.rep, question.day);
    case 'overdue':
      return joined('overdue', question.isMine && 'mine', question.tier, of(question.rep));
    case 'movers':
      return joined(
        'movers',
        question.direction,
        question.from !== null && `from ${question.from}`,
        question.to !== null && `to ${question.to}`,
        question.of !== null && `in ${question.of}`,
        question.since,
        of(question.rep),
      );
    case 'digest':
      return joined('digest', question.day, question.edition, of(question.rep));
    case 'signings':
      return joined('signings', question.month, of(question.rep));
    case 'complaints':
    case 'capacity':
      return joined(question.kind, of(question.rep));
    case 'log': {
      const split = question.splits.find((each) => each.name === name) ?? question.splits[0];
      return `log ${split?.name}: ${split?.said}`;
    }
    case 'snooze': {
      const split = question.splits.find((each) => each.name === name) ?? question.splits[0];
      return `snooze ${split?.name}: ${split?.until}`;
    }
    case 'logged':
      return `logged ${question.since}`;
    case 'ok':
    case 'rude':
    case 'help':
    case 'thanks':
    case 'undo':
    case 'hello':
    case 'unknown':
      return question.kind;
    default:
      return question satisfies never;
  }
}

/** The name that is on file: the first of those that somebody bears. */
function namedBy(names: readonly string[], name: string | undefined): string | undefined {
  return names.find((each) => each === name) ?? names[0];
}

function of(rep: string | null): string | false {
  return rep !== null && `of ${rep}`;
}

function joined(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string').join(' ');
}

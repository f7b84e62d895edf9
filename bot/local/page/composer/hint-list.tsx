import { Avatar } from '../avatar.tsx';
import { usePageText } from '../page-context.ts';
import type { Hint } from './command-hints.ts';

export interface HintListProps {
  readonly id: string;
  readonly hint: NonNullable<Hint>;
  readonly active: number;
  readonly onTake: (index: number) => void;
}

/** The id of one line, for `aria-activedescendant`. */
export function hintLineId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Commands or people above the composer. The focus stays in the text. */
export function HintList({ id, hint, active, onTake }: HintListProps) {
  const text = usePageText();
  const lines =
    hint.kind === 'commands'
      ? hint.matches.map((each) => ({
          key: each.command,
          content: (
            <>
              <span className="hint-name">
                <strong>{each.command}</strong> <span className="hint-usage">{each.usageHint}</span>
              </span>
              <small>{each.description}</small>
            </>
          ),
        }))
      : hint.matches.map((each) => ({
          key: each.id,
          content: (
            <span className="hint-name">
              <Avatar name={each.realName} id={each.id} isBot={each.isBot} />
              <strong>{each.realName}</strong> <span className="hint-usage">@{each.name}</span>
            </span>
          ),
        }));
  return (
    <div className="hints">
      <p className="hints-title" aria-hidden="true">
        {hint.kind === 'commands' ? text.commandsFound : text.peopleFound}
        <span>{text.keys}</span>
      </p>
      <ul id={id} role="listbox" aria-label={hint.kind === 'commands' ? text.commandsFound : text.peopleFound}>
        {lines.map(({ key, content }, index) => (
          <li
            key={key}
            id={hintLineId(id, index)}
            role="option"
            aria-selected={index === active}
            className={index === active ? 'hint is-active' : 'hint'}
            // The focus stays where one types.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(index)}
          >
            {content}
          </li>
        ))}
      </ul>
    </div>
  );
}

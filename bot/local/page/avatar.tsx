import icon from './icon.svg';
import { initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  /** Decides on the colour. */
  readonly id: string;
  readonly isBot?: boolean;
}

/** A person's initials on a colour of their own; only beside the name, so screen readers pass over it. */
export function Avatar({ name, id, isBot = false }: AvatarProps) {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % COLOURS.length;
  return (
    <span
      className={isBot ? 'avatar is-bot' : 'avatar'}
      style={isBot ? undefined : { background: COLOURS[sum] }}
      aria-hidden="true"
      // A picture rather than words: words would have to be a part of the name of the button they stand in.
      data-initials={isBot ? undefined : initialsOf(name)}
    >
      {isBot && <img src={icon} alt="" />}
    </span>
  );
}

/** Dark enough for white letters. */
const COLOURS = ['#8a3b5c', '#2f6b4f', '#7a4b12', '#4a4e8c', '#0f6674', '#8c3b2e', '#5b4a8a'];

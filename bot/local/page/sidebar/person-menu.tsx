import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { Badge } from './badge.tsx';

/** Who one is, and whom one can be instead. */
export function PersonMenu({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const { me, people } = usePage();
  const text = usePageText();
  const others = people.filter((each) => !each.isBot);
  const waiting = others.filter((each) => each.id !== me.id).reduce((sum, each) => sum + each.unread, 0);
  return (
    <MenuButton
      label={text.people}
      hasText
      className="person-button"
      button={
        <>
          <Avatar name={me.realName} id={me.id} />
          <span className="person-name">
            <strong>{me.realName}</strong> <small>{text.roles[me.role]}</small>
          </span>
          <span className="for-screen-readers">{text.become}</span>
          <Badge count={waiting} />
          <Icon name="down" />
        </>
      }
      items={others.map((person) => ({
        id: person.id,
        isChecked: person.id === me.id,
        onChoose: () => onPerson(person.id),
        content: (
          <>
            <Avatar name={person.realName} id={person.id} />
            <span className="person-name">
              <strong>{person.realName}</strong>
              <small>{text.roles[person.role]}</small>
            </span>
            {person.id === me.id ? <Icon name="check" /> : <Badge count={person.unread} />}
          </>
        ),
      }))}
    />
  );
}

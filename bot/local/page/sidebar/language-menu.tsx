import { LANGUAGES, type Language, languageOf } from '../../../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../../../core/text/language-names.ts';
import type { PagePerson } from '../../page-protocol.ts';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { usePage, usePageText } from '../page-context.ts';

/** The person's language, as in Slack's preferences. The whole page and the bot follow it. */
export function LanguageMenu() {
  const { me, language, server } = usePage();
  const text = usePageText();
  return (
    <MenuButton
      label={text.language}
      hasText
      className="language-button"
      button={
        <>
          <span>
            {text.language}: <strong>{LANGUAGE_NAMES[language]}</strong>
          </span>
          <Icon name="down" />
        </>
      }
      items={LANGUAGES.map((each) => ({
        id: each,
        isChecked: each === language,
        content: (
          <>
            <span lang={each}>{LANGUAGE_NAMES[each]}</span>
            {each === language && <Icon name="check" />}
          </>
        ),
        onChoose: () => void server.act({ kind: 'language', locale: localeFor(me, each) }),
      }))}
    />
  );
}

/** English as the person has it: `en-US` stays; others get `en-GB`. */
function localeFor(person: PagePerson, language: Language): string {
  if (language !== 'en') return language;
  return languageOf(person.locale) === 'en' ? person.locale : 'en-GB';
}

import type { VNode } from 'preact';
import { SHEETS_HELP_TEXT } from '../../core/text/sheets-help-text.ts';
import { type OwnHeading, SHEETS_SCRIPT_TEXT } from '../../core/text/sheets-script-text.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** The help: how to grade, what the columns mean, typing over a tier, formulas, own schemes. */
export function HelpTab(): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_HELP_TEXT[language];
  const { headings, menu } = SHEETS_SCRIPT_TEXT[language];
  return (
    <>
      <ScreenHeading>{text.title}</ScreenHeading>
      <section>
        <h3>{text.howTitle}</h3>
        <ol>
          {text.steps.map((step) => (
            <li key={step}>{step.replace('{grade}', menu.grade)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{text.columnsTitle}</h3>
        <dl>
          {COLUMNS.map((column) => (
            <div key={column}>
              <dt>{headings[column]}</dt>
              <dd>{text.columns[column]}</dd>
            </div>
          ))}
        </dl>
        <p>{text.yourOwn}</p>
      </section>
      <section>
        <h3>{text.overrideTitle}</h3>
        {text.override.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section>
        <h3>{text.formulasTitle}</h3>
        <dl>
          {text.formulas.map(({ formula, meaning }) => (
            <div key={formula}>
              <dt>
                <code>{formula}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{text.formulaHint}</p>
      </section>
      <section>
        <h3>{text.schemesTitle}</h3>
        <p>{text.schemes}</p>
      </section>
    </>
  );
}

/** In the order in which they are written. */
const COLUMNS: readonly OwnHeading[] = ['tier', 'score', 'why', 'nextTier', 'review', 'nextFollowUp'];

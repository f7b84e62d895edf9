import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { JumpButton } from './jump-button.tsx';
import type { ProblemGroup, ProblemSection, ShownProblem } from './problems-in-sheet.ts';
import { useSidebarContext } from './sidebar-context.ts';

/**
 * Problems in sentences, each with a way to its cell. What concerns one column stands together and is folded when it is long.
 *
 * @param total all that were found, also those that are not in `sections`
 */
export function ProblemList({
  sections,
  total,
}: {
  readonly sections: readonly ProblemSection[];
  readonly total: number;
}): VNode | null {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (sections.length === 0) return null;
  const left = total - sections.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {sections.map(({ severity, count, groups }) => (
        <section class={`problems ${severity}`} key={severity}>
          <h3>{text.problemGroup(text.severities[severity], count)}</h3>
          {groups.map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </section>
      ))}
      {left > 0 && <p class="quiet">{text.more(left)}</p>}
    </>
  );
}

function Group({ group: { about, problems } }: { readonly group: ProblemGroup }): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (problems.length <= MOST_UNFOLDED) return <Sentences problems={problems} />;
  const name = about === 'rows' ? text.rows : about === 'table' ? text.wholeTable : about.column;
  return (
    <details>
      <summary>{text.problemGroup(name, problems.length)}</summary>
      <Sentences problems={problems} />
    </details>
  );
}

function Sentences({ problems }: Pick<ProblemGroup, 'problems'>): VNode {
  return (
    <ul class="sentences">
      {problems.map((problem, index) => (
        <Sentence key={index} problem={problem} />
      ))}
    </ul>
  );
}

function Sentence({ problem: { text, cell } }: { readonly problem: ShownProblem }): VNode {
  return (
    <li>
      <span>{text}</span> {cell !== null && <JumpButton place={cell} />}
    </li>
  );
}

/** A longer group is one line until it is opened. */
const MOST_UNFOLDED = 3;

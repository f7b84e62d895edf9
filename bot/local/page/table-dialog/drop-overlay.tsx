import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import { Icon } from '../icon.tsx';
import { usePage } from '../page-context.ts';

/** Covers the page while a file is held over it. */
export function DropOverlay() {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  return (
    // Above open windows too.
    <div className="drop-overlay" role="status" popover="manual" ref={(element) => element?.showPopover()}>
      <div>
        <Icon name="upload" />
        <strong>{text.dropHere}</strong>
        <p>{text.dropHint}</p>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import icon from './icon.svg';
import { Icon } from './icon.tsx';
import { usePageText } from './page-context.ts';

export interface TopBarProps {
  readonly isDrawerOpen: boolean;
  readonly onDrawer: (open: boolean) => void;
  readonly children?: ReactNode;
}

/** The workspace's name, and what belongs to the whole page. On phones, the way to the sidebar. */
export function TopBar({ isDrawerOpen, onDrawer, children }: TopBarProps) {
  const text = usePageText();
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button drawer-button"
        aria-label={isDrawerOpen ? text.closeSidebar : text.openSidebar}
        aria-expanded={isDrawerOpen}
        onClick={() => onDrawer(!isDrawerOpen)}
      >
        <Icon name="menu" />
      </button>
      <img src={icon} alt="" width="24" height="24" />
      <p className="workspace-name">
        <strong>Tierbook</strong> <span>{text.workspace}</span>
      </p>
      <div className="top-bar-tools">{children}</div>
    </header>
  );
}

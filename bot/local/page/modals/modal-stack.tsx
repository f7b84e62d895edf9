import type { PageView } from '../../page-protocol.ts';
import { ModalWindow } from './modal-window.tsx';

/** The open modals, each on the one before it. What was filled in below stays until its window closes. */
export function ModalStack({ modals }: { readonly modals: readonly PageView[] }) {
  return modals.map((view, depth) => (
    <ModalWindow key={view.id} view={view} depth={depth} isTop={depth === modals.length - 1} />
  ));
}

/** Fetches the parts that the first picture does without, once the browser has nothing else to do. */
export function prefetchParts(): void {
  const fetchAll = () => {
    for (const part of PARTS) void part();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 2000 });
  else setTimeout(fetchAll, 200);
}

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./elements/menu-element.tsx'),
  () => import('./table-dialog/table-dialog.tsx'),
  () => import('./blocks/library-block.tsx'),
  () => import('./inspector/inspector.tsx'),
  () => import('./sheet/sheet-page.tsx'),
];

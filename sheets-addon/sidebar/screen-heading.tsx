import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The heading of a screen. It takes the focus when the screen comes up, so that a screen reader begins there. */
export function ScreenHeading({ children }: { readonly children: string }): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <h2 class="screen-heading" ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

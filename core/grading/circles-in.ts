/**
 * Circles in which things depend on each other, each as its path back to where it began (`a`, `b`, `a`); at most one
 * through each thing. `edges`: what each depends on; what has no entry depends on nothing.
 */
export function circlesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of edges.keys()) {
    const trail: { readonly id: string; readonly ahead: string[] }[] = [];
    const enter = (id: string): void => {
      trail.push({ id, ahead: [...(edges.get(id) ?? [])] });
    };
    if (!done.has(start)) enter(start);
    while (trail.length > 0) {
      const last = trail[trail.length - 1];
      const next = last?.ahead.shift();
      if (last === undefined) break;
      if (next === undefined) {
        done.add(last.id);
        trail.pop();
        continue;
      }
      const back = trail.findIndex(({ id }) => id === next);
      if (back >= 0) {
        const circle = [...trail.slice(back).map(({ id }) => id), next];
        // told once, from whichever of its members comes first
        if (!circle.some((id) => done.has(id))) circles.push(circle);
        for (const id of circle) done.add(id);
      } else if (!done.has(next)) enter(next);
    }
  }
  return circles;
}

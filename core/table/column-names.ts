/**
 * What columns are called so that each is found again wherever it has gone: by its heading where no other column has it, else by those beside it too
 * (`Customer | Amount | Paid`), and where these are alike as well, by its number among so many (`… (2/3)`). A name that is none of them any more stood
 * for a column that was renamed or deleted, or that can no longer be told from another.
 */
export function columnNames(headings: readonly string[]): string[] {
  const names = headings.map((heading, at) =>
    heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading)
      ? heading
      : [headings[at - 1], heading, headings[at + 1]].join(' | '),
  );
  return names.map((name, at) => {
    const alike = [...names.keys()].filter((other) => names[other] === name);
    return alike.length === 1 ? name : `${name} (${alike.indexOf(at) + 1}/${alike.length})`;
  });
}

import type { HomeUseCases } from './listeners/home-use-cases.ts';

/** What the admins' pages of the Home tab ask of the product; loaded when somebody first asks, since few do. */
export const HOME_USE_CASES: HomeUseCases = {
  schemesOverview: async (...asked) => (await loadOverview()).schemesOverview(...asked),
  schemesToChoose: async (...asked) => (await loadOverview()).schemesToChoose(...asked),
  schemeBefore: async (...asked) => (await loadOverview()).schemeBefore(...asked),
  simulatePublication: async (...asked) => (await loadPublishing()).simulatePublication(...asked),
  simulateAgain: async (...asked) => (await loadPublishing()).simulateAgain(...asked),
  publishScheme: async (...asked) => (await loadPublishing()).publishScheme(...asked),
  dropSegmentScheme: async (...asked) => (await import('./use-cases/use-scheme.ts')).dropSegmentScheme(...asked),
};

function loadOverview() {
  return import('./use-cases/schemes-overview.ts');
}

function loadPublishing() {
  return import('./use-cases/publish-scheme.ts');
}

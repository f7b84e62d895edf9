import type { DueDays } from './due-day.ts';
import type { FollowUp } from './follow-up.ts';
import { type OrderedQueue, orderedQueue } from './ordered-queue.ts';
import type { ServiceLevel, ServiceLevels } from './service-levels.ts';

/** A contact that is or will be due. */
export interface Visit {
  readonly followUp: FollowUp;
  readonly level: ServiceLevel;
  /** The level's place among the levels. */
  readonly rank: number;
  readonly due: DueDays;
  /** The last contact, as days since 1970; -Infinity before the first. */
  readonly lastContact: number;
  isTaken: boolean;
}

/** Visits in the order in which they are served, day after day. */
export interface DayQueues {
  add(visit: Visit): void;
  /**
   * Takes out what is done on a day, in order: complaints by the day of answer, promises by their day, then level by level.
   *
   * Each level may take its quota, less what its complaints, its promises and its contacts of `spentMinutes` took. What is left
   * of the budget then goes to the highest level that waits and whose contact still fits. The budget is kept, but for complaints
   * that are to be answered by the end of the day, all of which are taken, and for a single complaint or promise that is alone
   * longer than the day.
   */
  take(work: DayWork): Visit[];
}

/** A day's time. Minutes of levels are in the order of the levels. */
export interface DayWork {
  /** Days since 1970. */
  readonly day: number;
  readonly budgetMinutes: number;
  /** What is kept for each level. */
  readonly quotaMinutes: readonly number[];
  /** What is used already; default none. */
  readonly spentMinutes?: readonly number[];
}

interface Place {
  readonly day: number;
  readonly visit: Visit;
}

type Queue = OrderedQueue<Place>;

const NEVER = Number.POSITIVE_INFINITY;

/** Queues the visits of a book. A visit may stand in several; whichever comes first takes it. */
export function dayQueues(visits: readonly Visit[], levels: ServiceLevels): DayQueues {
  const complaints = queueOf(visits, ({ due }) => due.complaint);
  const promises = queueOf(visits, ({ due }) => due.promised);
  const ofRanks = levels.map((): Visit[] => []);
  for (const visit of visits) ofRanks[visit.rank]?.push(visit);
  const byRank = ofRanks.map((ofLevel) => ({
    events: queueOf(ofLevel, ({ due }) => eventDay(due)),
    cadence: queueOf(ofLevel, ({ due }) => due.cadence),
  }));
  return {
    add(visit) {
      const { complaint, promised, cadence } = visit.due;
      const ofLevel = byRank[visit.rank];
      addTo(complaints, complaint, visit);
      addTo(promises, promised, visit);
      if (ofLevel === undefined) return;
      addTo(ofLevel.events, eventDay(visit.due), visit);
      addTo(ofLevel.cadence, cadence, visit);
    },
    take({ day, budgetMinutes, quotaMinutes, spentMinutes = [] }) {
      const spent = levels.map((_, rank) => spentMinutes[rank] ?? 0);
      let used = spent.reduce((sum, minutes) => sum + minutes, 0);
      const dated: Visit[] = [];
      const taken: Visit[][] = levels.map(() => []);

      function take(visit: Visit, list: Visit[]): void {
        visit.isTaken = true;
        used += visit.level.contactMinutes;
        spent[visit.rank] = (spent[visit.rank] ?? 0) + visit.level.contactMinutes;
        list.push(visit);
      }

      /** Takes those of the days until `until`; those of the days until `atAnyRate` though they do not fit. */
      function takeDated(queue: Queue, until: number, atAnyRate: number): void {
        const passedOver: Place[] = [];
        for (let place = firstIn(queue, until); place !== undefined; place = firstIn(queue, until)) {
          queue.removeFirst();
          const fits = used === 0 || used + place.visit.level.contactMinutes <= budgetMinutes;
          if (fits || place.day <= atAnyRate) take(place.visit, dated);
          else passedOver.push(place);
        }
        for (const place of passedOver) queue.add(place);
      }

      function takeOfLevel(rank: number, mostMinutes: number): void {
        const [ofLevel, list, level] = [byRank[rank], taken[rank], levels[rank]];
        if (ofLevel === undefined || list === undefined || level === undefined) return;
        const minutes = level.contactMinutes;
        while (used + minutes <= budgetMinutes && (spent[rank] ?? 0) + minutes <= mostMinutes) {
          const place = firstIn(ofLevel.events, day) ?? firstIn(ofLevel.cadence, day);
          if (place === undefined) return;
          take(place.visit, list);
        }
      }

      takeDated(complaints, NEVER, day);
      takeDated(promises, day, -NEVER);
      for (const rank of levels.keys()) takeOfLevel(rank, quotaMinutes[rank] ?? 0);
      for (const rank of levels.keys()) takeOfLevel(rank, NEVER);
      return [...dated, ...taken.flat()];
    },
  };
}

/** From when on a reason of the customer's own, beside promises, makes it due: it goes before the cadence within its level. */
export function eventDay({ rose, signing, birthday }: DueDays): number {
  return Math.min(rose, signing, birthday);
}

/** By day, then the higher level, then the longer ago contacted, then the id: whatever order they came in. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.day !== other.day) return one.day - other.day;
  const [a, b] = [one.visit, other.visit];
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.lastContact !== b.lastContact) return a.lastContact < b.lastContact ? -1 : 1;
  return compareIds(a.followUp, b.followUp);
}

/** Whatever order they came in. */
export function compareIds(one: Pick<FollowUp, 'customerId'>, other: Pick<FollowUp, 'customerId'>): number {
  if (one.customerId === other.customerId) return 0;
  return one.customerId < other.customerId ? -1 : 1;
}

function queueOf(visits: readonly Visit[], dayOf: (visit: Visit) => number): Queue {
  const places: Place[] = [];
  for (const visit of visits) {
    const day = dayOf(visit);
    if (day !== NEVER) places.push({ day, visit });
  }
  return orderedQueue(places, comparePlaces);
}

function addTo(queue: Queue, day: number, visit: Visit): void {
  if (day !== NEVER) queue.add({ day, visit });
}

/** The first that is due on `day` and not taken from another queue. */
function firstIn(queue: Queue, day: number): Place | undefined {
  let place = queue.first();
  while (place?.visit.isTaken === true) {
    queue.removeFirst();
    place = queue.first();
  }
  return place !== undefined && place.day <= day ? place : undefined;
}

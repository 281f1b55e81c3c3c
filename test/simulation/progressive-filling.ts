// Max-min fair rates as the textbook finds them (Bertsekas and Gallager, Data Networks, section 6.5.2), all at once and without
// any care for time: what the simulation keeps up to date is held against this.

/** `uses` holds, for each sharer, the different resources that it uses; who uses nothing finite has an infinite rate. */
export function maxMinRates(uses: readonly (readonly number[])[], capacities: readonly number[]): readonly number[] {
  const rates = uses.map(() => Number.POSITIVE_INFINITY);
  const isWaiting = (sharer: number) => rates[sharer] === Number.POSITIVE_INFINITY;
  for (;;) {
    const levels = capacities.map((capacity, resource) => {
      const sharers = uses.flatMap((used, sharer) => (used.includes(resource) ? [sharer] : []));
      const taken = sharers.reduce((sum, sharer) => sum + (isWaiting(sharer) ? 0 : (rates[sharer] ?? 0)), 0);
      const waiting = sharers.filter(isWaiting);
      return waiting.length > 0 ? Math.max(0, capacity - taken) / waiting.length : Number.POSITIVE_INFINITY;
    });
    const level = Math.min(...levels);
    if (level === Number.POSITIVE_INFINITY) return rates;
    const bottleneck = levels.indexOf(level);
    uses.forEach((used, sharer) => {
      if (used.includes(bottleneck) && isWaiting(sharer)) rates[sharer] = level;
    });
  }
}

/**
 * Shares out what a cgroup used to the processes that claim it. When the claims are larger than what is
 * there, the shortage is spread so that the largest claim left open is as small as it can be: no process
 * then waits for more than the rounding of its own ticks.
 * @param availableUsec what there is to hand out
 * @param claimsUsec what each process claims, not negative
 * @returns what each process gets; the sum is the smaller of what is there and what is claimed
 */
export function payClaims(availableUsec: number, claimsUsec: readonly number[]): number[] {
  const claimed = claimsUsec.reduce((sum, claim) => sum + claim, 0);
  if (claimed <= availableUsec) return [...claimsUsec];
  const ascending = claimsUsec.map((_, i) => i).sort((a, b) => claimOf(a) - claimOf(b));
  function claimOf(i: number): number {
    return claimsUsec[i] ?? 0;
  }
  const paid = new Array<number>(claimsUsec.length).fill(0);
  let shortage = claimed - availableUsec;
  ascending.forEach((i, rank) => {
    const open = Math.min(claimOf(i), Math.floor(shortage / (ascending.length - rank)));
    paid[i] = claimOf(i) - open;
    shortage -= open;
  });
  return paid;
}

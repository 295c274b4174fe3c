import fc from 'fast-check';
import { payClaims } from './claims';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('pays every claim when there is enough', () => {
  expect(payClaims(100, [10, 0, 90])).toEqual([10, 0, 90]);
});

test('spreads a shortage so that nobody waits for more than need be', () => {
  // 30 are missing: 10 from each, however large the claim.
  expect(payClaims(1020, [1000, 25, 25])).toEqual([990, 15, 15]);
  // One who claims less than an equal part waits for no more than that.
  expect(payClaims(985, [1000, 5, 10])).toEqual([985, 0, 0]);
});

const claims = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });

test('hands out exactly what is there, or all that is claimed', () => {
  fc.assert(
    fc.property(fc.nat(20_000_000), claims, (available, claimed) => {
      const paid = payClaims(available, claimed);
      expect(sum(paid)).toBe(Math.min(available, sum(claimed)));
      paid.forEach((amount, i) => {
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(claimed[i]!);
      });
    }),
  );
});

test('no claim stays open by more than the largest need: the shortage of those who claim at all', () => {
  fc.assert(
    fc.property(claims, fc.nat(20_000), (claimed, limit) => {
      // If everybody could bear `limit`, nobody has to bear more.
      const bearable = sum(claimed.map((claim) => Math.min(claim, limit)));
      const paid = payClaims(sum(claimed) - bearable, claimed);
      paid.forEach((amount, i) => expect(claimed[i]! - amount).toBeLessThanOrEqual(limit));
    }),
  );
});

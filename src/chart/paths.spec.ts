import { areaPath, linePath } from './paths';

const projection = { xOf: (ms: number) => ms / 10, yOf: (cores: number) => 100 - cores * 10 };

it('draws a line through points, to a tenth of a pixel', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 12.34, y: 2 },
  ];
  expect(linePath(points, projection)).toBe('M0.0 90.0L1.2 80.0');
});

it('goes around an area: along the upper edge, and back along the lower', () => {
  const points = [
    { x: 0, y0: 1, y: 3 },
    { x: 10, y0: 2, y: 4 },
  ];
  expect(areaPath(points, projection)).toBe('M0.0 70.0L1.0 60.0L1.0 80.0L0.0 90.0Z');
});

it('draws nothing of no points', () => {
  expect(linePath([], projection)).toBe('');
  expect(areaPath([], projection)).toBe('');
});

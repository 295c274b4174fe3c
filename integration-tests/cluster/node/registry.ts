/** Where nodes pull images from: it has every image but those that a test takes away. */
export class Registry {
  readonly missing = new Set<string>();

  has(image: string): boolean {
    return ![...this.missing].some((part) => image.includes(part));
  }
}

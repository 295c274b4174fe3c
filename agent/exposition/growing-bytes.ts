/** Text that is written piece by piece, as bytes of UTF-8. */
export class GrowingBytes {
  private bytes: Buffer;
  private length = 0;

  /** @param capacity how many bytes are expected; more grow by themselves */
  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  write(text: string): void {
    const needed = this.length + Buffer.byteLength(text);
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    this.length += this.bytes.write(text, this.length);
  }

  /** What was written. Nothing may be written after. */
  get written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }
}

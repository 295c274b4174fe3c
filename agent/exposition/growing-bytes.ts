/** Text that is written piece by piece, as bytes of UTF-8. */
export class GrowingBytes {
  private bytes: Buffer;
  private written = 0;

  /** @param capacity how many bytes are expected; more grow by themselves */
  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.written;
  }

  /** @returns how many bytes it became */
  write(text: string): number {
    this.makeRoom(Buffer.byteLength(text));
    const length = this.bytes.write(text, this.written);
    this.written += length;
    return length;
  }

  /** The same for a few letters, all of them ASCII: to call Node.js would take longer than to write them. */
  writeAscii(text: string): number {
    this.makeRoom(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.written++] = text.charCodeAt(i);
    return text.length;
  }

  /** Writes what others wrote, from `start` to before `end`. */
  copy(from: Buffer, start: number, end: number): void {
    this.makeRoom(end - start);
    this.written += from.copy(this.bytes, this.written, start, end);
  }

  /** What was written. It is written over after `clear`. */
  toBuffer(): Buffer {
    return this.bytes.subarray(0, this.written);
  }

  /** Begins anew, in the same memory. */
  clear(): void {
    this.written = 0;
  }

  private makeRoom(more: number): void {
    const needed = this.written + more;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.written);
    this.bytes = larger;
  }
}

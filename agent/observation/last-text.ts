/** What a short file held when it was read last: to compare it takes less than to parse it. */
export class LastText {
  private bytes = Buffer.alloc(0);
  private length = -1;

  /** Whether the first `length` bytes are what they were before. They are remembered from now on. */
  isAgain(bytes: Buffer, length: number): boolean {
    if (length !== this.length || !startsAlike(this.bytes, bytes, length)) {
      this.remember(bytes, length);
      return false;
    }
    return true;
  }

  private remember(bytes: Buffer, length: number): void {
    // Its numbers grow by a digit now and then.
    if (this.bytes.length < length) this.bytes = Buffer.allocUnsafe(length + 16);
    bytes.copy(this.bytes, 0, 0, length);
    this.length = length;
  }
}

/** In a loop: to call Node.js would take longer. */
function startsAlike(a: Buffer, b: Buffer, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

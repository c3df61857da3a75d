import { createHash, randomBytes } from 'node:crypto';

const START = 1 << 16;
/** Filled beyond this the table doubles. */
const LOAD = 0.7;

/**
 * What the chain says of every row, in 21 bytes a row: a digest of its name, a digest of its last text and the event that wrote
 * it. The digests are salted anew at each run, so nobody can prepare two texts that look alike.
 */
export class RowIndex {
  readonly #salt = randomBytes(16).toString('hex');
  #size = START;
  #count = 0;
  /** Name (two words), text (two words). */
  #words = new Uint32Array(START * 4);
  #seqs = new Uint32Array(START);
  #seen = new Uint8Array(START);

  /** The chain wrote this row with this text; a later event replaces an earlier one. */
  put(table: string, id: string, seq: number, text: string): void {
    if (this.#count > this.#size * LOAD) this.#grow();
    const [name0, name1] = this.#digest(`${table}:${id}`);
    const [text0, text1] = this.#digest(text);
    const slot = this.#slotOf(name0, name1);
    if (this.#seqs[slot] === 0) this.#count += 1;
    this.#words.set([name0, name1, text0, text1], slot * 4);
    this.#seqs[slot] = seq;
  }

  /** Compares a row as it stands in its table: the event that wrote it last, 0 when none did, and whether the text is the same. */
  compare(table: string, id: string, text: string): { seq: number; same: boolean } {
    const [name0, name1] = this.#digest(`${table}:${id}`);
    const slot = this.#slotOf(name0, name1);
    const seq = this.#seqs[slot] ?? 0;
    if (seq === 0) return { seq: 0, same: false };
    this.#seen[slot] = 1;
    const [text0, text1] = this.#digest(text);
    return {
      seq,
      same: this.#words[slot * 4 + 2] === text0 && this.#words[slot * 4 + 3] === text1,
    };
  }

  /** The events that wrote rows which no table holds any more, each once, in order. */
  unseen(): number[] {
    const seqs = new Set<number>();
    for (let slot = 0; slot < this.#size; slot++) {
      if (this.#seqs[slot] !== 0 && this.#seen[slot] === 0) seqs.add(this.#seqs[slot] ?? 0);
    }
    return [...seqs].sort((a, b) => a - b);
  }

  /** Whether a row was written last by this event and is in no table any more. */
  isLost(table: string, id: string, seq: number): boolean {
    const [name0, name1] = this.#digest(`${table}:${id}`);
    const slot = this.#slotOf(name0, name1);
    return this.#seqs[slot] === seq && this.#seen[slot] === 0;
  }

  get count(): number {
    return this.#count;
  }

  #digest(text: string): [number, number] {
    const bytes = createHash('sha256').update(this.#salt).update(text).digest();
    return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  }

  #slotOf(name0: number, name1: number): number {
    let slot = name0 & (this.#size - 1);
    while (
      this.#seqs[slot] !== 0 &&
      (this.#words[slot * 4] !== name0 || this.#words[slot * 4 + 1] !== name1)
    ) {
      slot = (slot + 1) & (this.#size - 1);
    }
    return slot;
  }

  #grow(): void {
    const [words, seqs, seen, size] = [this.#words, this.#seqs, this.#seen, this.#size];
    this.#size = size * 2;
    this.#words = new Uint32Array(this.#size * 4);
    this.#seqs = new Uint32Array(this.#size);
    this.#seen = new Uint8Array(this.#size);
    for (let old = 0; old < size; old++) {
      if (seqs[old] === 0) continue;
      const slot = this.#slotOf(words[old * 4] ?? 0, words[old * 4 + 1] ?? 0);
      this.#words.set(words.subarray(old * 4, old * 4 + 4), slot * 4);
      this.#seqs[slot] = seqs[old] ?? 0;
      this.#seen[slot] = seen[old] ?? 0;
    }
  }
}

import { z } from 'zod';

// The window's content security policy forbids eval, which zod's JIT would use.
z.config({ jitless: true });

const clean = (value: string) => value.isWellFormed() && !value.includes('\u0000');

/** Longest text of one field, in UTF-16 units; a 40-line entry has about 2,000. */
export const LONG_TEXT = 20_000;

const base = (max: number) => z.string('required').trim().max(max, 'tooLong').refine(clean, 'badCharacters');

/** A text that must say something. Messages are keys under `field.*` in the locales. */
export const text = (max = LONG_TEXT) => base(max).min(1, 'required');

/** A text that may be empty but is given. */
export const freeText = (max = LONG_TEXT) => base(max);

/** A text that may be empty or left out. */
export const optionalText = (max = LONG_TEXT) => base(max).default('');

/** A name of a person or place, at most 60 characters. */
export const name = () => text(60);

/** A number another office gave (指令编号); may be empty. Full-width signs are kept as plain ones, so that it is found again. */
export const outsideNumber = (max = 60) => outsideText(max).default('');

/** The same where it is given, be it empty. */
export const outsideText = (max = 60) => base(max).overwrite((v) => v.normalize('NFKC'));

const digits = (value: string) => value.replace(/\D/g, '').length;

/** A telephone number: empty (not left) or 3 to 20 digits with the usual separators; full-width signs are understood. */
export const phone = () => phoneText().default('');

/** The same where it is given, be it empty. */
export const phoneText = () =>
  base(40)
    .overwrite((v) => v.normalize('NFKC'))
    .refine((v) => v === '' || /^[+\d\s()（）\-—转#*/]+$/.test(v), 'phone')
    .refine((v) => v === '' || (digits(v) >= 3 && digits(v) <= 20), 'phone');

/** Epoch milliseconds UTC between 2000 and 2100. */
export const timeMs = () =>
  z.number('time').int('time').min(946_684_800_000, 'time').max(4_102_444_800_000, 'time');

/** A counted quantity: a whole number from 1 to a million. */
export const quantity = () =>
  z.number('quantity').int('quantity').min(1, 'quantity').max(1_000_000, 'quantity');

/** A six-digit PIN. */
export const pin = () => z.string('required').regex(/^\d{6}$/, 'pin');

/** A password of at least eight characters. */
export const password = () => z.string('required').min(8, 'passwordShort').max(200, 'tooLong');

/** Local wall time HH:MM. */
export const clockTime = () => z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clockTime');

/** Local date YYYY-MM-DD. */
export const localDate = () => z.iso.date('date');

/** The identifier of a row (UUIDv7). */
export const id = () => z.string('required').min(1, 'required').max(64);

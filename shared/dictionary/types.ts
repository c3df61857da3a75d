import { z } from 'zod';
import { id, text } from '../fields.ts';

/** The fields that offer quick phrases (快捷短语): what is said again and again at a desk. */
export const phraseFieldSchema = z.enum(['text', 'scene', 'disposition', 'delay', 'log']);
export type PhraseField = z.infer<typeof phraseFieldSchema>;

/** A quick phrase; `initials` are its pinyin initials, by which it is found while typing. */
export type Phrase = {
  id: string;
  field: PhraseField;
  text: string;
  initials: string;
  position: number;
  active: boolean;
  version: number;
};

/** A disposition code (处置代码): how an instruction ended, in one word of the office's own list. */
export type DispositionCode = {
  id: string;
  text: string;
  position: number;
  active: boolean;
  version: number;
};

/** A phrase as typed: without `id` a new one. */
export const phraseInputSchema = z.object({
  id: id().optional(),
  version: z.number().int().optional(),
  field: phraseFieldSchema,
  text: text(300),
  position: z.number().int().min(0).max(9999).default(0),
  active: z.boolean().default(true),
});

/** A disposition code as typed: without `id` a new one. */
export const codeInputSchema = z.object({
  id: id().optional(),
  version: z.number().int().optional(),
  text: text(40),
  position: z.number().int().min(0).max(9999).default(0),
  active: z.boolean().default(true),
});

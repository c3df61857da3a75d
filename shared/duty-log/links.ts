import { z } from 'zod';
import { id } from '../fields.ts';

/** What an entry can point to: a 110 instruction, a supply item, another entry. */
export const linkKindSchema = z.enum(['instruction', 'supply', 'entry']);
export type LinkKind = z.infer<typeof linkKindSchema>;

export const linkInputSchema = z.object({ kind: linkKindSchema, targetId: id() });
export type LinkInput = z.infer<typeof linkInputSchema>;

/** A link with the words by which its target is known now. */
export type LogLink = LinkInput & { label: string };

/** Our running numbers named in a text (`2026-000123`), each once: what is named is linked without asking. */
export const numbersIn = (text: string): string[] => [
  ...new Set([...text.normalize('NFKC').matchAll(/(?<![\d-])\d{4}-\d{6}(?!\d)/g)].map(([number]) => number)),
];

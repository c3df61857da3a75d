import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { IntakeHints } from '../../../shared/instructions/intake.ts';
import { desk } from '../../app/client.ts';
import type { IntakeValues } from '../../components/intake-drafts.ts';

/** Slower than fingers, faster than a breath between two words. */
const TYPING_MS = 250;
const READ = { place: 120, text: 400, caller: 60, phone: 40 } as const;

const none: IntakeHints = { places: [], category: null, duplicates: [], sameCaller: [], similar: [] };

/** The beginning of a text without what the engine would refuse: hints must not fail over what the form will say. */
const readable = (text: string, limit: number): string =>
  text
    .slice(0, limit)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();

/** What the desk knows about the call being typed; the last answer stays until the next one is there. */
export function useIntakeHints(values: IntakeValues): IntakeHints {
  const { place, text, caller, phone } = values;
  const draft = useMemo(
    () => ({
      place: readable(place, READ.place),
      text: readable(text, READ.text),
      caller: readable(caller, READ.caller),
      phone: readable(phone, READ.phone),
    }),
    [place, text, caller, phone],
  );
  const [asked] = useDebouncedValue(JSON.stringify(draft), TYPING_MS);
  const input = JSON.parse(asked) as typeof draft;
  const query = useQuery(
    desk.instructions.intakeHints.queryOptions({
      input,
      enabled: isTyped(input),
      placeholderData: keepPreviousData,
    }),
  );
  return isTyped(draft) ? (query.data ?? none) : none;
}

const isTyped = (draft: Record<string, string>) => Object.values(draft).some((value) => value !== '');

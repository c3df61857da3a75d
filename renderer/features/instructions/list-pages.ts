import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';

const PAGE = 100;

/** A list of any length of which only what is in sight is fetched. */
export type InstructionPages = {
  total: number;
  isEmpty: boolean;
  /** The instruction of a row; undefined while its page is on the way. */
  at: (row: number) => Instruction | undefined;
  /** Tells which rows are in sight. */
  show: (first: number, last: number) => void;
};

/** The instructions of a filter, newest first, page by page as they come into sight. */
export function useInstructionPages(filter: InstructionFilter): InstructionPages {
  const [shown, setShown] = useState({ first: 0, last: 0 });
  const options = (page: number) =>
    desk.instructions.list.queryOptions({
      input: { ...filter, offset: page * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    });
  // The first page also says how many there are.
  const head = useQuery(options(0));
  const others = pagesBetween(shown.first, shown.last).filter((page) => page > 0);
  const queries = useQueries({ queries: others.map(options) });
  const total = head.data?.total ?? 0;
  const rowsOf = (page: number): Instruction[] | undefined =>
    page === 0
      ? head.data?.rows
      : queries[others.indexOf(page)]?.isPlaceholderData
        ? undefined
        : queries[others.indexOf(page)]?.data?.rows;
  const show = useCallback((first: number, last: number) => {
    setShown((old) =>
      Math.floor(old.first / PAGE) === Math.floor(first / PAGE) &&
      Math.floor(old.last / PAGE) === Math.floor(last / PAGE)
        ? old
        : { first, last },
    );
  }, []);
  return {
    total,
    isEmpty: head.isSuccess && total === 0,
    at: (row) => rowsOf(Math.floor(row / PAGE))?.[row % PAGE],
    show,
  };
}

function pagesBetween(first: number, last: number): number[] {
  const from = Math.floor(first / PAGE);
  const to = Math.floor(Math.max(first, last) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

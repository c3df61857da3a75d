import { useQuery } from '@tanstack/react-query';
import type { AuditStatus } from '../../../shared/contract/audit.ts';
import { desk } from '../../app/client.ts';

const WHILE_RUNNING_MS = 400;

/** How the check of the whole record stands; asked often only while one runs. */
export function useAudit(): AuditStatus | undefined {
  return useQuery(
    desk.audit.status.queryOptions({
      refetchInterval: (query) => (query.state.data?.running ? WHILE_RUNNING_MS : false),
    }),
  ).data;
}

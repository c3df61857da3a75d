import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { PaperKind, Workbook } from '../../shared/papers/types.ts';
import type { PaperAction } from '../../shared/protocol.ts';
import { shell } from './client.ts';
import { openDialog } from './dialogs.ts';
import { notifyError } from './errors.ts';

type Outcome = { saved?: boolean; path?: string; printed?: boolean; opened?: boolean };

/** A file name from the title of a paper. */
const pdfName = (title: string) => `${title}.pdf`;

const outcomeOf = (value: unknown): Outcome =>
  typeof value === 'object' && value !== null ? (value as Outcome) : {};

/**
 * Runs long work with a notice that says so and ends in what came of it. Main has written what left into the log of papers
 * before it left; every failure is shown. Resolves to whether something left.
 */
async function leave(title: string, work: () => Promise<Outcome>): Promise<boolean> {
  const t = i18next.t;
  const id = notifications.show({
    loading: true,
    autoClose: false,
    withCloseButton: false,
    message: t(($) => $.papers.making, { title }),
  });
  try {
    const outcome = await work();
    if (outcome.saved === false) {
      notifications.hide(id);
      return false;
    }
    notifications.update({
      id,
      loading: false,
      autoClose: 8000,
      withCloseButton: true,
      message: saidOf(outcome, title),
    });
    return true;
  } catch (error) {
    notifications.hide(id);
    notifyError(error);
    return false;
  }
}

function saidOf(outcome: Outcome, title: string): string {
  const t = i18next.t;
  if (outcome.path !== undefined) return t(($) => $.papers.saved, { path: outcome.path });
  if (outcome.printed) return t(($) => $.papers.printed, { title });
  return t(($) => $.papers.opened, { title });
}

const paper =
  (action: PaperAction) =>
  (form: string, title: string, kind: PaperKind): Promise<boolean> =>
    leave(title, async () =>
      outcomeOf(await shell({ op: 'paper', form, action, suggestedName: pdfName(title), kind, title })),
    );

/** Shows a form (its address in the print window) as it lies on paper, to be printed, saved or opened from there. */
export const previewPaper = (form: string, title: string, paper: PaperKind): void =>
  openDialog({ kind: 'paper', form, title, paper });

/** Prints a form (its address in the print window); without a printer it opens in the reader, to be printed there. */
export const printPaper = paper('print');

/** Saves a form as PDF where the officer chooses; false when that was cancelled. */
export const savePaper = paper('save');

/** Opens a form as PDF in the system's reader: the paper as it will be printed. */
export const openPaper = paper('open');

/** Says in words that a paper would hold nothing, so that no empty sheet is sent to the printer; true when it is so. */
export function refuseEmpty(empty: boolean): boolean {
  if (!empty) return false;
  notifications.show({ id: 'nothing-to-print', color: 'red', message: i18next.t(($) => $.papers.nothing) });
  return true;
}

/** Fetches a workbook or document and saves it where the officer chooses; false when that was cancelled. */
export const exportWorkbook = (
  call: () => Promise<Workbook>,
  kind: PaperKind,
  title: string,
): Promise<boolean> =>
  leave(title, async () => {
    const { fileName, base64 } = await call();
    return outcomeOf(await shell({ op: 'saveBytes', base64, suggestedName: fileName, kind, title }));
  });

import { parentPort, workerData } from 'node:worker_threads';
import type { FormPaper } from '../../../shared/papers/form-blocks.ts';
import { buildFormDocument } from './form-docx.ts';
import { buildFormWorkbook } from './form-xlsx.ts';

type Order = { as: 'xlsx' | 'docx'; paper: FormPaper };

/** The thread of one editable paper: what to make comes as worker data, its bytes go back as the only message. */
const { as, paper } = workerData as Order;
const build = as === 'xlsx' ? buildFormWorkbook : buildFormDocument;
void build(paper).then((bytes) => parentPort?.postMessage(bytes));

import { z } from 'zod';
import { id } from '../fields.ts';
import type { ActionGroup } from '../groups/types.ts';
import { availabilitySchema } from '../people/types.ts';
import {
  issueSchema,
  receiptSchema,
  returnSchema,
  type SupplyItem,
  type SupplyMovement,
  type SupplyOut,
  stocktakeSchema,
  supplyItemSchema,
  writeOffSchema,
} from '../supplies/types.ts';
import { procedure, typed } from './base.ts';

export const suppliesContract = {
  list: procedure.output(typed<{ items: SupplyItem[]; out: SupplyOut[] }>()),
  movements: procedure.input(z.object({ itemId: id() })).output(typed<SupplyMovement[]>()),
  create: procedure.input(supplyItemSchema).output(typed<SupplyItem>()),
  issue: procedure.input(issueSchema).output(typed<SupplyItem>()),
  return: procedure.input(returnSchema).output(typed<SupplyItem>()),
  receive: procedure.input(receiptSchema).output(typed<SupplyItem>()),
  writeOff: procedure.input(writeOffSchema).output(typed<SupplyItem>()),
  stocktake: procedure.input(stocktakeSchema).output(typed<SupplyItem>()),
};

export const groupsContract = {
  board: procedure.output(typed<ActionGroup[]>()),
  setAvailability: procedure
    .input(z.object({ personId: id(), availability: availabilitySchema }))
    .output(typed<{ ok: true }>()),
};

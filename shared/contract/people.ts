import { z } from 'zod';
import { id, password, pin, text } from '../fields.ts';
import { type Person, personInputSchema } from '../people/types.ts';
import { procedure, typed } from './base.ts';

export type SignedInPerson = { id: string; staffNo: string; name: string; roles: string[] };

/** Checks used by main's session door; they sign nobody in by themselves. Failures are counted and back off. */
export const sessionContract = {
  checkPassword: procedure
    .input(
      z.object({ staffNo: text(20), password: z.string('required').min(1, 'required').max(200, 'tooLong') }),
    )
    .output(typed<SignedInPerson>()),
  checkPin: procedure.input(z.object({ personId: id(), pin: pin() })).output(typed<SignedInPerson>()),
};

export const peopleContract = {
  list: procedure.output(typed<Person[]>()),
  create: procedure.input(personInputSchema).output(typed<Person>()),
  update: procedure
    .input(z.object({ id: id(), version: z.number().int(), person: personInputSchema }))
    .output(typed<Person>()),
  /** An administrator sets a first or forgotten password or PIN; logged without the secret. */
  setCredential: procedure
    .input(z.object({ personId: id(), password: password().optional(), pin: pin().optional() }))
    .output(typed<{ ok: true }>()),
  /** Everyone changes their own, proving the present password. */
  changeOwn: procedure
    .input(
      z.object({
        current: z.string('required').min(1, 'required'),
        password: password().optional(),
        pin: pin().optional(),
      }),
    )
    .output(typed<{ ok: true }>()),
};

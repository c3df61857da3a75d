import type { DeskClient } from '../../shared/contract/index.ts';
import type { Person } from '../../shared/people/types.ts';
import type { CallSession } from '../../shared/protocol.ts';
import type { ReplayDesk } from './desk.ts';
import type { Crew, DayScript } from './script.ts';

/** What replayed people sign in with. */
export const PASSWORD = 'replay-password';
export const PIN = '246810';
const nobody: CallSession = { personId: null, locked: false };

/** The people of a script: credentials set through the contract, signed in by password, each with a client. */
export class Cast {
  readonly #desk: ReplayDesk;
  readonly #byName: Map<string, Person>;
  readonly #clients = new Map<string, DeskClient>();
  readonly #admin: DeskClient;

  private constructor(desk: ReplayDesk, people: readonly Person[], admin: DeskClient) {
    this.#desk = desk;
    this.#byName = new Map(people.map((p) => [p.name, p]));
    this.#admin = admin;
  }

  static async load(desk: ReplayDesk, bureauText: string): Promise<Cast> {
    const outside = desk.as(nobody);
    const preview = await outside.bureau.preview({ text: bureauText });
    if (!preview.ok) {
      const lines = preview.errors.map(
        (e) => `  ${e.path}: ${e.message}${e.params ? ` (${e.params.value})` : ''}`,
      );
      throw new Error(`the bureau file is refused:\n${lines.join('\n')}`);
    }
    const first = preview.admins[0] ?? { staffNo: 'REPLAY', name: 'Replay' };
    const { personId } = await outside.setup.initialise({
      bureauText,
      administrator: { ...first, password: PASSWORD, pin: PIN, phone: '' },
    });
    const admin = desk.as({ personId, locked: false });
    return new Cast(desk, await admin.people.list(), admin);
  }

  person(name: string): Person {
    const person = this.#byName.get(name);
    if (!person) throw new Error(`nobody is called ${name} in this bureau`);
    return person;
  }

  crew(crew: Crew) {
    const id = (name: string) => this.person(name).id;
    return {
      shiftLeadId: id(crew.shiftLead),
      liaisonId: id(crew.liaison),
      officerIds: crew.officers.map(id),
      leaderOnDutyId: crew.leaderOnDuty ? id(crew.leaderOnDuty) : null,
    };
  }

  get pin(): string {
    return PIN;
  }

  /** Gives everyone who will act a password and a PIN, all at once because hashing is slow on purpose. */
  async prepare(names: Iterable<string>): Promise<void> {
    const people = [...new Set(names)].map((n) => this.person(n));
    await Promise.all(
      people.map((p) => this.#admin.people.setCredential({ personId: p.id, password: PASSWORD, pin: PIN })),
    );
    await Promise.all(people.map((p) => this.#signIn(p)));
  }

  /** The client of a person who has signed in; signs them in when the script names them for the first time. */
  async client(name: string): Promise<DeskClient> {
    const known = this.#clients.get(name);
    if (known) return known;
    await this.prepare([name]);
    const client = this.#clients.get(name);
    if (!client) throw new Error(`${name} could not sign in`);
    return client;
  }

  async #signIn(person: Person): Promise<void> {
    await this.#desk.as(nobody).session.checkPassword({ staffNo: person.staffNo, password: PASSWORD });
    this.#clients.set(person.name, this.#desk.as({ personId: person.id, locked: false }));
  }
}

/** Everyone a script certainly needs. */
export function actorsOf(script: DayScript): Set<string> {
  const names = new Set<string>();
  for (const crew of [script.crew, script.relief]) {
    if (!crew) continue;
    names.add(crew.shiftLead).add(crew.liaison);
    if (crew.officers[0]) names.add(crew.officers[0]);
  }
  for (const event of script.events) if (typeof event.by === 'string') names.add(event.by);
  return names;
}

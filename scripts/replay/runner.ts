import type { DeskClient } from '../../shared/contract/index.ts';
import type { LogEntry } from '../../shared/duty-log/types.ts';
import { DeskError } from '../../shared/errors.ts';
import { type ActionName, actionNames } from '../../shared/instructions/types.ts';
import { actionInput, callAction, logInput, receiveInput, textOf } from './actions.ts';
import type { ReplayDesk } from './desk.ts';
import type { Cast } from './people.ts';
import type { Crew, DayScript, ScriptEvent, ScriptTime } from './script.ts';

/** The replay stopped because the rules refused an action that the script did not expect to be refused. */
export class ReplayStopped extends Error {
  readonly event: ScriptEvent;
  readonly code: string;
  constructor(event: ScriptEvent, code: string, detail: string) {
    super(`${event.at} ${event.do}${event.ref ? ` ${event.ref}` : ''}: ${code}${detail}`);
    this.event = event;
    this.code = code;
  }
}

const isAction = (name: string): name is ActionName => (actionNames as string[]).includes(name);

/** Acts a day script out on a desk, every step through the public contract by the people who would do it. */
export class Runner {
  readonly refs = new Map<string, string>();
  readonly #desk: ReplayDesk;
  readonly #cast: Cast;
  readonly #script: DayScript;
  readonly #time: ScriptTime;
  readonly #targets = new Map<string, { kind: 'unit' | 'group'; id: string }>();
  #holding: Crew;

  constructor(desk: ReplayDesk, cast: Cast, script: DayScript, time: ScriptTime) {
    this.#desk = desk;
    this.#cast = cast;
    this.#script = script;
    this.#time = time;
    this.#holding = script.crew;
  }

  /** Names the first crew before it comes; the desk is empty yet. */
  async gather(): Promise<void> {
    const lead = await this.#cast.client(this.#script.crew.shiftLead);
    await lead.shifts.planRelief({ crew: this.#cast.crew(this.#script.crew) });
    const { units } = await lead.settings.get();
    for (const u of units) this.#targets.set(u.name, { kind: 'unit', id: u.id });
    for (const g of await lead.groups.board()) this.#targets.set(g.name, { kind: 'group', id: g.id });
  }

  /** One event at its time; what it refuses must be what the script says. */
  async play(event: ScriptEvent): Promise<void> {
    try {
      await this.#perform(event);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      if (event.refused === error.code) return;
      const wanted = event.refused ? ` (expected ${event.refused})` : '';
      throw new ReplayStopped(event, error.code, `${wanted} ${JSON.stringify(error.data ?? {})}`);
    }
    if (event.refused) throw new ReplayStopped(event, 'accepted', ` although ${event.refused} was expected`);
  }

  async #perform(event: ScriptEvent): Promise<void> {
    const name = event.do;
    if (name === 'restart')
      return this.#desk.restart(this.#desk.clock.now() + Number(event.downFor) * 60_000);
    if (name === 'takeDesk') return this.#takeDesk();
    if (name === 'receive') return this.#receive(event);
    const id = event.ref === undefined ? undefined : this.refs.get(event.ref);
    if (isAction(name) && id !== undefined) return this.#act(event, name, id);
    if (isAction(name) && name !== 'followUpDone' && name !== 'correct')
      throw new Error(`${event.at} ${name}: unknown ref ${event.ref}`);
    const play = this.#others[name];
    if (!play) throw new Error(`${event.at}: no such event in a day script: ${name}`);
    await play(event);
  }

  async #act(event: ScriptEvent, name: ActionName, id: string): Promise<void> {
    const byLead = ['void', 'reopen', 'restore'].includes(name);
    const desk = await this.#as(event, byLead ? this.#holding.shiftLead : this.#holding.liaison);
    const action = await actionInput(event, {
      time: this.#time,
      instructionId: (ref) => this.refs.get(ref) ?? 'none',
      target: (team) => this.#targets.get(team) ?? { kind: 'unit', id: 'none' },
      dispatchId: (_ref, team) => this.#dispatchId(desk, id, team),
    });
    await callAction(desk, name, id, action);
  }

  async #dispatchId(desk: DeskClient, id: string, team: string): Promise<string> {
    const { instruction } = await desk.instructions.get({ id });
    const sent = instruction.dispatches.filter((d) => d.to.name === team);
    return (sent.find((d) => d.arrivedAtMs === null && !d.recalled) ?? sent.at(-1))?.id ?? 'none';
  }

  async #receive(event: ScriptEvent): Promise<void> {
    const desk = await this.#as(event, this.#holding.liaison);
    const received = await desk.instructions.receive(receiveInput(event, this.#time));
    if (event.ref) this.refs.set(event.ref, received.id);
  }

  readonly #others: Record<string, (event: ScriptEvent) => Promise<unknown>> = {
    log: async (e) => (await this.#officer(e)).dutyLog.add(logInput(e, this.#time)),
    correct: (e) => this.#correct(e),
    followUpDone: (e) => this.#followUpDone(e),
    issueSupply: async (e) => {
      const { desk, itemId, custodian } = await this.#item(e);
      const purpose = textOf(e, 'for');
      return desk.supplies.issue({
        itemId,
        quantity: Number(e.quantity),
        recipient: textOf(e, 'to') || custodian,
        purpose,
        instructionId: this.refs.get(purpose) ?? null,
        dueAtMs: textOf(e, 'due') ? this.#time.ms(textOf(e, 'due')) : null,
      });
    },
    returnSupply: async (e) => {
      const { desk, itemId } = await this.#item(e);
      return desk.supplies.return({
        itemId,
        quantity: Number(e.quantity),
        condition: textOf(e, 'condition'),
      });
    },
    receiveSupply: async (e) => {
      const { desk, itemId } = await this.#item(e);
      return desk.supplies.receive({ itemId, quantity: Number(e.quantity), reason: textOf(e, 'for') });
    },
    stocktake: async (e) => {
      const { desk, itemId } = await this.#item(e);
      return desk.supplies.stocktake({ itemId, counted: Number(e.counted), reason: textOf(e, 'reason') });
    },
    signIn: async (e) =>
      (await this.#officer(e)).shifts.signIn({ personId: this.#cast.person(textOf(e, 'who')).id }),
    signOut: async (e) =>
      (await this.#officer(e)).shifts.signOut({ personId: this.#cast.person(textOf(e, 'who')).id }),
    freeze: (e) => this.#freeze(e),
    refuseItem: (e) => this.#refuseItem(e),
    signOver: (e) => this.#signOver(e),
    ack: (e) => this.#acknowledge(e),
  };

  async #takeDesk(): Promise<void> {
    const { crew, relief, events } = this.#script;
    const lead = await this.#cast.client(crew.shiftLead);
    const signsIn = new Set(events.filter((e) => e.do === 'signIn').map((e) => e.who));
    const members = [
      crew.shiftLead,
      crew.liaison,
      ...crew.officers,
      ...(crew.leaderOnDuty ? [crew.leaderOnDuty] : []),
    ];
    const presentIds = members.filter((n) => !signsIn.has(n)).map((n) => this.#cast.person(n).id);
    await lead.shifts.takeDesk({ crew: this.#cast.crew(crew), presentIds, pin: this.#cast.pin });
    if (relief) await lead.shifts.planRelief({ crew: this.#cast.crew(relief) });
  }

  async #correct(event: ScriptEvent): Promise<unknown> {
    const desk = await this.#officer(event);
    const [entry] = await this.#saying(desk, textOf(event, 'match'));
    return desk.dutyLog.correct({
      id: entry?.id ?? 'none',
      text: textOf(event, 'text'),
      reason: textOf(event, 'reason'),
    });
  }

  /** Entries of the days lived so far that say these words, or said them before a correction. */
  async #saying(desk: DeskClient, words: string): Promise<LogEntry[]> {
    const days = [await desk.dutyLog.day({}), await desk.dutyLog.day({ dutyDay: this.#script.dutyDay })];
    return days
      .flatMap((d) => d.entries)
      .filter((e) =>
        [e.text, e.original, ...e.corrections.map((c) => c.text)].some((t) => t.includes(words)),
      );
  }

  /** Follow-ups of such entries, by id: what is to be done is called as the entry is now. */
  async #followedUp(desk: DeskClient, words: string): Promise<Set<string>> {
    return new Set((await this.#saying(desk, words)).flatMap((e) => e.followUps.map((f) => f.id)));
  }

  async #followUpDone(event: ScriptEvent): Promise<unknown> {
    const officer = await this.#officer(event);
    const open = await officer.followUps.open();
    const words = textOf(event, 'ref');
    const said = await this.#followedUp(officer, words);
    const found = open.find((f) => f.text.includes(words) || f.label.includes(words) || said.has(f.id));
    const ofInstruction = found?.source === 'instruction';
    const desk = await (ofInstruction ? this.#as(event, this.#holding.liaison) : this.#officer(event));
    return desk.followUps.done({ id: found?.id ?? 'none', text: textOf(event, 'text') });
  }

  async #item(event: ScriptEvent): Promise<{ desk: DeskClient; itemId: string; custodian: string }> {
    const lead = await this.#cast.client(this.#holding.shiftLead);
    const { items } = await lead.supplies.list();
    const item = items.find((i) => i.name === textOf(event, 'item'));
    const custodian = item?.custodianName ?? this.#holding.shiftLead;
    return { desk: await this.#as(event, custodian), itemId: item?.id ?? 'none', custodian };
  }

  async #freeze(event: ScriptEvent): Promise<unknown> {
    const lead = await this.#as(event, this.#holding.shiftLead);
    const relief = (event.relief as Crew | undefined) ?? this.#script.relief;
    return lead.handover.freeze({
      extraReason: textOf(event, 'reason'),
      relief: relief && this.#cast.crew(relief),
    });
  }

  async #refuseItem(event: ScriptEvent): Promise<unknown> {
    const { current, relief } = await (await this.#cast.client(this.#holding.shiftLead)).handover.view();
    const incoming = relief?.members.find((m) => m.duty === 'shiftLead')?.name;
    const desk = await this.#as(event, incoming ?? this.#holding.shiftLead);
    const words = textOf(event, 'ref') || textOf(event, 'words');
    const said = await this.#followedUp(desk, words);
    const item = current?.items.find(
      (i) => i.subjectId === this.refs.get(words) || i.detail.includes(words) || said.has(i.subjectId),
    );
    return desk.handover.decideItems({
      handoverId: current?.id ?? 'none',
      decisions: [{ itemId: item?.id ?? 'none', decision: 'refused', reason: textOf(event, 'reason') }],
    });
  }

  async #signOver(event: ScriptEvent): Promise<void> {
    const outgoing = textOf(event, 'outgoing') || this.#holding.shiftLead;
    const incoming = textOf(event, 'incoming') || (this.#script.relief?.shiftLead ?? '');
    const desk = await this.#as(event, incoming);
    const { current, relief } = await desk.handover.view();
    const handoverId = current?.id ?? 'none';
    const pin = this.#cast.pin;
    if (current) {
      const decisions = current.items
        .filter((i) => i.decision === null)
        .map((i) => ({ itemId: i.id, decision: 'accepted' as const }));
      await desk.handover.decideItems({ handoverId, decisions });
      const counts = current.snapshot.supplies
        .filter((s) => s.key)
        .map((s) => ({ itemId: s.itemId, counted: s.balance }));
      await desk.handover.countSupplies({ handoverId, counts });
    }
    await this.#attend(desk, relief?.members ?? []);
    if (!current?.outgoingSignature) {
      await this.#cast.client(outgoing);
      await desk.handover.signOutgoing({ handoverId, personId: this.#cast.person(outgoing).id, pin });
    }
    await desk.handover.signIncoming({ handoverId, personId: this.#cast.person(incoming).id, pin });
    const after = (await desk.shifts.current()).holder?.members ?? [];
    const named = (duty: string) => after.filter((m) => m.duty === duty).map((m) => m.name);
    this.#holding = {
      shiftLead: named('shiftLead')[0] ?? incoming,
      liaison: named('liaison')[0] ?? incoming,
      officers: named('officer'),
      leaderOnDuty: named('leaderOnDuty')[0] ?? null,
    };
  }

  /** Members of the relief whose coming the script does not tell are there when it signs. */
  async #attend(
    desk: DeskClient,
    members: readonly { personId: string; name: string; signedInAtMs: number | null }[],
  ): Promise<void> {
    const told = new Set(this.#script.events.filter((e) => e.do === 'signIn').map((e) => e.who));
    const silent = new Map(
      members.filter((m) => m.signedInAtMs === null && !told.has(m.name)).map((m) => [m.personId, m]),
    );
    for (const personId of silent.keys()) await desk.shifts.signIn({ personId });
  }

  async #acknowledge(event: ScriptEvent): Promise<unknown> {
    const desk = await this.#officer(event);
    const instructionId = event.ref === undefined ? null : this.refs.get(event.ref);
    const alarms = await desk.alarms.history({ limit: 1000 });
    const same = alarms.filter(
      (a) => a.class === event.class && (event.ref === undefined || a.instructionId === instructionId),
    );
    return desk.alarms.acknowledge({ id: (same.find((a) => a.active) ?? same[0])?.id ?? 'none' });
  }

  #officer(event: ScriptEvent): Promise<DeskClient> {
    return this.#as(event, this.#holding.officers[0] ?? this.#holding.liaison);
  }

  #as(event: ScriptEvent, name: string): Promise<DeskClient> {
    return this.#cast.client(typeof event.by === 'string' ? event.by : name);
  }
}

/** What the command line and the environment ask of this start. */
export type Options = {
  /** Given data folder; null means Electron's userData. */
  dataDir: string | null;
  /** Work without a window, then quit. */
  job: { handover: string; out: string } | null;
  /** Where to leave a picture of the first window (starts without a display). */
  firstWindowPng: string | null;
  noSandbox: boolean;
};

function optionValue(argv: readonly string[], name: string): string | null {
  const inline = argv.find((arg) => arg.startsWith(`${name}=`));
  if (inline !== undefined) return inline.slice(name.length + 1) || null;
  const at = argv.indexOf(name);
  const next = at >= 0 ? argv[at + 1] : undefined;
  return next === undefined || next.startsWith('--') ? null : next;
}

/** Reads the options. Chromium's own switches in argv are left alone. */
export function readOptions(argv: readonly string[], env: Record<string, string | undefined>): Options {
  const out = optionValue(argv, '--out');
  const wantsSheet = optionValue(argv, '--job') === 'sheet';
  return {
    dataDir: optionValue(argv, '--data-dir') ?? (env.DUTY_DESK_DATA || null),
    job: wantsSheet && out ? { handover: optionValue(argv, '--handover') ?? 'last', out } : null,
    firstWindowPng: optionValue(argv, '--first-window-png'),
    noSandbox: argv.includes('--no-sandbox'),
  };
}

type Level = 1 | 2 | 3;

/** Rising pitch means more urgent; each level also has its own rhythm, so that pitch is not the only difference. */
const patterns: Record<Level, { hertz: number[]; noteS: number; gapS: number }> = {
  1: { hertz: [880, 1175, 1568, 880, 1175, 1568], noteS: 0.13, gapS: 0.03 },
  2: { hertz: [659, 880, 659, 880], noteS: 0.2, gapS: 0.06 },
  3: { hertz: [440, 554], noteS: 0.35, gapS: 0.12 },
};
const BETWEEN_LEVELS_S = 0.3;
const ATTACK_S = 0.01;
const VOLUME = 0.5;

function playNote(audio: AudioContext, hertz: number, at: number, lengthS: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  // Without a short ramp every note begins and ends with a click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(VOLUME, at + ATTACK_S);
  volume.gain.setValueAtTime(VOLUME, at + lengthS - ATTACK_S);
  volume.gain.linearRampToValueAtTime(0, at + lengthS);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + lengthS);
}

/** Plays the pattern of each level, one after the other. */
export function playLevels(audio: AudioContext, levels: readonly Level[]): void {
  let at = audio.currentTime + 0.05;
  for (const level of levels) {
    const { hertz, noteS, gapS } = patterns[level];
    for (const pitch of hertz) {
      playNote(audio, pitch, at, noteS);
      at += noteS + gapS;
    }
    at += BETWEEN_LEVELS_S;
  }
}

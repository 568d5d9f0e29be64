/** Short tones, so that an operator hears what a scan did without a glance at the screen: one high tone, or two low ones. */
export type Sound = "added" | "problem";

interface Tone {
  readonly hertz: number;
  readonly startSeconds: number;
  readonly seconds: number;
}

const TONES: { readonly [sound in Sound]: readonly Tone[] } = {
  added: [{ hertz: 1_320, startSeconds: 0, seconds: 0.07 }],
  problem: [
    { hertz: 220, startSeconds: 0, seconds: 0.16 },
    { hertz: 175, startSeconds: 0.2, seconds: 0.24 },
  ],
};
const VOLUME = 0.2;
/** Of this device: a shop may want it quiet. */
export const SOUND_SETTING = "pos.sound";

let context: AudioContext | undefined;

/** To be called when nothing waits: a browser takes longer to begin with sound than a scan may take. */
export function prepareSound(): void {
  if (localStorage.getItem(SOUND_SETTING) === '"off"' || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
}

/** What is seen comes first, and the tone with the next frame. */
export function playSound(sound: Sound): void {
  requestAnimationFrame(() => setTimeout(() => play(sound)));
}

function play(sound: Sound): void {
  if (localStorage.getItem(SOUND_SETTING) === '"off"') return;
  prepareSound();
  if (context === undefined) return;
  // A browser keeps it silent until the page was touched.
  void context.resume();
  for (const { hertz, startSeconds, seconds } of TONES[sound]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = VOLUME;
    tone.type = sound === "problem" ? "square" : "sine";
    tone.frequency.value = hertz;
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + startSeconds);
    tone.stop(context.currentTime + startSeconds + seconds);
  }
}

/** What a clerk with both hands full hears and feels: one high tone for good, two low ones for a problem. */
export function signal(good: boolean) {
  navigator.vibrate?.(good ? 60 : [120, 60, 120]);
  try {
    const audio = new AudioContext();
    const tones = good
      ? [[880, 0]]
      : [
          [220, 0],
          [220, 0.22],
        ];
    for (const [pitch = 440, start = 0] of tones) {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      gain.gain.value = 0.08;
      tone.frequency.value = pitch;
      tone.connect(gain).connect(audio.destination);
      tone.start(audio.currentTime + start);
      tone.stop(audio.currentTime + start + 0.14);
    }
    setTimeout(() => void audio.close(), 800);
  } catch {
    // a browser without sound: the screen says it too
  }
}

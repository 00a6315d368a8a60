/**
 * Reads aloud, sentence by sentence, with a voice of the device itself: a voice that is not sends what it reads to a server. It
 * touches nothing of the page.
 */

const Voice = (() => {
  const synth = /** @type {SpeechSynthesis | undefined} */ (globalThis.speechSynthesis);
  /** @type {"idle" | "speaking" | "paused"} */
  let state = "idle";
  /** Told when the state, or the voices there are, have changed. */
  let changed = () => {};
  /** A reading that was stopped ends a moment later; by then it is no longer the one that counts. */
  let reading = 0;

  /** @param {typeof state} next @param {"pause" | "resume" | "cancel"} [how] it comes to it */
  function become(next, how) {
    if (how) synth?.[how]();
    state = next;
    changed();
  }

  /** The device's voice for a language, the region too if there is one. @param {string} lang BCP 47 */
  function voice(lang) {
    const [language] = lang.toLowerCase().split("-");
    const own = (synth?.getVoices() ?? []).filter((each) => each.localService && each.lang.toLowerCase().split(/[-_]/)[0] === language);
    return own.find((each) => each.lang.replace("_", "-").toLowerCase() === lang.toLowerCase()) ?? own[0];
  }

  function stop() {
    reading += 1;
    const was = state;
    if (was === "idle") return;
    become("idle", "cancel");
    // Chromium stays paused when what was paused is cancelled, and the next reading would wait.
    if (was === "paused") synth?.resume();
  }

  /** @param {string[]} texts @param {string} lang */
  function speak(texts, lang) {
    const with_ = voice(lang);
    if (!synth || !with_) return;
    stop();
    const mine = reading;
    for (const [at, text] of texts.entries()) {
      const part = new SpeechSynthesisUtterance(text);
      part.voice = with_;
      part.lang = with_.lang;
      const last = at === texts.length - 1;
      part.onend = () => mine === reading && last && become("idle");
      part.onerror = () => mine === reading && stop();
      synth.speak(part);
    }
    become("speaking");
  }

  return Object.freeze({
    speak,
    stop,
    state: () => state,
    /** @param {string} lang */
    has: (lang) => voice(lang) !== undefined,
    pause: () => become("paused", "pause"),
    resume: () => become("speaking", "resume"),
    /** @param {() => void} listener */
    start: (listener) => {
      changed = listener;
      // Some browsers find their voices only some time after they were asked for.
      synth?.addEventListener?.("voiceschanged", () => changed());
    },
  });
})();

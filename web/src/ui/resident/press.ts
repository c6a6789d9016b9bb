let pressing = false;

/** Watches presses, once for the page. */
export function watchPresses(): void {
  document.addEventListener('pointerdown', () => {
    pressing = true;
  });
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => {
      pressing = false;
    });
}

/** Runs at once, or when the press under way has ended: a button that moves under the finger would lose the press. */
export function afterPress(run: () => void): void {
  if (!pressing) {
    run();
    return;
  }
  const waiting = new AbortController();
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(
      end,
      () => {
        waiting.abort();
        setTimeout(run);
      },
      { signal: waiting.signal },
    );
}

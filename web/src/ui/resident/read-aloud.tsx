import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './district.tsx';
import { useElder } from './elder.ts';

const spoken = 'h1, h2, p, li, dt, dd, .row';

/** Reads the main text in elder mode, where the browser itself can speak the language; the block being read is marked. */
export function ReadAloud() {
  const { t } = useTranslation('resident');
  const [elder] = useElder();
  const language = useLanguage();
  const voice = useVoice(language.slice(0, 2));
  const [reading, setReading] = useState(false);

  useEffect(() => stop, []);
  if (!elder || voice === undefined) return null;

  const read = () => {
    setReading(true);
    const blocks = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, p, li, dt, dd)')].filter(
      (block) => block.querySelector(spoken) === null && block.offsetParent !== null && block.innerText.trim() !== '',
    );
    blocks.forEach((block, at) => {
      const words = new SpeechSynthesisUtterance(block.innerText);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.9;
      words.onstart = () => {
        unmark();
        block.classList.add('being-read');
        block.scrollIntoView({ block: 'nearest' });
      };
      if (at === blocks.length - 1) words.onend = () => setReading(false);
      speechSynthesis.speak(words);
    });
  };

  return (
    <p className="read-aloud no-print">
      <button
        type="button"
        className="plain"
        onClick={() => {
          stop();
          if (reading) setReading(false);
          else read();
        }}
      >
        <svg viewBox="0 0 28 22" width="28" height="22" aria-hidden="true" focusable="false">
          <path d="M1 8h5l6-6v18l-6-6H1z" fill="currentColor" />
          <path d="M16 7a6 6 0 0 1 0 8m4-12a11 11 0 0 1 0 16" fill="none" stroke="currentColor" strokeWidth="2.4" />
        </svg>
        <span className="line">{reading ? t('stopReading') : t('readAloud')}</span>
      </button>
    </p>
  );
}

function stop(): void {
  if (!('speechSynthesis' in window)) return;
  speechSynthesis.cancel();
  unmark();
}

function unmark(): void {
  for (const marked of document.querySelectorAll('.being-read')) marked.classList.remove('being-read');
}

/** A voice that needs no network, in the reader's language. */
function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined;
    const find = () =>
      setVoice(speechSynthesis.getVoices().find((each) => each.localService && each.lang.startsWith(language)));
    find();
    speechSynthesis.addEventListener?.('voiceschanged', find);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', find);
  }, [language]);
  return voice;
}

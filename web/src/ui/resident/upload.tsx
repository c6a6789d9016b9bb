import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../../../contract/documents.ts';
import { CallRefused, newRequestId, upload } from '../../api/call.ts';
import { SignInFirst } from './form.tsx';
import { useSentences } from './refused.tsx';
import { Say } from './say.tsx';

const largest = 10 * 1024 * 1024;
const kinds = /^(image\/jpeg|image\/png|application\/pdf)$/;
const endings = /\.(jpe?g|png|pdf)$/i;

/** What the browser can tell of a file before it travels; the server looks into it again. */
function refuseEarly(file: File): CallRefused | undefined {
  if (file.size === 0) return new CallRefused('file_empty');
  if (file.size > largest) return new CallRefused('file_too_large', { max: '10MB' });
  if (!(kinds.test(file.type) || endings.test(file.name))) return new CallRefused('file_kind');
  return undefined;
}

interface UploadProps {
  id: string;
  material: string;
  files: readonly FileView[];
  wrong?: string | undefined;
  onChange: (files: FileView[]) => void;
  onBusy?: (busy: boolean) => void;
}

/** Photos or PDFs for one material: taken with the camera or chosen, sent at once, each can be taken out again. */
export function Upload({ id, material, files, wrong, onChange, onBusy }: UploadProps) {
  const { t } = useTranslation('resident');
  const { refused } = useSentences();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [stuck, setStuck] = useState<{ file: File; requestId: string }[]>([]);
  const sending = useMutation<void, CallRefused, { file: File; requestId: string }[]>({
    mutationFn: async (chosen) => {
      onBusy?.(true);
      let now = [...files];
      let left = chosen;
      for (const { file, requestId } of chosen) {
        const early = refuseEarly(file);
        if (early !== undefined) throw early;
        setStuck(left);
        setSaid(t('apply.materials.uploading', { name: file.name }));
        now = [...now, await upload('POST /my/files', file, requestId)];
        onChange(now);
        left = left.slice(1);
        setStuck(left);
        setSaid(t('apply.materials.uploaded', { name: file.name }));
      }
    },
    onError: (refusal) => {
      setSaid('');
      if (refusal.code !== 'offline') setStuck([]);
    },
    onSettled: () => onBusy?.(false),
  });
  const trouble = sending.error === null ? wrong : refused(sending.error);
  const action = files.length === 0 ? t('apply.materials.choose') : t('apply.materials.chooseMore');
  return (
    <div className={trouble === undefined ? 'upload' : 'upload is-wrong'}>
      {trouble === undefined ? null : (
        <p className="wrong" id={`${id}-wrong`}>
          <Say text={trouble} />
        </p>
      )}
      {files.length === 0 ? null : (
        <ul className="files">
          {files.map((file) => (
            <li key={file.fileId}>
              <span className="file-name">
                {file.name} <span className="hint">{sizeOf(file.bytes)}</span>
              </span>
              <button
                type="button"
                className="plain"
                aria-label={t('apply.materials.removeOf', { name: file.name })}
                onClick={() => {
                  onChange(files.filter((each) => each.fileId !== file.fileId));
                  setSaid(t('apply.materials.removed', { name: file.name }));
                  input.current?.focus();
                }}
              >
                <span className="line">{t('apply.materials.remove')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {sending.isPending ? <progress aria-label={said} /> : null}
      <p className="hint" role="status">
        {said}
      </p>
      <label className="button second file-button">
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept="image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf"
          aria-label={t('apply.materials.chooseOf', { action, material })}
          // Not `disabled`: whoever pressed a key here would lose his place while the file travels.
          aria-disabled={sending.isPending}
          onClick={(event) => {
            if (sending.isPending) event.preventDefault();
          }}
          {...(trouble === undefined ? {} : { 'aria-describedby': `${id}-wrong`, 'aria-invalid': true })}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])].map((file) => ({ file, requestId: newRequestId() }));
            event.target.value = '';
            if (chosen.length > 0) sending.mutate(chosen);
          }}
        />
        <span aria-hidden="true">{action}</span>
      </label>
      {sending.error?.code === 'sign_in_needed' ? <SignInFirst /> : null}
      {stuck.length > 0 && sending.error !== null ? (
        <button type="button" className="plain" onClick={() => sending.mutate(stuck)}>
          <span className="line">{t('tryAgain')}</span>
        </button>
      ) : null}
    </div>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { StaffMember } from '../../../../contract/people.ts';
import { useAct } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Staff, their posts and where they are signed in; an administrator may end every session of a person. */
export function StaffMembers() {
  const { t, local, at } = useWords();
  const list = usePages('GET /staff-members', { limit: 50 });
  const [asking, setAsking] = useState<StaffMember>();
  const [editing, setEditing] = useState<StaffMember>();
  const [said, setSaid] = useState<string>();
  usePageTitle(t('rail.staffMembers'));
  const members = list.data?.pages.flatMap((page) => page.members) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('rail.staffMembers')}</h1>
      <Refused error={list.error} />
      {said !== undefined && (
        <Notice tone="green" role="status">
          {said}
        </Notice>
      )}
      <Scrolled label={t('rail.staffMembers')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('admin.name')}</th>
              <th scope="col">{t('admin.username')}</th>
              <th scope="col">{t('admin.posts')}</th>
              <th scope="col">{t('admin.credential')}</th>
              <th scope="col">{t('admin.lastSignIn')}</th>
              <th scope="col" className="right">
                {t('admin.sessions')}
              </th>
              <th scope="col">
                <span className="only-heard">{t('admin.revoke')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.staffId}>
                <td>{member.name}</td>
                <td className="quiet">{member.username}</td>
                <td>
                  {member.posts.map((post) => (
                    <div key={post.appointmentId}>
                      {local(post.title)} <span className="quiet">{t(`role.${post.role}`)}</span>
                    </div>
                  ))}
                </td>
                <td className="nowrap">
                  {member.credentialNumber !== undefined && <span className="number">{member.credentialNumber} </span>}
                  <Button
                    size="small"
                    type="text"
                    aria-label={`${t('admin.editCredential')}${t('colon')}${member.name}`}
                    onClick={() => setEditing(member)}
                  >
                    {t('admin.editCredential')}…
                  </Button>
                </td>
                <td className="quiet">{member.lastSignInAt ? at(member.lastSignInAt) : t('admin.never')}</td>
                <td className="right number">{member.sessions}</td>
                <td className="right">
                  {member.sessions > 0 && (
                    <Button
                      size="small"
                      aria-label={`${t('admin.revoke')}${t('colon')}${member.name}`}
                      onClick={() => setAsking(member)}
                    >
                      {t('admin.revoke')}…
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <More list={list} />
      {asking && (
        <Revoke
          member={asking}
          close={() => setAsking(undefined)}
          onDone={(count) => {
            setSaid(t('admin.revoked', { count }));
            setAsking(undefined);
          }}
        />
      )}
      {editing && (
        <EditCredential
          member={editing}
          close={() => setEditing(undefined)}
          onDone={() => {
            setSaid(t('admin.credentialSaved', { name: editing.name }));
            setEditing(undefined);
          }}
        />
      )}
    </div>
  );
}

function Revoke({
  member,
  close,
  onDone,
}: {
  member: StaffMember;
  close: () => void;
  onDone: (count: number) => void;
}) {
  const { t } = useWords();
  const revoke = useAct('POST /staff-members/:staffId/revoke-sessions');
  return (
    <Modal
      open
      title={t('admin.revoke')}
      okText={t('admin.revoke')}
      cancelText={t('cancel')}
      confirmLoading={revoke.isPending}
      onCancel={close}
      onOk={() => revoke.mutate({ staffId: member.staffId }, { onSuccess: ({ revoked }) => onDone(revoked) })}
    >
      <p>{t('admin.revokeSure', { name: member.name })}</p>
      <Refused error={revoke.error} />
    </Modal>
  );
}

function EditCredential({ member, close, onDone }: { member: StaffMember; close: () => void; onDone: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(member.credentialNumber ?? '');
  const record = useAct('POST /staff-members/:staffId/credential');
  const number = typed.trim();
  return (
    <Modal
      open
      title={`${t('admin.editCredential')}${t('colon')}${member.name}`}
      okText={t('admin.editCredential')}
      cancelText={t('cancel')}
      confirmLoading={record.isPending}
      onCancel={close}
      onOk={() =>
        record.mutate(
          { staffId: member.staffId, ...(number !== '' && { credentialNumber: number }) },
          { onSuccess: onDone },
        )
      }
    >
      <Field label={t('admin.credential')} hint={t('admin.credentialHint')}>
        {(bound) => (
          <Input {...bound} autoFocus maxLength={40} value={typed} onChange={({ target }) => setTyped(target.value)} />
        )}
      </Field>
      <Refused error={record.error} />
    </Modal>
  );
}

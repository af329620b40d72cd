import type { PaperDraftView } from '@kiemtra/shared/papers';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { SignerFields } from '../../ui/SignerFields.js';
import styles from './papers.module.css';

/** Who signs, as the API asks for it; empty text leaves the room. */
export interface SignerQuery {
  [name: string]: string;
  position: string;
  name: string;
}

interface PaperSignerProps {
  signers: PaperDraftView['signers'];
  signer: SignerQuery;
  onSigner: (signer: SignerQuery) => void;
}

/** Who signs stands in the address; a position of another body's paper counts for nothing here. */
export function useSigner(signers: PaperDraftView['signers']): { signer: SignerQuery; fields: PaperSignerProps } {
  const [params, setParams] = useSearchParams();
  const given = params.get('chuc-vu');
  const signer = {
    position: signers.find((each) => each.position === given)?.position ?? '',
    name: params.get('ho-ten') ?? '',
  };
  const onSigner = ({ position, name }: SignerQuery) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of [
      ['chuc-vu', position],
      ['ho-ten', name],
    ] as const) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    setParams(next, { replace: true });
  };
  return { signer, fields: { signers, signer, onSigner } };
}

/** Asks who signs. The paper follows a name when it is typed to its end, not letter by letter. */
export function PaperSigner({ signers, signer, onSigner }: PaperSignerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    if (typed !== null) onSigner({ ...signer, name: typed.trim() });
    setTyped(null);
  };
  const choose = (position: string) => {
    const known = signers.find((each) => each.position === position)?.name;
    onSigner({ position, name: known ?? signer.name });
  };
  return (
    <div className={styles.fields}>
      <SignerFields
        positions={signers.map(({ position }) => position)}
        position={signer.position}
        onPosition={choose}
        name={typed ?? signer.name}
        onName={setTyped}
        onNameDone={finish}
      />
    </div>
  );
}

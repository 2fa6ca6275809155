import type { ReactNode } from 'react';
import styles from './banner.module.css';

type BannerProps = {
  /** `status`: what it says is read out when it comes. */
  readonly role?: 'status';
  readonly children: ReactNode;
};

/** A line above the table: what is the matter, and at its end what can be done. */
export function Banner({ role, children }: BannerProps) {
  return (
    <div role={role} className={styles.banner}>
      {children}
    </div>
  );
}

type BannersProps = {
  /** What they are about, where that is worth a landmark. */
  readonly label?: string;
  readonly children: ReactNode;
};

/** Banners, one below the other. */
export function Banners({ label, children }: BannersProps) {
  return label ? (
    <section className={styles.stack} aria-label={label}>
      {children}
    </section>
  ) : (
    <div className={styles.stack}>{children}</div>
  );
}

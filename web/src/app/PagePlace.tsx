import { Component, Suspense, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { lazyPart } from '../app-shell/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { MissingPart } from './ShellNotices.js';

const RouteProblemPage = lazyPart(async () => (await import('./RouteProblemPage.js')).RouteProblemPage);

/** Where pages stand in the shell. One that fails leaves the shell as it is. */
export function PagePlace() {
  return (
    <Suspense fallback={<Opening />}>
      <PageBoundary address={useLocation().pathname}>
        <Outlet />
      </PageBoundary>
    </Suspense>
  );
}

function Opening() {
  return (
    <>
      <MissingPart />
      <Skeletons />
    </>
  );
}

interface BoundaryProps {
  address: string;
  children: ReactNode;
}

/** The failure of a page, until another one is opened. */
class PageBoundary extends Component<BoundaryProps, { failure: { error: unknown } | null; address: string }> {
  override state = { failure: null, address: this.props.address };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: { address: string }) {
    return address === state.address ? null : { failure: null, address };
  }

  override render() {
    const { failure } = this.state as { failure: { error: unknown } | null };
    return failure ? <RouteProblemPage error={failure.error} /> : this.props.children;
  }
}

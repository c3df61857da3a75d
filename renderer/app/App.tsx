import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Router } from 'wouter';
import { SearchOverlay } from '../features/search/SearchOverlay.tsx';
import { LockOverlay } from '../features/session/LockOverlay.tsx';
import { SignInPage } from '../features/session/SignInPage.tsx';
import { SetupPage } from '../features/setup/SetupPage.tsx';
import { desk } from './client.ts';
import { AlarmRegion } from './frame/AlarmRegion.tsx';
import { Banner } from './frame/Banner.tsx';
import { DeskFrame } from './frame/DeskFrame.tsx';
import { DialogHost } from './frame/DialogHost.tsx';
import { useHashRoute } from './route.ts';
import { useSession } from './session.ts';

/** The whole window: wizard, sign-in or desk. */
export function App() {
  const { person, locked } = useSession();
  const status = useQuery(desk.setup.status.queryOptions()).data;
  if (!status) {
    return (
      <>
        <Banner />
        <Loader m="xl" aria-label="…" />
      </>
    );
  }
  if (!status.configured) return <SetupPage />;
  if (!person) {
    return (
      <>
        <Banner />
        <SignInPage siteName={status.siteName} deskName={status.deskName} />
        <AlarmRegion />
      </>
    );
  }
  return (
    <Router hook={useHashRoute}>
      <DeskFrame />
      <DialogHost />
      <SearchOverlay />
      {locked && <LockOverlay />}
    </Router>
  );
}

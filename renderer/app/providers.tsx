import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/zh-cn';
import { listenForChanges } from './changes.ts';
import { dateWords } from './date-words.ts';
import { nonce } from './nonce.ts';
import { cssVariablesResolver, theme } from './theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: 'duty-desk-theme' });

const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      // The client itself waits for an engine that is down; trying again here would only double the wait.
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        placeholderData: (previous: unknown) => previous,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Everything a page stands on: theme with nonce, queries, dialogs, notifications. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueries);
  const { t, i18n } = useTranslation();
  const worded = useMemo(() => {
    const closeButtonProps = { size: 'lg', 'aria-label': t(($) => $.common.close) };
    const dialog = { defaultProps: { closeButtonProps } };
    const notice = { defaultProps: { closeButtonProps: { 'aria-label': closeButtonProps['aria-label'] } } };
    return mergeThemeOverrides(theme, {
      components: {
        Modal: dialog,
        Drawer: dialog,
        Notification: notice,
        ...dateWords(i18n.language !== 'en'),
      },
    });
  }, [t, i18n.language]);
  useEffect(() => listenForChanges(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={worded}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorScheme}
        defaultColorScheme="light"
        getStyleNonce={() => nonce}
      >
        <DatesProvider
          settings={{ locale: i18n.language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1, weekendDays: [] }}
        >
          <ModalsProvider>
            <Notifications position="top-center" limit={4} autoClose={8000} />
            {children}
          </ModalsProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

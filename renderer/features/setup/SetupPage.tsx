import { Button, SegmentedControl } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BureauPreview } from '../../../shared/contract/settings.ts';
import { siteSchema } from '../../../shared/settings/types.ts';
import { deskClient, session } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { Panel } from '../../components/Panel.tsx';
import { AdministratorFields, type AdministratorValues } from './AdministratorFields.tsx';
import { BureauFileField } from './BureauFileField.tsx';
import { SiteFields, type SiteValues } from './SiteFields.tsx';
import classes from './setup.module.css';

const emptySite: SiteValues = { name: '', deskName: '', dutyPhone: '', head: '', changeover: '08:30' };
const emptyAdministrator: AdministratorValues = { staffNo: '', name: '', password: '', pin: '', phone: '' };

/** First run: the site by hand or from a bureau file, and one administrator. Loaded whole or not at all. */
export function SetupPage() {
  const { t } = useTranslation();
  const [way, setWay] = useState<'hand' | 'file'>('hand');
  const [site, setSite] = useState(emptySite);
  const [administrator, setAdministrator] = useState(emptyAdministrator);
  const [bureau, setBureau] = useState<{ text: string; preview: BureauPreview | null }>({
    text: '',
    preview: null,
  });
  const [busy, setBusy] = useState(false);
  const { errors, report, clear } = useFormErrors();
  const fileReady = bureau.preview?.ok === true;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    clear();
    try {
      await deskClient.setup.initialise({
        // Left-out values take the schema's defaults, working hours among them.
        ...(way === 'hand' ? { site: fillSite(site) } : { bureauText: bureau.text }),
        administrator,
      });
      await session({
        op: 'signIn',
        staffNo: administrator.staffNo.trim(),
        password: administrator.password,
      });
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={classes.page} aria-label={t(($) => $.session.wizard.title)}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <header>
          <h1 className={classes.title}>{t(($) => $.session.wizard.title)}</h1>
          <p className={classes.intro}>{t(($) => $.session.wizard.intro)}</p>
        </header>
        <div className={classes.columns}>
          <Panel
            title={t(($) => $.session.wizard.site)}
            actions={
              <SegmentedControl
                value={way}
                onChange={(value) => setWay(value === 'file' ? 'file' : 'hand')}
                data={[
                  { value: 'hand', label: t(($) => $.session.wizard.byHand) },
                  { value: 'file', label: t(($) => $.session.wizard.byFile) },
                ]}
              />
            }
          >
            {way === 'hand' ? (
              <SiteFields
                values={site}
                errors={errors}
                onChange={(patch) => {
                  setSite({ ...site, ...patch });
                  for (const field of Object.keys(patch)) clear(`site.${field}`);
                }}
              />
            ) : (
              <BureauFileField
                text={bureau.text}
                preview={bureau.preview}
                onText={(text) => setBureau({ text, preview: null })}
                onPreview={(preview) => {
                  setBureau((old) => ({ ...old, preview }));
                  const only = preview.ok && preview.admins.length === 1 ? preview.admins[0] : undefined;
                  if (only) setAdministrator((old) => ({ ...old, ...only }));
                }}
              />
            )}
          </Panel>
          <Panel title={t(($) => $.session.wizard.administrator)}>
            <AdministratorFields
              values={administrator}
              errors={errors}
              candidates={way === 'file' && bureau.preview?.ok ? bureau.preview.admins : undefined}
              onChange={(patch) => {
                setAdministrator({ ...administrator, ...patch });
                for (const field of Object.keys(patch)) clear(`administrator.${field}`);
              }}
            />
          </Panel>
        </div>
        <footer className={classes.foot}>
          <Button
            type="submit"
            variant="filled"
            size="md"
            loading={busy}
            disabled={way === 'file' && !fileReady}
          >
            {t(($) => $.session.wizard.finish)}
          </Button>
        </footer>
      </form>
    </main>
  );
}

/** The whole site as the contract wants it; a field that is wrong stays as typed for the engine to name. */
function fillSite(site: SiteValues) {
  const filled = siteSchema.safeParse(site);
  return filled.success ? filled.data : { ...site };
}

import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { exportWorkbook } from '../../app/papers.ts';

/** The sheet of a handover as files that can be edited; each says of itself that the sealed paper alone counts. */
export function SheetCopies({ id, number }: { id: string; number: string }) {
  const { t } = useTranslation();
  const title = t(($) => $.papers.sheet.copyTitle, { number });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button>{t(($) => $.papers.sheet.copies)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => void exportWorkbook(() => deskClient.handover.workbook({ id }), 'handover', title)}
        >
          {t(($) => $.papers.sheet.xlsx)}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            void exportWorkbook(() => deskClient.handover.document({ id }), 'handoverDocument', title)
          }
        >
          {t(($) => $.papers.sheet.docx)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

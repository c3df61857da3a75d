import { app, Menu } from 'electron';
import type { Language } from '../../shared/protocol.ts';

export type MenuActions = {
  zoom: (step: -1 | 0 | 1) => void;
  language: (language: Language) => void;
  toggleDevTools: () => void;
};

const words = {
  'zh-CN': {
    desk: '值班台',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    all: '全选',
    view: '视图',
    larger: '放大',
    smaller: '缩小',
    normal: '实际大小',
    full: '全屏',
    tools: '开发者工具',
  },
  en: {
    desk: 'Duty Desk',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    view: 'View',
    larger: 'Larger',
    smaller: 'Smaller',
    normal: 'Actual size',
    full: 'Full screen',
    tools: 'Developer tools',
  },
} as const;

/** Sets the menu in one of the two languages. The keys of the desk's own actions belong to the page. */
export function setMenu(language: Language, actions: MenuActions): void {
  const text = words[language];
  const languages = (['zh-CN', 'en'] as const).map((choice) => ({
    label: choice === 'en' ? 'English' : '中文',
    type: 'radio' as const,
    checked: language === choice,
    click: () => actions.language(choice),
  }));
  const zoom = [
    { label: text.larger, accelerator: 'CommandOrControl+Plus', click: () => actions.zoom(1) },
    // The same key without Shift, and the one of the number pad.
    { label: text.larger, accelerator: 'CommandOrControl+=', visible: false, click: () => actions.zoom(1) },
    {
      label: text.larger,
      accelerator: 'CommandOrControl+numadd',
      visible: false,
      click: () => actions.zoom(1),
    },
    { label: text.smaller, accelerator: 'CommandOrControl+-', click: () => actions.zoom(-1) },
    {
      label: text.smaller,
      accelerator: 'CommandOrControl+numsub',
      visible: false,
      click: () => actions.zoom(-1),
    },
    { label: text.normal, accelerator: 'CommandOrControl+0', click: () => actions.zoom(0) },
  ];
  const tools = app.isPackaged
    ? []
    : [{ label: text.tools, accelerator: 'CommandOrControl+Shift+I', click: actions.toggleDevTools }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: text.desk,
        submenu: [{ label: text.quit, accelerator: 'CommandOrControl+Q', click: () => app.quit() }],
      },
      {
        label: text.edit,
        submenu: [
          { role: 'undo', label: text.undo },
          { role: 'redo', label: text.redo },
          { type: 'separator' },
          { role: 'cut', label: text.cut },
          { role: 'copy', label: text.copy },
          { role: 'paste', label: text.paste },
          { role: 'selectAll', label: text.all },
        ],
      },
      {
        label: text.view,
        submenu: [
          ...zoom,
          { type: 'separator' },
          { role: 'togglefullscreen', label: text.full },
          { type: 'separator' },
          { label: '语言 / Language', submenu: languages },
          ...tools,
        ],
      },
    ]),
  );
}

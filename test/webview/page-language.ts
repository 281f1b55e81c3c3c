// Where there is no page: the webview's words ask it for its language. To be imported before them.
Object.assign(globalThis, { document: { documentElement: { lang: 'en' } } });

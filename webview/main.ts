/** The entry of the page. */
import { startApp } from './app';
import { connectToHost } from './host';
import { registerToolkit } from './toolkit';

registerToolkit();
const root = document.getElementById('playground');
if (root) startApp(root, connectToHost());

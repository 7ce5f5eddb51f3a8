import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import { createRoot } from 'react-dom/client';
import './app/first-paint.css';
import './app/motion.css';
import { App } from './app/app';
import { router } from './app/router';

const root = document.getElementById('root');
// Until the page that was asked for is there, its shape stays, as index.html has it.
if (root) void router.load().finally(() => createRoot(root).render(<App />));

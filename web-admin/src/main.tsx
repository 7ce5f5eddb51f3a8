import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import { createRoot } from 'react-dom/client';
import './app/motion.css';
import { App } from './app/app';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

import { registerComponents } from './components.ts';
import { connectToHost } from './host.ts';
import { Panel } from './panel.ts';

const root = document.getElementById('panel');
if (!root) throw new Error('The page has no element #panel');
registerComponents();
new Panel(root, connectToHost());
